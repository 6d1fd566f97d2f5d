package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.state.Words;
import bandstand.wire.ErasedJson;
import bandstand.wire.Requests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand erase}: a case, or a whole inspection, made unreadable for good. */
@Command(
    name = "erase",
    description = {
      "Erase a case for good: reference, attributes, notes, manager, alerts and history.",
      "Answers that are counted stay under a new name, so every rating stands. Without CASE, the"
          + " whole inspection: once it is past its retention date, or deleted for 30 days. Only a"
          + " lead may, and it cannot be taken back."
    },
    footer = {"", "Example: bandstand erase C17 --inspection ashby --reason \"family's request\""})
final class EraseCommand implements Callable<Integer> {
  private static final String OPEN =
      " What it has not answered stays open: remove it first, if it is not to count.";

  private final Setting setting;
  private final Reach reach;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CASE",
      description = "Its reference; without one, everything.")
  private Optional<String> reference = Optional.empty();

  @Option(names = "--inspection", paramLabel = "ID", required = true, description = "Which one.")
  private String inspection = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Kept for good, so it must not name the case.")
  private String reason = "";

  @Option(names = "--yes", description = "Do not ask for the name to be typed once more.")
  private boolean yes;

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  EraseCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return confirmed() instanceof Result.Ended<ExitCode> ended
        ? reach.ended(ended)
        : reach.talk(this::erased);
  }

  /** What is to be typed once more. */
  private String name() {
    return reference.orElse(inspection);
  }

  private Result<ExitCode> confirmed() {
    if (yes) {
      return new Result.Done<>(ExitCode.DONE);
    }
    if (!setting.surroundings().interactive()) {
      return new Result.Ended<>(
          ExitCode.USAGE, "nobody is here to confirm it; say --yes if it is meant");
    }
    setting
        .errors()
        .say(
            "%s will be erased for good; this cannot be taken back.%s Type %s to go on:"
                .formatted(
                    reference.map(one -> one + " of " + inspection).orElse(inspection),
                    reference.isPresent() ? OPEN : "",
                    name()));
    try {
      String typed =
          new BufferedReader(new InputStreamReader(setting.input(), StandardCharsets.UTF_8))
              .readLine();
      return name().equals(typed == null ? "" : typed.strip())
          ? new Result.Done<>(ExitCode.DONE)
          : new Result.Ended<>(ExitCode.FAILED, "that is not " + name() + "; nothing was erased");
    } catch (IOException failed) {
      return new Result.Ended<>(ExitCode.FAILED, "nothing can be read: " + failed.getMessage());
    }
  }

  private Result<ExitCode> erased(DaemonClient client) {
    Request request =
        reference
            .map(one -> Request.of("POST", "inspections", inspection, "cases", one, "erase"))
            .orElseGet(() -> Request.of("POST", "inspections", inspection, "erase"))
            .json(Requests.reason(Optional.of(reason)))
            .patient(Request.LONG_PATIENCE);
    return Result.of(client.ask(request, Outcome::done))
        .then(
            body -> {
              if (json) {
                setting.output().pass(body);
                return new Result.Done<>(ExitCode.DONE);
              }
              return Result.of(ErasedJson.read(body), ExitCode.FAILED).map(this::said);
            });
  }

  private ExitCode said(ErasedJson.Erased erased) {
    Output output = setting.output();
    output.say(
        reference.isPresent()
            ? "%s is erased: what is counted of it is called %s now; %s of the journal overwritten"
                .formatted(name(), erased.erased(), Words.count(erased.frames(), "frame"))
            : "everything of %s is erased, its ratings stay; %s of the journal overwritten"
                .formatted(name(), Words.count(erased.frames(), "frame")));
    if (!erased.elsewhere().isEmpty()) {
      output.say(
          "a case of that reference is, or was, also in "
              + erased.elsewhere().stream()
                  .map(InspectionId::text)
                  .collect(Collectors.joining(", ")));
    }
    if (erased.mentions() > 0) {
      output.say(
          "%s elsewhere in the inspection name it; bandstand subject-report %s lists them"
              .formatted(Words.count(erased.mentions(), "text"), name()));
    }
    output.say(
        "backups made before hold it still: make a new one (bandstand backup FILE) and destroy");
    output.say("the older; a restore erases again what the erasures.json beside its file names");
    return ExitCode.DONE;
  }
}
