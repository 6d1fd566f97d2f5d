package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.Inspections;
import bandstand.wire.BackupJson;
import bandstand.wire.HealthJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
        Route.get("/version", Role.VIEWER, exchange -> Outcome.done(version())),
        Route.get("/metrics", Role.VIEWER, exchange -> Outcome.done(metrics())));
  }

  private static Reply up() {
    return Reply.ok(HealthJson.status("up"));
  }

  private Outcome<Reply> ready() {
    Optional<String> why = inspections.unwritable();
    return why.isEmpty()
        ? Outcome.done(Reply.ok(HealthJson.ready(backups.last())))
        : Outcome.refused(Problem.Kind.UNAVAILABLE, why.get());
  }

  private Reply version() {
    return Reply.ok(HealthJson.version(version));
  }

  private Reply metrics() {
    Runtime runtime = Runtime.getRuntime();
    Optional<BackupJson.Proof> last = backups.last();
    String text =
        """
        # TYPE bandstand_inspections gauge
        bandstand_inspections %d
        # TYPE bandstand_watchers gauge
        bandstand_watchers %d
        # TYPE bandstand_journal_sequence counter
        bandstand_journal_sequence %d
        # TYPE bandstand_heap_used_bytes gauge
        bandstand_heap_used_bytes %d
        # TYPE bandstand_last_verified_backup_timestamp_seconds gauge
        bandstand_last_verified_backup_timestamp_seconds %d
        # TYPE bandstand_last_verified_backup_sequence gauge
        bandstand_last_verified_backup_sequence %d
        """
            .formatted(
                inspections.ids().size(),
                inspections.hub().size(),
                inspections.sequence(),
                runtime.totalMemory() - runtime.freeMemory(),
                last.map(proof -> proof.at().getEpochSecond()).orElse(0L),
                last.map(proof -> proof.claim().sequence()).orElse(0L));
    return new Reply(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of());
  }
}
