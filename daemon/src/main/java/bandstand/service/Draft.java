package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.wire.RecordedJson;
import java.util.List;

/** A wish that becomes a change, or a refusal, once the state it meets is known. */
@FunctionalInterface
public interface Draft {
  /** A change without edits says that what is wished already stands. */
  Outcome<Change> against(Moment moment);

  /** Does beforehand, on the asker's own thread, what may well be done at the state seen by all. */
  default void prepare(Inspection state, Person by) {}

  /** The change as the journal takes it, once it met the moment that is recorded. */
  default List<byte[]> payloads(Recorded recorded) {
    return RecordedJson.encode(recorded);
  }

  /** Whether it needs every earlier change to be on disk and in the history. */
  default boolean readsHistory() {
    return false;
  }

  /** Whether no other wish may share its force: it does more than add to the journal. */
  default boolean alone() {
    return false;
  }
}
