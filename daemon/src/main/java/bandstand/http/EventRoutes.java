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
import java.util.Optional;

/** Changes as they happen, without a gap. */
final class EventRoutes {
  /** A vanished client is noticed within this time, and a silent line kept open. */
  static final long HEARTBEAT_SECONDS = 10;

  /** Missed changes that are told one by one; past that a fresh snapshot is the shorter way. */
  static final long REPLAYED = 10_000;

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
                watch(found.id()).map(watch -> output -> follow(found.id(), seen, watch, output)));
  }

  private static Optional<Long> lastSeen(Exchange exchange) {
    return exchange
        .header("Last-Event-ID")
        .map(id -> id.matches("[0-9]{1,18}") ? Long.parseLong(id) : Long.MAX_VALUE);
  }

  private Outcome<Watch> watch(InspectionId id) {
    return inspections
        .watch(published -> published.recorded().inspection().equals(id))
        .map(Outcome::done)
        .orElseGet(EventRoutes::tooMany);
  }

  private static Outcome<Watch> tooMany() {
    return Outcome.refused(Problem.Kind.UNAVAILABLE, "Too many watchers; close some");
  }

  /** The watch stands before the snapshot is read, so nothing falls between the two. */
  private void follow(InspectionId id, Optional<Long> seen, Watch watch, EventOutput output)
      throws InterruptedException {
    try (watch) {
      Snapshot snapshot = inspections.evenDeleted(id).orElseThrow();
      long revision = snapshot.state().revision();
      boolean resumes =
          seen.isPresent() && seen.get() <= revision && revision - seen.get() <= REPLAYED;
      if (resumes) {
        replay(snapshot, seen.get(), output);
      } else {
        begin(snapshot, seen.isPresent(), output);
      }
      pass(id, revision, watch, output);
    }
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

  private void replay(Snapshot snapshot, long seen, EventOutput output) {
    long upTo = snapshot.state().revision();
    if (seen == upTo) {
      output.heartbeat();
      return;
    }
    Ratings then =
        seen == 0
            ? Scorer.rate(Inspection.blank(snapshot.state().id(), snapshot.state().framework()))
            : Scorer.rate(inspections.history().stateAt(snapshot, seen));
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
  }

  private void pass(InspectionId id, long told, Watch watch, EventOutput output)
      throws InterruptedException {
    while (true) {
      switch (watch.next(HEARTBEAT_SECONDS)) {
        case Watch.Told.Quiet quiet -> output.heartbeat();
        case Watch.Told.Happened(Published published) -> {
          if (published.recorded().revision() > told) {
            output.event(
                "change",
                published.recorded().revision(),
                EventJson.change(published.recorded(), published.before(), published.after()));
          }
        }
        case Watch.Told.FellBehind behind -> {
          long revision = inspections.evenDeleted(id).orElseThrow().state().revision();
          output.event("reset", revision, EventJson.reset(revision));
          return;
        }
        case Watch.Told.Stopped stopped -> {
          return;
        }
      }
    }
  }

  private Outcome<Route.EventWriter> ofAll(Exchange exchange) {
    Optional<Watch> watch = inspections.watch(published -> true);
    if (watch.isEmpty()) {
      return tooMany().map(never -> output -> {});
    }
    boolean reset = lastSeen(exchange).isPresent();
    return Outcome.done(output -> followAll(reset, watch.get(), output));
  }

  private void followAll(boolean reset, Watch watch, EventOutput output)
      throws InterruptedException {
    try (watch) {
      long sequence = inspections.sequence();
      if (reset) {
        output.event("reset", sequence, EventJson.reset(sequence));
      }
      output.event("snapshot", sequence, EventJson.inspections(inspections.revisions()));
      while (true) {
        switch (watch.next(HEARTBEAT_SECONDS)) {
          case Watch.Told.Quiet quiet -> output.heartbeat();
          case Watch.Told.Happened(Published published) ->
              output.event(
                  "change",
                  published.sequence(),
                  EventJson.change(published.recorded(), published.before(), published.after()));
          case Watch.Told.FellBehind behind -> {
            output.event("reset", inspections.sequence(), EventJson.reset(inspections.sequence()));
            return;
          }
          case Watch.Told.Stopped stopped -> {
            return;
          }
        }
      }
    }
  }
}
