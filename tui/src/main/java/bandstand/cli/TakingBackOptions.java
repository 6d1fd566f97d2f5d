package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.wire.TakingBack;
import bandstand.wire.WriteJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One change of an inspection that is to be taken back or brought back. */
final class TakingBackOptions {
  /** Changes in the way that are told whole; the first are dealt with first. */
  private static final int TOLD = 20;

  @Parameters(
      index = "0",
      paramLabel = "INSPECTION",
      description = "Its id, such as leicester-2019.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REVISION",
      converter = RevisionNumber.class,
      description = "Which one, as bandstand history lists it (default: your own last).")
  private Optional<Long> revision = Optional.empty();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, where it touches a submitted case.")
  private Optional<String> reason = Optional.empty();

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  /**
   * Asks for it, and says what it came to.
   *
   * @param way the last part of the path, {@code undo} or {@code redo}
   */
  int run(Setting setting, Reach reach, String way) {
    return reach.talk(
        client ->
            new Inspections(client).find(id).then(row -> sent(setting, client, row.id(), way)));
  }

  private Result<ExitCode> sent(
      Setting setting, DaemonClient client, InspectionId inspection, String way) {
    Request request =
        Request.of("POST", "inspections", inspection.text(), way)
            .patient(Request.LONG_PATIENCE)
            .json(new TakingBack(revision, reason).json());
    ChangeHistory history = new ChangeHistory(client, inspection);
    return switch (client.ask(request, Outcome::done)) {
      case Answered.Done<byte[]>(byte[] body, _, _) -> done(setting, history, body);
      case Answered.Refused<byte[]>(Problem problem) when problem.kind() == Problem.Kind.CONFLICT ->
          new Result.Ended<>(ExitCode.FAILED, conflict(history, problem));
      case Answered.Refused<byte[]>(Problem problem) -> Result.refused(problem);
      case Answered.Lost<byte[]>(String why) ->
          new Result.Ended<>(
              ExitCode.NO_DAEMON,
              why + "\nwhether it was done is not known: bandstand history " + inspection);
    };
  }

  private Result<ExitCode> done(Setting setting, ChangeHistory history, byte[] body) {
    if (json) {
      setting.output().pass(body);
      return new Result.Done<>(ExitCode.DONE);
    }
    return Result.of(WriteJson.read(body), ExitCode.FAILED)
        .map(
            written -> {
              setting
                  .output()
                  .say(
                      history
                          .line(written.revision())
                          .orElseGet(() -> "done, at revision " + written.revision()));
              return ExitCode.DONE;
            });
  }

  /** What stands in the way, change by change, and what to do next. */
  private static String conflict(ChangeHistory history, Problem problem) {
    List<Long> conflicts = problem.conflicts();
    if (conflicts.isEmpty()) {
      return problem.detail()
          + "\nbandstand history "
          + history.inspection()
          + " lists all changes; --reason TEXT says why a submitted case changes";
    }
    String lines =
        conflicts.stream()
            .limit(TOLD)
            .map(other -> "  " + history.line(other).orElseGet(() -> "r " + other) + "\n")
            .collect(Collectors.joining());
    String more =
        conflicts.size() > TOLD ? "  and %d more\n".formatted(conflicts.size() - TOLD) : "";
    return "%s\n%s%stake those back first, the last one first: bandstand undo %s %d"
        .formatted(problem.detail(), lines, more, history.inspection(), conflicts.getLast());
  }
}
