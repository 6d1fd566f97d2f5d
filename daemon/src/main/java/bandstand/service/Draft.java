package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;

/** A wish that becomes a change, or a refusal, once the state it meets is known. */
@FunctionalInterface
public interface Draft {
  /** A change without edits says that what is wished already stands. */
  Outcome<Change> against(Moment moment);

  /** Whether it needs every earlier change to be on disk and in the history. */
  default boolean readsHistory() {
    return false;
  }

  /** Whether no other wish may share its force: it does more than add to the journal. */
  default boolean alone() {
    return false;
  }
}
