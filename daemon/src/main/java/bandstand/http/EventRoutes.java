package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.service.Hub;
import bandstand.service.Inspections;
import java.util.List;
import java.util.Optional;

/** Changes as they happen, without a gap. */
final class EventRoutes {
  /** Ahead of every revision and sequence: what follows begins with a reset. */
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
                seated(
                    exchange,
                    output -> new OneStream(inspections, found.id(), output).follow(seen)));
  }

  private Outcome<Route.EventWriter> ofAll(Exchange exchange) {
    Optional<Long> seen = lastSeen(exchange);
    return seated(exchange, output -> new WholeStream(inspections, output).follow(seen));
  }

  private static Optional<Long> lastSeen(Exchange exchange) {
    return exchange
        .header("Last-Event-ID")
        .map(id -> id.matches("[0-9]{1,18}") ? Long.parseLong(id) : UNKNOWN);
  }

  /** What follows a reader, and stops when the reader leaves or the daemon ends. */
  private interface Following {
    void follow(EventOutput output) throws InterruptedException;
  }

  private Outcome<Route.EventWriter> seated(Exchange exchange, Following following) {
    return inspections.hub().admit(exchange.person()).map(seat -> writer(seat, following));
  }

  private static Route.EventWriter writer(Hub.Seat seat, Following following) {
    return new Route.EventWriter() {
      @Override
      public void write(EventOutput output) throws InterruptedException {
        following.follow(output);
      }

      @Override
      public void close() {
        seat.close();
      }
    };
  }
}
