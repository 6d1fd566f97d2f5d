package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.PrivateFiles;
import bandstand.client.Request;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.state.Words;
import bandstand.view.Figures;
import bandstand.wire.Faults;
import bandstand.wire.ImportJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingMove;
import bandstand.wire.RowCutter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file of cases on its way into an inspection, and what is said of it. */
record Sending(
    Setting setting,
    DaemonClient client,
    Inspections inspections,
    InspectionJson.Row row,
    CasesFile cases,
    ImportManner manner,
    boolean allErrors,
    boolean json) {
  /** Overwritten answers that are named; the first are as good as any. */
  private static final int NAMED = 20;

  /** What was answered, in words and as it came. */
  record Sent(ImportJson.Told told, byte[] body) {}

  /** What it came to; a file that is refused whole ends the command, its faults told. */
  Result<Sent> send() {
    return fits().then(this::send);
  }

  /** What the inspection would refuse it for; nothing is kept. */
  Result<Faults> faults() {
    return fits()
        .then(
            _ ->
                switch (client.ask(
                    manner.trying(cases.request(row.id().text(), Request.Passing.UNSEEN)),
                    Outcome::done)) {
                  case Answered.Done<byte[]> _ -> new Result.Done<>(new Faults());
                  case Answered.Refused<byte[]>(Problem problem)
                      when !problem.faults().isEmpty() -> {
                    Faults faults = new Faults();
                    faults.add(problem.faults(), problem.faultCount());
                    yield new Result.Done<>(faults);
                  }
                  case Answered.Refused<byte[]>(Problem problem) -> Result.refused(problem);
                  case Answered.Lost<byte[]>(String why) ->
                      new Result.Ended<>(ExitCode.NO_DAEMON, why);
                });
  }

  /** Its size in bytes, if an import takes so much. */
  private Result<Long> fits() {
    long size = cases.size();
    return size > CasesFile.MOST_BYTES
        ? new Result.Ended<>(
            ExitCode.BAD_INPUT,
            "%s is larger than the %d MB that an import takes; send it in parts"
                .formatted(cases.name(), CasesFile.MOST_BYTES >> 20))
        : new Result.Done<>(size);
  }

  private Result<Sent> send(long size) {
    boolean shown = setting.surroundings().interactive() && !setting.surroundings().dumb() && !json;
    Answered<byte[]> answered;
    try (ImportProgress progress =
        new ImportProgress(
            setting.errors(), shown, cases.name(), cases.format(), size, manner.key())) {
      answered = answered(manner.of(cases.request(row.id().text(), progress)));
    }
    return switch (answered) {
      case Answered.Done<byte[]>(byte[] body, _, _) -> done(body);
      case Answered.Refused<byte[]>(Problem problem) when !problem.faults().isEmpty() ->
          bad(problem);
      case Answered.Refused<byte[]>(Problem problem) -> Result.refused(problem);
      case Answered.Lost<byte[]>(String why) -> new Result.Ended<>(ExitCode.NO_DAEMON, lost(why));
    };
  }

  /** A lost one is sent once more: under its key it takes effect once. */
  private Answered<byte[]> answered(Request request) {
    Answered<byte[]> first = client.ask(request, Outcome::done);
    return first instanceof Answered.Lost<byte[]> ? client.ask(request, Outcome::done) : first;
  }

  private String lost(String why) {
    return manner.dryRun()
        ? why
        : "%s\nwhether it was imported is not known: send it again with --key %s within a day,"
                .formatted(why, manner.key())
            + " which imports it once";
  }

  private Result<Sent> done(byte[] body) {
    return Result.of(ImportJson.read(body, row.edition()), ExitCode.FAILED)
        .then(
            told -> {
              if (!json) {
                tell(told.errors(), told.errorCount());
              }
              return leftOut(told).map(_ -> new Sent(told, body));
            });
  }

  /** Writes the rows that were left out where they are wanted. */
  private Result<ImportJson.Told> leftOut(ImportJson.Told told) {
    int count = told.rejectedRows().count();
    if (manner.failed().isEmpty() || count == 0) {
      return new Result.Done<>(told);
    }
    Path file = manner.failed().get();
    try (InputStream from = cases.source().open();
        OutputStream to = PrivateFiles.newFile(file)) {
      RowCutter.cut(from, cases.format(), told.rejectedRows(), to);
    } catch (IOException failed) {
      return new Result.Ended<>(
          ExitCode.FAILED,
          "%s cannot be written: %s; the good rows %s, and the others are in the lines above"
              .formatted(
                  file,
                  Unwritable.why(file, failed),
                  told.dryRun() ? "would be kept" : "were kept"));
    }
    if (!json) {
      String rows = Words.count(count, "row");
      setting
          .errors()
          .say(
              told.dryRun()
                  ? "%s would be left out: see %s; nothing was imported".formatted(rows, file)
                  : "%s left out: see %s; mend %s and import that file"
                      .formatted(rows, file, count == 1 ? "it" : "them"));
    }
    return new Result.Done<>(told);
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
    new FaultLines(cases.name(), allErrors).of(faults, count).forEach(setting.errors()::say);
  }

  /** What it came to, in lines. */
  static List<String> summary(Framework edition, ImportJson.Told told) {
    String counts =
        "%s%s: %d created, %d updated, %d unchanged, %d rejected; %s set"
            .formatted(
                told.dryRun() ? "dry run, nothing kept: " : "",
                Words.count(told.received(), "case"),
                told.created(),
                told.updated(),
                told.unchanged(),
                told.rejected(),
                Words.count(told.answersSet(), "answer"));
    String overwritten =
        told.overwrittenCount() == 0 ? "" : ", " + told.overwrittenCount() + " of them overwritten";
    String moved =
        told.moves().stream()
            .filter(move -> move.code().depth() == 2 || move.code().equals(Code.OVERALL))
            .map(move -> move(edition, move))
            .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>(List.of(counts + overwritten));
    told.overwritten().stream().limit(NAMED).map(Sending::overwritten).forEach(lines::add);
    if (told.overwrittenCount() > NAMED) {
      lines.add(
          "  and %d more; --json lists the first %d"
              .formatted(told.overwrittenCount() - NAMED, told.overwritten().size()));
    }
    if (!moved.isEmpty()) {
      lines.add((told.dryRun() ? "it would be " : "now ") + moved);
    }
    return lines;
  }

  /** {@code C01 2.1.1: yes in place of no, by nia}, or what of it is new where the answer stays. */
  private static String overwritten(ImportJson.Overwritten one) {
    String what =
        one.before().equals(one.after())
            ? "another " + String.join(" and ", one.changed()).replace("ask", "mark") + ", still "
            : one.after() + " in place of ";
    return "  %s %s: %s%s, by %s"
        .formatted(one.subject(), one.code(), what, one.before(), one.by());
  }

  private static String move(Framework edition, RatingMove move) {
    return move.code() + " " + word(edition, move.after());
  }

  private static String word(Framework edition, Optional<Rating> rating) {
    return rating.map(one -> Figures.word(edition, one)).orElse("not rated");
  }
}
