/** The rim: requests, event streams and the one loop that owns the screen. */
@NullMarked
package bandstand.client;

import org.jspecify.annotations.NullMarked;
