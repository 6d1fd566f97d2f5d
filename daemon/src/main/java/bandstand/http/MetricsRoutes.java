package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.Inspections;
import bandstand.service.Vitals;
import bandstand.service.Work;
import bandstand.wire.BackupJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Figures for whoever runs the daemon. */
final class MetricsRoutes {
  /** Linux says there how much memory a process has. */
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final long KIBIBYTE = 1024;

  private final Inspections inspections;
  private final Backups backups;
  private final Instruments instruments;
  private final String version;
  private final Instant started;

  /**
   * Figures of one daemon.
   *
   * @param started when it did
   */
  MetricsRoutes(
      Inspections inspections,
      Backups backups,
      Instruments instruments,
      String version,
      Instant started) {
    this.inspections = inspections;
    this.backups = backups;
    this.instruments = instruments;
    this.version = version;
    this.started = started;
  }

  List<Route> routes() {
    return List.of(Route.get("/metrics", Role.VIEWER, exchange -> Outcome.done(metrics())));
  }

  private Reply metrics() {
    Vitals vitals = inspections.vitals();
    Exposition text = new Exposition();
    text.family("build_info", "gauge", "The version that runs; always 1.")
        .sample("build_info", Map.of("version", version), 1);
    text.gauge("start_time_seconds", "When the daemon started.", started.getEpochSecond());
    instruments.metrics().into(text);
    text.counter(
        "access_log_lost_total",
        "Lines that the access log could not take.",
        instruments.accessLog().lost());
    watchers(text);
    room(text);
    writes(text, vitals.work());
    kept(text, vitals);
    memory(text);
    return Reply.of(Exposition.MEDIA_TYPE, text.bytes());
  }

  private void watchers(Exposition text) {
    text.gauge("watchers", "Event streams open now.", inspections.hub().size());
    text.counter(
        "watchers_behind_total",
        "Times a watcher fell behind and had to begin anew.",
        inspections.hub().fellBehind());
  }

  private void room(Exposition text) {
    text.gauge(
        "large_requests_waiting",
        "Imports, past states and the like that wait for room in memory.",
        inspections.room().waiting());
  }

  private void writes(Exposition text, Work work) {
    text.counter("changes_total", "Changes recorded.", work.changes());
    text.family("batch_changes", "histogram", "Changes that shared a force.")
        .histogram("batch_changes", Map.of(), work.batches());
    text.family("force_seconds", "histogram", "Writing a batch and forcing it to the disk.")
        .histogram("force_seconds", Map.of(), work.seconds());
    text.gauge(
        "read_only", "1 while no writes are taken.", inspections.unwritable().isPresent() ? 1 : 0);
  }

  private void kept(Exposition text, Vitals vitals) {
    text.gauge("inspections", "Inspections, without deleted ones.", inspections.ids().size());
    text.gauge(
        "inspections_in_memory",
        "Inspections held in memory; the others are read from their files when asked for.",
        vitals.inMemory());
    text.counter("journal_sequence", "The last frame of the journal.", inspections.sequence());
    vitals
        .journal()
        .ifPresent(
            extent -> {
              text.gauge("journal_bytes", "Bytes of the journal's segments.", extent.bytes());
              text.gauge("journal_segments", "Files of the journal.", extent.segments());
            });
    free().ifPresent(free -> text.gauge("disk_free_bytes", "Free where the data lies.", free));
    last(
        text,
        "timestamp_seconds",
        "When a backup was last verified; 0: never.",
        proof -> proof.at().getEpochSecond());
    last(
        text,
        "sequence",
        "The last frame in the backup verified last; 0: none.",
        proof -> proof.claim().sequence());
  }

  private void last(
      Exposition text, String what, String help, Function<BackupJson.Proof, Long> value) {
    text.gauge("last_verified_backup_" + what, help, backups.last().map(value).orElse(0L));
  }

  private Optional<Long> free() {
    try {
      return Optional.of(Files.getFileStore(instruments.data()).getUsableSpace());
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static void memory(Exposition text) {
    Runtime runtime = Runtime.getRuntime();
    text.gauge(
        "heap_used_bytes", "Java heap in use.", runtime.totalMemory() - runtime.freeMemory());
    text.gauge("heap_max_bytes", "The most it may be.", runtime.maxMemory());
    resident().ifPresent(bytes -> text.gauge("resident_bytes", "Memory of the process.", bytes));
  }

  private static Optional<Long> resident() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
          .findFirst();
    } catch (IOException | UncheckedIOException elsewhere) {
      return Optional.empty();
    }
  }
}
