/** The process: folders, lock, token, start and stop. */
@NullMarked
package bandstand.daemon;

import org.jspecify.annotations.NullMarked;
