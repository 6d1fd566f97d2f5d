package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.wire.BackupJson;
import bandstand.wire.Requests;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Backups: one made and sent, and which one was verified last. */
final class BackupRoutes {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Backups backups;

  BackupRoutes(Backups backups) {
    this.backups = backups;
  }

  List<Route> routes() {
    return List.of(
        Route.download("/api/v1/admin/backup", Role.LEAD, this::make).unrevised(),
        Route.get("/api/v1/admin/backups", Role.VIEWER, exchange -> status()),
        Route.post("/api/v1/admin/backups", Role.LEAD, this::verified).unrevised());
  }

  private Outcome<Route.Download> make(Exchange exchange) {
    return exchange
        .json()
        .then(Requests::readNothing)
        .then(nothing -> backups.begin(exchange.person()))
        .map(
            making ->
                new Route.Download(
                    "application/zip",
                    "bandstand-%s-%d.zip".formatted(DAY.format(making.at()), making.sequence()),
                    making::into,
                    making::close));
  }

  private Outcome<Reply> status() {
    return Outcome.done(Reply.ok(BackupJson.status(backups.status())));
  }

  private Outcome<Reply> verified(Exchange exchange) {
    return exchange
        .json()
        .then(BackupJson::readClaim)
        .then(
            claim -> {
              try {
                return backups.verified(claim, exchange.person());
              } catch (IOException failed) {
                return Outcome.refused(
                    Problem.Kind.UNAVAILABLE, "It cannot be noted: the disk is full or failed");
              }
            })
        .map(status -> Reply.ok(BackupJson.status(status)));
  }
}
