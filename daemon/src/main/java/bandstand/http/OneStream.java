package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Room;
import bandstand.service.Snapshot;
import bandstand.service.Watch;
import bandstand.store.Noted;
import bandstand.wire.EventJson;
import bandstand.wire.RatingsTree;
import bandstand.wire.ResetReason;
import java.util.List;
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
          // So that whoever waits for much knows that it comes.
          output.heartbeat();
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
  private Optional<ResetReason> resumed(Snapshot snapshot, long seen) throws InterruptedException {
    long upTo = snapshot.state().revision();
    if (seen > upTo) {
      return Optional.of(ResetReason.UNKNOWN_ID);
    }
    List<Noted> missed = History.between(snapshot, seen, upTo);
    if (upTo - seen > LiveEvents.REPLAYED || History.edits(missed) > LiveEvents.REPLAYED_EDITS) {
      return Optional.of(ResetReason.TOO_OLD);
    }
    if (inspections.history().lostSince(snapshot, seen)) {
      return Optional.of(ResetReason.ERASED);
    }
    if (seen == upTo) {
      return Optional.empty();
    }
    return switch (effect(snapshot, seen, missed)) {
      case Outcome.Refused<History.Effect> _ -> Optional.of(ResetReason.ERASED);
      case Outcome.Done<History.Effect>(History.Effect effect) -> {
        for (Noted line : missed) {
          output.change(line.revision(), event(line, upTo, effect));
        }
        yield Optional.empty();
      }
    };
  }

  private Outcome<History.Effect> effect(Snapshot snapshot, long seen, List<Noted> missed)
      throws InterruptedException {
    try (Room.Share _ = LiveEvents.room(inspections, Room.folded(History.edits(missed)), output)) {
      return inspections.history().effect(snapshot, seen, snapshot.state().revision());
    }
  }

  /** The last one tells what all of them came to. */
  private byte[] event(Noted line, long upTo, History.Effect effect) throws InterruptedException {
    try (Room.Share _ = LiveEvents.room(inspections, History.room(line), output)) {
      return line.revision() == upTo
          ? inspections.history().event(line, effect)
          : inspections.history().event(line);
    }
  }
}
