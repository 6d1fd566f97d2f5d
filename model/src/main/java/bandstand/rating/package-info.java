/** What it is worth: tallies and decisions to bands, ratings, ranges and tipping points. */
@NullMarked
package bandstand.rating;

import org.jspecify.annotations.NullMarked;
