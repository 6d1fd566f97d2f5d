/** Inspections at rest: one immutable MapDB file each, rebuilt from the journal at any doubt. */
@NullMarked
package bandstand.store;

import org.jspecify.annotations.NullMarked;
