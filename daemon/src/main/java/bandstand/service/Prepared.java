package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Once;
import bandstand.inspection.Recorded;
import bandstand.journal.Entry;
import bandstand.journal.Limits;
import java.util.List;
import java.util.Optional;

/**
 * What a wish comes to at one state: all of it but the recording.
 *
 * @param state holds at this very state and no other
 * @param outcome empty when what is wished already stands
 */
record Prepared(Inspection state, Outcome<Optional<Made>> outcome) {
  private static final Problem TOO_LARGE =
      Problem.of(Problem.Kind.TOO_LARGE, "This is more than one change can hold; send it in parts");

  /** Bytes of a frame beside its payload, rounded up. */
  private static final long FRAME_BYTES = 512;

  /** A change that is ready to be recorded. */
  record Made(Recorded recorded, Entry entry, Inspection after) {}

  static Prepared of(Draft draft, Optional<Once> once, Moment moment) {
    Inspection state = moment.state();
    return new Prepared(
        state,
        draft
            .met(moment)
            .then(
                change ->
                    change.nothing()
                        ? Outcome.done(Optional.empty())
                        : made(draft, moment, change.asked(once)).map(Optional::of)));
  }

  private static Outcome<Made> made(Draft draft, Moment moment, Change change) {
    Recorded recorded =
        new Recorded(
            moment.state().id(), moment.revision(), moment.by().name(), moment.at(), change);
    List<byte[]> payloads = draft.payloads(recorded);
    long all = payloads.stream().mapToLong(payload -> payload.length + FRAME_BYTES).sum();
    if (all > Limits.BATCH_BYTES
        || payloads.stream().anyMatch(payload -> payload.length > Limits.PAYLOAD_BYTES)) {
      return Outcome.refused(TOO_LARGE);
    }
    Entry entry =
        new Entry(
            recorded.inspection().text(),
            recorded.revision(),
            recorded.at(),
            recorded.by(),
            payloads);
    Inspection after = moment.state().after(recorded);
    return Bounds.exceeded(change.kind(), moment.state(), after)
        .map(Outcome::<Made>refused)
        .orElseGet(() -> Outcome.done(new Made(recorded, entry, after)));
  }
}
