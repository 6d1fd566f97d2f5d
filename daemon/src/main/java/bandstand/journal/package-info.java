/** The append-only record on disk: the truth and the audit trail. */
@NullMarked
package bandstand.journal;

import org.jspecify.annotations.NullMarked;
