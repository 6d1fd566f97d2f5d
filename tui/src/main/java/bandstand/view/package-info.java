/** What the client shows: state and size to a frame of cells. Pure. */
@NullMarked
package bandstand.view;

import org.jspecify.annotations.NullMarked;
