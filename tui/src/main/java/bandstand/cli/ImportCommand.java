package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Editions;
import bandstand.client.Request;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.state.Words;
import bandstand.view.Figures;
import bandstand.wire.Format;
import bandstand.wire.ImportJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingMove;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand import}: a file of cases into an inspection. */
@Command(
    name = "import",
    description = "Import a file of cases into an inspection; one error and nothing is kept.",
    footer = {"", "Example: bandstand import cases.csv --inspection leicester-2019 --dry-run"})
final class ImportCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON or JSON, by its ending.")
  private Path file = Path.of("");

  @Option(
      names = "--inspection",
      paramLabel = "ID",
      required = true,
      description = "The inspection, such as leicester-2019.")
  private String id = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, ndjson or json, whatever the file's ending.")
  private Optional<String> format = Optional.empty();

  @Option(names = "--dry-run", description = "Check everything and keep nothing.")
  private boolean dryRun;

  @Option(names = "--partial", description = "Keep the good rows and list the bad ones.")
  private boolean partial;

  @Option(
      names = "--allow-identifying",
      paramLabel = "REASON",
      description = "Take columns that look as if they identified a child, and say why.")
  private Optional<String> identifying = Optional.empty();

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  ImportCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    Optional<Format> known = known();
    if (known.isEmpty()) {
      return end(ExitCode.USAGE, file + " is neither .csv, .ndjson nor .json; say --format");
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return end(ExitCode.BAD_INPUT, file + " cannot be read");
    }
    return reach.talk(client -> sent(client, known.get()));
  }

  private Optional<Format> known() {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String wanted =
        format.orElse(name.substring(name.lastIndexOf('.') + 1)).replace("jsonl", "ndjson");
    return Arrays.stream(Format.values())
        .filter(one -> one.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** Asks for the inspection first: a refusal met while a file streams may be lost. */
  private Result<ExitCode> sent(DaemonClient client, Format known) {
    Editions editions = new Editions(client);
    return Result.of(editions.all())
        .then(
            _ ->
                Result.of(
                    client.ask(
                        Request.get("inspections", id),
                        body -> InspectionJson.read(body, editions::byId))))
        .then(
            row ->
                came(
                    editions.byId(row.framework()).orElseThrow(),
                    client.ask(request(known), Outcome::done)));
  }

  private Request request(Format known) {
    Request request =
        Request.of("POST", "inspections", id, "cases")
            .with("dryRun", Boolean.toString(dryRun))
            .with("mode", partial ? "partial" : "atomic");
    return identifying
        .map(reason -> request.with("allow-identifying", reason))
        .orElse(request)
        .carrying(new Request.Content.File(known.mediaType(), file))
        .patient(Request.LONG_PATIENCE);
  }

  private Result<ExitCode> came(Framework edition, Answered<byte[]> answered) {
    return switch (answered) {
      case Answered.Done<byte[]>(byte[] body, _, _) -> done(edition, body);
      case Answered.Refused<byte[]>(Problem problem) when !problem.faults().isEmpty() ->
          new Result.Done<>(bad(problem));
      case Answered.Refused<byte[]>(Problem problem) -> Result.refused(problem);
      case Answered.Lost<byte[]>(String why) -> new Result.Ended<>(ExitCode.NO_DAEMON, why);
    };
  }

  private Result<ExitCode> done(Framework edition, byte[] body) {
    return switch (ImportJson.read(body, edition)) {
      case Outcome.Refused<ImportJson.Told>(Problem problem) -> Result.refused(problem);
      case Outcome.Done<ImportJson.Told>(ImportJson.Told told) -> {
        if (json) {
          setting.output().pass(body);
        } else {
          summary(edition, told).forEach(setting.output()::say);
          faults(told.errors(), told.errorCount());
        }
        yield new Result.Done<>(told.rejected() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE);
      }
    };
  }

  private ExitCode bad(Problem problem) {
    if (json) {
      setting.output().pass(ProblemJson.write(problem));
    } else {
      faults(problem.faults(), problem.faultCount());
      setting.errors().say("bandstand: nothing was imported");
    }
    return ExitCode.BAD_INPUT;
  }

  private static List<String> summary(Framework edition, ImportJson.Told told) {
    String counts =
        "%s%s: %d created, %d updated, %d unchanged, %d rejected; %d answers set"
            .formatted(
                told.dryRun() ? "dry run, nothing kept: " : "",
                Words.count(told.received(), "case"),
                told.created(),
                told.updated(),
                told.unchanged(),
                told.rejected(),
                told.answersSet());
    String overwritten =
        told.overwritten() == 0 ? "" : ", " + told.overwritten() + " of them overwritten";
    String moved =
        told.moves().stream()
            .filter(move -> move.code().depth() == 2 || move.code().equals(Code.OVERALL))
            .map(move -> move(edition, move))
            .collect(Collectors.joining(", "));
    return moved.isEmpty()
        ? List.of(counts + overwritten)
        : List.of(counts + overwritten, (told.dryRun() ? "it would be " : "now ") + moved);
  }

  private static String move(Framework edition, RatingMove move) {
    return move.code() + " " + word(edition, move.after());
  }

  private static String word(Framework edition, Optional<Rating> rating) {
    return rating.map(one -> Figures.word(edition, one)).orElse("not rated");
  }

  private void faults(List<Fault> faults, long count) {
    faults.forEach(fault -> setting.errors().say(line(fault)));
    if (count > faults.size()) {
      setting.errors().say("and " + (count - faults.size()) + " more errors");
    }
  }

  /** As compilers write it: {@code cases.csv:12: 2.1.1 "maybe": yes, no or na is needed}. */
  private String line(Fault fault) {
    String place = fault.line() > 0 ? file + ":" + fault.line() : file + fault.pointer();
    String value = fault.value().map(text -> " \"" + text + "\"").orElse("");
    String field = fault.field() + value;
    return place + ": " + (field.isBlank() ? "" : field.strip() + ": ") + fault.message();
  }

  private int end(ExitCode exit, String why) {
    return reach.ended(new Result.Ended<>(exit, why));
  }
}
