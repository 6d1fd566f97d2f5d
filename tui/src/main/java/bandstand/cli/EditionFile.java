package bandstand.cli;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.state.Words;
import bandstand.wire.FrameworkFile;
import bandstand.wire.FrameworkJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data file of an edition, as the command line names it; {@code -} is standard input. */
record EditionFile(String name, byte[] bytes) {
  private static final String STANDARD_INPUT = "-";

  /** Its bytes, one more than there may be at most. */
  static Result<EditionFile> read(Setting setting, String file) {
    boolean piped = file.equals(STANDARD_INPUT);
    try (InputStream in = piped ? setting.input() : Files.newInputStream(Path.of(file))) {
      return new Result.Done<>(
          new EditionFile(
              piped ? "standard input" : file, in.readNBytes(FrameworkFile.MOST_BYTES + 1)));
    } catch (IOException unreadable) {
      return Unreadable.file(file, unreadable);
    }
  }

  Outcome<Framework> edition() {
    return FrameworkFile.read(bytes);
  }

  /** The edition, or the command's end with every fault. */
  Result<Framework> sound() {
    return switch (edition()) {
      case Outcome.Done<Framework>(Framework edition) -> new Result.Done<>(edition);
      case Outcome.Refused<Framework>(Problem problem) ->
          new Result.Ended<>(ExitCode.BAD_INPUT, String.join("\n", lines(problem)));
    };
  }

  /** Each fault as compilers write it, {@code mine.json:6: /status: …}; then how many there are. */
  List<String> lines(Problem problem) {
    List<String> lines = new ArrayList<>(problem.faults().stream().map(this::line).toList());
    if (lines.isEmpty()) {
      lines.add(name + ": " + problem.detail());
    }
    long all = Math.max(problem.faultCount(), 1);
    boolean some = all > lines.size();
    lines.add(
        Words.count(all, "error") + (some ? ", the first %d listed".formatted(lines.size()) : ""));
    return lines;
  }

  private String line(Fault fault) {
    String pointer = fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
    String value = fault.value().map(text -> " (\"" + text + "\")").orElse("");
    return name + ":" + fault.line() + ": " + pointer + fault.message() + value;
  }

  /** {@code 2 groups, 2 standards, 3 key questions, 4 prompts}. */
  static String counts(FrameworkJson.Row row) {
    return String.join(
        ", ",
        Words.count(row.groups(), "group"),
        Words.count(row.standards(), "standard"),
        Words.count(row.keyQuestions(), "key question"),
        Words.count(row.prompts(), "prompt"));
  }
}
