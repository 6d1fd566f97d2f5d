package bandstand.store;

import bandstand.inspection.Change;
import bandstand.journal.Position;

/**
 * One line of an inspection's table of contents: enough to find a change without reading it.
 *
 * @param position of its entry in the journal
 * @param of the revision an undo takes back or a redo brings back; 0 for other kinds
 */
public record Noted(long revision, Position position, String by, Change.Kind kind, long of) {}
