/** How it is written down: JSON and CSV in and out, with every error and its place. */
@NullMarked
package bandstand.wire;

import org.jspecify.annotations.NullMarked;
