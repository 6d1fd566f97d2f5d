/** The real terminal: keys in, frames out. */
@NullMarked
package bandstand.terminal;

import org.jspecify.annotations.NullMarked;
