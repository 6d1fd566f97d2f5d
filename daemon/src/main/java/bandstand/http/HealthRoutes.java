package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.Inspections;
import bandstand.wire.HealthJson;
import java.util.List;
import java.util.Optional;

/** Whether the daemon lives, and whether it takes writes. */
final class HealthRoutes {
  private final Inspections inspections;
  private final Backups backups;
  private final String version;

  HealthRoutes(Inspections inspections, Backups backups, String version) {
    this.inspections = inspections;
    this.backups = backups;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.open("/health/live", exchange -> Outcome.done(up())),
        Route.open("/health/ready", exchange -> ready()),
        Route.get("/version", Role.VIEWER, exchange -> Outcome.done(version())));
  }

  private static Reply up() {
    return Reply.ok(HealthJson.status("up"));
  }

  private Outcome<Reply> ready() {
    Optional<String> why = inspections.unwritable();
    return why.isEmpty()
        ? Outcome.done(Reply.ok(HealthJson.ready(backups.status())))
        : Outcome.refused(Problem.Kind.UNAVAILABLE, why.get());
  }

  private Reply version() {
    return Reply.ok(HealthJson.version(version));
  }
}
