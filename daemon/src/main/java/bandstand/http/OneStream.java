package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Snapshot;
import bandstand.service.Watch;
import bandstand.wire.EventJson;
import bandstand.wire.RatingsTree;
import bandstand.wire.ResetReason;
import java.util.Optional;

/** One reader of one inspection's events, whose ids are its revisions. */
record OneStream(Inspections inspections, InspectionId id, EventOutput output) {

  /**
   * Goes on after a revision, or begins with a snapshot; until the daemon stops.
   *
   * <p>The watch stands before the snapshot is read, so nothing falls between the two; one that has
   * to begin anew is followed by another.
   */
  void follow(Optional<Long> seen) throws InterruptedException {
    Optional<Long> from = seen;
    Optional<ResetReason> reset = Optional.empty();
    do {
      try (Watch watch =
          inspections.watch(published -> published.recorded().inspection().equals(id))) {
        Snapshot snapshot = inspections.evenDeleted(id).orElseThrow();
        long revision = snapshot.state().revision();
        if (reset.isEmpty() && from.isPresent()) {
          reset = resumed(snapshot, from.get());
        } else {
          begin(snapshot, reset);
          reset = Optional.empty();
        }
        if (reset.isEmpty()) {
          output.flush();
          reset =
              LiveEvents.pass(
                  watch,
                  published -> published.recorded().revision() > revision,
                  published -> published.recorded().revision(),
                  output);
        }
      }
      from = Optional.empty();
    } while (reset.isPresent());
  }

  private void begin(Snapshot snapshot, Optional<ResetReason> reset) {
    Inspection state = snapshot.state();
    reset.ifPresent(
        reason ->
            output.event("reset", state.revision(), EventJson.reset(state.revision(), reason)));
    output.event(
        "snapshot",
        state.revision(),
        RatingsTree.of(state.id(), state.revision(), snapshot.ratings()).json());
  }

  /** Tells what was missed; or nothing, and why not. */
  private Optional<ResetReason> resumed(Snapshot snapshot, long seen) {
    long upTo = snapshot.state().revision();
    if (seen > upTo) {
      return Optional.of(ResetReason.UNKNOWN_ID);
    }
    if (upTo - seen > LiveEvents.REPLAYED) {
      return Optional.of(ResetReason.TOO_OLD);
    }
    if (inspections.history().lostSince(snapshot, seen)) {
      return Optional.of(ResetReason.ERASED);
    }
    if (seen == upTo) {
      output.heartbeat();
      return Optional.empty();
    }
    return switch (inspections.history().effect(snapshot, seen, upTo)) {
      case Outcome.Refused<History.Effect> _ -> Optional.of(ResetReason.ERASED);
      case Outcome.Done<History.Effect>(History.Effect(var before, var after)) -> {
        try (var missed = inspections.history().between(snapshot, seen, upTo)) {
          missed.forEach(
              recorded ->
                  output.change(
                      recorded.revision(),
                      isLast(recorded, upTo)
                          ? EventJson.change(recorded, before, after)
                          : EventJson.change(recorded)));
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean isLast(Recorded recorded, long upTo) {
    return recorded.revision() == upTo;
  }
}
