package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.PrivateFiles;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.state.Words;
import bandstand.wire.SubjectJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand subject-report}: everything that is held under one reference. */
@Command(
    name = "subject-report",
    description = {
      "Everything held on a reference, in every inspection, deleted ones too: the case, each change"
          + " with old and new values, alerts, and texts elsewhere that name it.",
      "Lead only."
    })
final class SubjectReportCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(index = "0", paramLabel = "REF", description = "A case's reference.")
  private String reference = "";

  @Option(names = "--inspection", paramLabel = "ID", description = "In this one alone.")
  private Optional<String> inspection = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the report there as JSON, for your eyes alone; a new file.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  SubjectReportCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return file.flatMap(Unwritable::refusal)
        .map(why -> reach.ended(new Result.Ended<>(ExitCode.FAILED, why)))
        .orElseGet(() -> reach.talk(this::reported));
  }

  private Result<ExitCode> reported(DaemonClient client) {
    Request all =
        Request.get("subject-report").with("reference", reference).patient(Request.LONG_PATIENCE);
    Request request = inspection.map(id -> all.with("inspection", id)).orElse(all);
    return Result.of(client.ask(request, Outcome::done)).then(this::kept);
  }

  private Result<ExitCode> kept(byte[] body) {
    if (file.isPresent()) {
      try {
        try (OutputStream to = PrivateFiles.newFile(file.get())) {
          to.write(body);
        }
      } catch (IOException failed) {
        return new Result.Ended<>(
            ExitCode.FAILED,
            "%s cannot be written: %s".formatted(file.get(), Unwritable.why(file.get(), failed)));
      }
    }
    if (json) {
      setting.output().pass(body);
      return new Result.Done<>(ExitCode.DONE);
    }
    return Result.of(SubjectJson.read(body), ExitCode.FAILED).map(this::said);
  }

  private ExitCode said(SubjectJson.Told told) {
    Output output = setting.output();
    for (SubjectJson.Line line : told.held()) {
      output.say(
          "%s  %s: %s, %s, %s"
              .formatted(
                  line.id(),
                  line.service(),
                  Words.count(line.changes(), "change"),
                  Words.count(line.alerts(), "alert"),
                  Words.count(line.mentions(), "mention")));
    }
    output.say(
        told.held().isEmpty()
            ? "nothing is held on "
                + told.reference()
                + file.map(path -> "; " + path + " says so").orElse("")
            : file.map(path -> "all of it is in " + path)
                .orElse("all of it: --json, or --output FILE"));
    output.say("backups are not looked into: what was held when one was made is in it still");
    return ExitCode.DONE;
  }
}
