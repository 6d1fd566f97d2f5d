package bandstand.cli;

import bandstand.client.Request;
import bandstand.inspection.Once;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** How a file of cases is to be imported, as the command line says. */
final class ImportManner {
  @Option(names = "--dry-run", description = "Check everything and keep nothing.")
  private boolean dryRun;

  @Option(names = "--partial", description = "Keep the good rows and list the bad ones.")
  private boolean partial;

  @Option(
      names = "--no-overwrite",
      description = "Refuse rows that would change an answer that stands.")
  private boolean noOverwrite;

  @Option(
      names = "--allow-identifying",
      paramLabel = "REASON",
      description = "Take columns that look as if they identified a child, and say why.")
  private Optional<String> identifying = Optional.empty();

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description =
          "With --partial: a new file for the rows that were left out, as they were and under the"
              + " same header, to mend and import.")
  private Optional<Path> failed = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Send again what was cut off; it takes effect once (see the message of then).")
  private Optional<String> key = Optional.empty();

  private final String made = UUID.randomUUID().toString();

  /** Why it cannot be done so, before anything is sent. */
  Optional<Result.Ended<ExitCode>> refusal() {
    if (key.isPresent() && !Once.isKey(key.get())) {
      return Optional.of(
          new Result.Ended<>(
              ExitCode.USAGE,
              "--key takes 1 to %d printable ASCII characters".formatted(Once.KEY_CHARACTERS)));
    }
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Path file = failed.get();
    if (!partial) {
      return Optional.of(
          new Result.Ended<>(
              ExitCode.USAGE,
              "--failed goes with --partial: without it one bad row keeps all of them out"));
    }
    return Unwritable.refusal(file).map(why -> new Result.Ended<>(ExitCode.FAILED, why));
  }

  Request of(Request request) {
    Request said = said(request, dryRun);
    return dryRun ? said : said.header("Idempotency-Key", key());
  }

  /** The same, only to be tried. */
  Request trying(Request request) {
    return said(request, true);
  }

  private Request said(Request request, boolean tried) {
    Request said =
        request
            .with("dryRun", Boolean.toString(tried))
            .with("mode", partial ? "partial" : "atomic");
    Request kept = noOverwrite ? said.with("overwrite", "false") : said;
    return identifying.map(reason -> kept.with("allow-identifying", reason)).orElse(kept);
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean partial() {
    return partial;
  }

  /** Whether columns that look as if they identified a child are taken. */
  boolean identifying() {
    return identifying.isPresent();
  }

  /** What the daemon knows this import by, should it come twice. */
  String key() {
    return key.orElse(made);
  }

  /** Where rows go that were left out. */
  Optional<Path> failed() {
    return failed;
  }
}
