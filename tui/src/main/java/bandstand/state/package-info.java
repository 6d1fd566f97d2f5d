/** What the client knows, and how a message changes it. Pure. */
@NullMarked
package bandstand.state;

import org.jspecify.annotations.NullMarked;
