package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.state.Words;
import bandstand.view.Figures;
import bandstand.wire.ImportJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingMove;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file of cases on its way into an inspection, and what is said of its faults. */
record Sending(
    Setting setting,
    DaemonClient client,
    Inspections inspections,
    InspectionJson.Row row,
    Request request,
    FaultLines lines,
    boolean json) {

  /** What was answered, in words and as it came. */
  record Sent(ImportJson.Told told, byte[] body) {}

  /** What it came to; a file that is refused whole ends the command, its faults told. */
  Result<Sent> send() {
    return switch (client.ask(request, Outcome::done)) {
      case Answered.Done<byte[]>(byte[] body, _, _) -> done(body);
      case Answered.Refused<byte[]>(Problem problem) when !problem.faults().isEmpty() ->
          bad(problem);
      case Answered.Refused<byte[]>(Problem problem) -> Result.refused(problem);
      case Answered.Lost<byte[]>(String why) -> new Result.Ended<>(ExitCode.NO_DAEMON, why);
    };
  }

  private Result<Sent> done(byte[] body) {
    return Result.of(ImportJson.read(body, row.edition()), ExitCode.FAILED)
        .map(
            told -> {
              if (!json) {
                tell(told.errors(), told.errorCount());
              }
              return new Sent(told, body);
            });
  }

  private Result<Sent> bad(Problem problem) {
    if (json) {
      setting.output().pass(ProblemJson.write(problem));
      return new Result.Ended<>(ExitCode.BAD_INPUT, "");
    }
    tell(problem.faults(), problem.faultCount());
    return new Result.Ended<>(ExitCode.BAD_INPUT, "no case was imported");
  }

  private void tell(List<Fault> faults, long count) {
    FaultLines.otherEdition(faults, row.id(), row.edition(), inspections.editions())
        .ifPresent(setting.errors()::say);
    lines.of(faults, count).forEach(setting.errors()::say);
  }

  /** What it came to, in lines. */
  static List<String> summary(Framework edition, ImportJson.Told told) {
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
        told.overwrittenCount() == 0
            ? ""
            : ", " + told.overwrittenCount() + " of them overwritten";
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
}
