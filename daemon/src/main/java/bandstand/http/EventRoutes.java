package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.service.Inspections;
import bandstand.service.Published;
import bandstand.service.Snapshot;
import bandstand.service.Watch;
import bandstand.wire.EventJson;
import bandstand.wire.RatingsTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes as they happen, without a gap. */
final class EventRoutes {
  /** A vanished client is noticed within this time, and a silent line kept open. */
  static final long HEARTBEAT_SECONDS = 10;

  /** Missed changes that are told one by one; past that a fresh snapshot is the shorter way. */
  static final long REPLAYED = 10_000;

  /** Ahead of every revision: what follows begins with a reset. */
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final Inspections inspections;

  EventRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.events(InspectionRoutes.ONE + "/events", this::ofOne),
        Route.events("/api/v1/events", this::ofAll));
  }

  private Outcome<Route.EventWriter> ofOne(Exchange exchange) {
    Optional<Long> seen = lastSeen(exchange);
    return Found.of(exchange, inspections)
        .then(
            found ->
                inspections.hub().full()
                    ? tooMany()
                    : Outcome.done(output -> follow(found.id(), seen, output)));
  }

  private static Optional<Long> lastSeen(Exchange exchange) {
    return exchange
        .header("Last-Event-ID")
        .map(id -> id.matches("[0-9]{1,18}") ? Long.parseLong(id) : UNKNOWN);
  }

  private static Outcome<Route.EventWriter> tooMany() {
    return Outcome.refused(Problem.Kind.UNAVAILABLE, "Too many watchers; close some");
  }

  /**
   * The watch stands before the snapshot is read, so nothing falls between the two; one that falls
   * behind is followed by another, with a reset.
   */
  private void follow(InspectionId id, Optional<Long> seen, EventOutput output)
      throws InterruptedException {
    Optional<Long> from = seen;
    boolean behind;
    do {
      try (Watch watch =
          inspections.watch(published -> published.recorded().inspection().equals(id))) {
        Snapshot snapshot = inspections.evenDeleted(id).orElseThrow();
        long revision = snapshot.state().revision();
        boolean resumes =
            from.isPresent() && from.get() <= revision && revision - from.get() <= REPLAYED;
        if (!resumes || !replay(snapshot, from.get(), output)) {
          begin(snapshot, from.isPresent(), output);
        }
        behind =
            pass(watch, published -> published.recorded().revision() > revision, output, false);
      }
      from = Optional.of(UNKNOWN);
    } while (behind);
  }

  private static void begin(Snapshot snapshot, boolean reset, EventOutput output) {
    Inspection state = snapshot.state();
    if (reset) {
      output.event("reset", state.revision(), EventJson.reset(state.revision()));
    }
    output.event(
        "snapshot",
        state.revision(),
        RatingsTree.of(state.id(), state.revision(), snapshot.ratings()).json());
  }

  /** Tells what was missed; false, and nothing is told, where part of that is erased. */
  private boolean replay(Snapshot snapshot, long seen, EventOutput output) {
    long upTo = snapshot.state().revision();
    if (seen == upTo) {
      output.heartbeat();
      return true;
    }
    if (!(inspections.history().stateAt(snapshot, seen)
        instanceof Outcome.Done<Inspection>(Inspection state))) {
      return false;
    }
    Ratings then = Scorer.rate(state);
    try (var missed = inspections.history().between(snapshot, seen, upTo)) {
      missed.forEach(
          recorded ->
              output.event(
                  "change",
                  recorded.revision(),
                  recorded.revision() == upTo
                      ? EventJson.change(recorded, then, snapshot.ratings())
                      : EventJson.change(recorded)));
    }
    return true;
  }

  /** Tells what happens until the watch ends; whether that was for falling behind. */
  private static boolean pass(
      Watch watch, Predicate<Published> untold, EventOutput output, boolean ofAll)
      throws InterruptedException {
    while (true) {
      switch (watch.next(HEARTBEAT_SECONDS)) {
        case Watch.Told.Quiet quiet -> output.heartbeat();
        case Watch.Told.Happened(Published published) -> {
          if (untold.test(published)) {
            output.event(
                "change",
                ofAll ? published.sequence() : published.recorded().revision(),
                EventJson.change(published.recorded(), published.before(), published.after()));
          }
        }
        case Watch.Told.FellBehind behind -> {
          return true;
        }
        case Watch.Told.Stopped stopped -> {
          return false;
        }
      }
    }
  }

  private Outcome<Route.EventWriter> ofAll(Exchange exchange) {
    boolean seen = lastSeen(exchange).isPresent();
    return inspections.hub().full() ? tooMany() : Outcome.done(output -> followAll(seen, output));
  }

  /** A daemon-wide stream does not resume: it begins anew with every inspection's revision. */
  private void followAll(boolean seen, EventOutput output) throws InterruptedException {
    boolean reset = seen;
    boolean behind;
    do {
      try (Watch watch = inspections.watch(published -> true)) {
        long sequence = inspections.sequence();
        Map<InspectionId, Long> told = inspections.revisions();
        if (reset) {
          output.event("reset", sequence, EventJson.reset(sequence));
        }
        output.event("snapshot", sequence, EventJson.inspections(told));
        behind =
            pass(
                watch,
                published ->
                    published.recorded().revision()
                        > told.getOrDefault(published.recorded().inspection(), 0L),
                output,
                true);
      }
      reset = true;
    } while (behind);
  }
}
