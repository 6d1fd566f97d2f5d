package bandstand.store;

import bandstand.inspection.Change;
import bandstand.inspection.Once;
import bandstand.journal.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an inspection's table of contents: enough to find a change without reading it, and to
 * tell of a large one without reading its edits.
 *
 * @param position of its entry in the journal
 * @param closing of its entry's last frame, which is the first where there is no other
 * @param of the revision an undo takes back or a redo brings back; 0 for other kinds
 * @param once what its sender called the request
 */
public record Noted(
    long revision,
    Position position,
    Position closing,
    String by,
    Instant at,
    Change.Kind kind,
    long of,
    Optional<Once> once,
    Amount amount) {}
