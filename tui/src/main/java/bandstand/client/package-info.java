/**
 * The rim: requests, event streams and the one loop that owns the screen.
 *
 * <p>Its few threads are platform threads: with virtual ones a start takes a tenth of a second of
 * processor more, and the JVM waits a third of a second for their poller when it ends.
 */
@NullMarked
package bandstand.client;

import org.jspecify.annotations.NullMarked;
