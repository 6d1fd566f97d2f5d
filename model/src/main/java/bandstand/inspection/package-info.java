/** What was answered and decided: an inspection's state and the changes that make it. */
@NullMarked
package bandstand.inspection;

import org.jspecify.annotations.NullMarked;
