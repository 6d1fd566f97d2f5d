package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.wire.RecordedJson;
import java.util.List;
import java.util.Optional;

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

  /**
   * What goes once its change is on disk; known after it met a state, empty for all but erasures.
   */
  default Optional<Footprint> erases() {
    return Optional.empty();
  }

  /** Another inspection, as it was when this was made out of it. */
  record Source(InspectionId id, long revision) {}

  /** What it was made out of, which must not have changed since; empty: its own inspection. */
  default Optional<Source> source() {
    return Optional.empty();
  }

  /**
   * Told what its change met when it was recorded, since the request comes again: it is answered
   * from that, and neither rights nor preconditions are asked anew.
   */
  default void again(Moment met) {}

  /** As {@link #against}, under the rule for what is left of erased cases. */
  default Outcome<Change> met(Moment moment) {
    return against(moment)
        .then(
            change ->
                Guards.erased(moment, change)
                    .<Outcome<Change>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(change)));
  }
}
