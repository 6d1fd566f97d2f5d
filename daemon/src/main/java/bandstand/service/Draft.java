package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;
import bandstand.inspection.Recorded;
import bandstand.wire.RecordedJson;
import java.util.List;

/** A wish that becomes a change, or a refusal, once the state it meets is known. */
@FunctionalInterface
public interface Draft {
  /** A change without edits says that what is wished already stands. */
  Outcome<Change> against(Moment moment);

  /** Whether it meets the state beforehand, too, so that the writer is not kept from others. */
  default boolean large() {
    return false;
  }

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
