package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Missed;
import bandstand.service.Published;
import bandstand.service.Room;
import bandstand.service.Snapshot;
import bandstand.service.Watch;
import bandstand.store.Noted;
import bandstand.wire.EventJson;
import bandstand.wire.ResetReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reader of every inspection's events, whose ids are the journal's sequences: that of the last
 * frame of each change.
 */
record WholeStream(Inspections inspections, EventOutput output) {
  private static final System.Logger LOG = System.getLogger(WholeStream.class.getName());

  /** Goes on after a sequence, or begins with a snapshot; until the daemon stops. */
  void follow(Optional<Long> seen) throws InterruptedException {
    Optional<Long> from = seen;
    Optional<ResetReason> reset = Optional.empty();
    do {
      try (Watch watch = inspections.watch(published -> true)) {
        Watch.Since since = watch.since();
        if (reset.isEmpty() && from.isPresent()) {
          // So that whoever waits for much knows that it comes.
          output.heartbeat();
          reset = resumed(from.get(), since.sequence());
        } else {
          begin(since, reset);
          reset = Optional.empty();
        }
        if (reset.isEmpty()) {
          output.flush();
          reset = LiveEvents.pass(watch, published -> true, Published::sequence, output);
        }
      }
      from = Optional.empty();
    } while (reset.isPresent());
  }

  private void begin(Watch.Since since, Optional<ResetReason> reset) {
    long sequence = since.sequence();
    reset.ifPresent(
        reason -> output.event("reset", sequence, EventJson.resetAll(sequence, reason)));
    output.event("snapshot", sequence, EventJson.inspections(sequence, since.revisions()));
  }

  /** Tells what was missed; where part of it cannot be told, why the reader begins anew instead. */
  private Optional<ResetReason> resumed(long seen, long upTo) throws InterruptedException {
    if (seen > upTo) {
      return Optional.of(ResetReason.UNKNOWN_ID);
    }
    if (upTo - seen > LiveEvents.REPLAYED) {
      return Optional.of(ResetReason.TOO_OLD);
    }
    if (seen == upTo) {
      return Optional.empty();
    }
    try (Missed missed = inspections.history().missed(seen, upTo)) {
      return told(missed);
    } catch (IOException closing) {
      LOG.log(System.Logger.Level.WARNING, "The journal's file did not close", closing);
      return Optional.of(ResetReason.UNREADABLE);
    }
  }

  /** Each change is held back until it is known whether it is the last, which tells its effect. */
  private Optional<ResetReason> told(Missed missed) throws InterruptedException {
    Map<InspectionId, Long> known = new HashMap<>();
    Optional<Missed.Next.Happened> held = Optional.empty();
    while (true) {
      switch (next(missed)) {
        case Missed.Next.Happened next -> {
          held.ifPresent(one -> output.change(one.sequence(), one.json()));
          known.putIfAbsent(next.inspection(), next.revision() - 1);
          held = Optional.of(next);
        }
        case Missed.Next.End _ -> {
          if (held.isPresent()) {
            output.change(held.get().sequence(), withEffect(held.get(), known));
          }
          return Optional.empty();
        }
        case Missed.Next.Erased _ -> {
          return Optional.of(ResetReason.ERASED);
        }
        case Missed.Next.Damaged(var damage) -> {
          LOG.log(System.Logger.Level.WARNING, "Missed events cannot be read: {0}", damage);
          return Optional.of(ResetReason.UNREADABLE);
        }
      }
    }
  }

  private Missed.Next next(Missed missed) throws InterruptedException {
    List<Room.Share> shares = new ArrayList<>();
    try {
      return missed.next(
          () -> shares.add(LiveEvents.room(inspections, LiveEvents.LARGE_BYTES, output)));
    } finally {
      shares.forEach(Room.Share::close);
    }
  }

  /** What the reader missed of the last one's inspection came to. */
  private byte[] withEffect(Missed.Next.Happened last, Map<InspectionId, Long> known)
      throws InterruptedException {
    Snapshot snapshot = inspections.evenDeleted(last.inspection()).orElseThrow();
    long before = known.getOrDefault(last.inspection(), last.revision() - 1);
    List<Noted> since = History.between(snapshot, before, snapshot.state().revision());
    Noted line = since.get(Math.toIntExact(last.revision() - before - 1));
    long bytes = Math.max(Room.folded(History.edits(since)), History.room(line));
    try (Room.Share _ = LiveEvents.room(inspections, bytes, output)) {
      return switch (inspections.history().effect(snapshot, before, last.revision())) {
        case Outcome.Refused<History.Effect> _ -> last.json();
        case Outcome.Done<History.Effect>(History.Effect effect) ->
            inspections.history().event(line, effect);
      };
    }
  }
}
