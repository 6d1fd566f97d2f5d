package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;

/** Going to a desk, and from line to line on it. */
final class Desks {
  private Desks() {}

  /** The desk of a case or the service at its first open line, at the first when none is open. */
  static Screen.Desk at(State state, Opened opened, Optional<Reference> subject) {
    return at(state, opened, subject, Optional.empty());
  }

  /** The same, but where none is open at that line, if it has it. */
  private static Screen.Desk at(
      State state, Opened opened, Optional<Reference> subject, Optional<Code> otherwise) {
    List<Code> lines = lines(opened, subject);
    Optional<Code> line =
        lines.stream()
            .filter(code -> Shown.of(state, opened, subject, code).open())
            .findFirst()
            .or(() -> otherwise.filter(lines::contains))
            .or(() -> lines.stream().findFirst());
    return new Screen.Desk(subject, line, Optional.empty());
  }

  /** The desk at the first line within a code, or as {@link #at} where there is none. */
  static Screen.Desk at(State state, Opened opened, Optional<Reference> subject, Code within) {
    return lineWithin(opened, subject, within)
        .map(line -> new Screen.Desk(subject, Optional.of(line), Optional.empty()))
        .orElseGet(() -> at(state, opened, subject));
  }

  /** A key question is its judgement line, a standard its first line. */
  static Optional<Code> lineWithin(Opened opened, Optional<Reference> subject, Code within) {
    List<Code> lines = lines(opened, subject);
    return lines.contains(within)
        ? Optional.of(within)
        : lines.stream().filter(within::contains).findFirst();
  }

  static List<Code> lines(Opened opened, Optional<Reference> subject) {
    return Rows.desk(opened, subject).stream().map(Question::code).toList();
  }

  /** The line after the cursor in printed order; empty after the last. */
  static Screen.Desk advanced(Opened opened, Screen.Desk desk) {
    List<Code> lines = lines(opened, desk.subject());
    int next = place(lines, desk) + 1;
    return desk.at(next < lines.size() ? Optional.of(lines.get(next)) : Optional.empty());
  }

  /** Among the lines and the place after the last. */
  static Screen.Desk moved(Opened opened, Screen.Desk desk, Action action, int page) {
    List<Code> lines = lines(opened, desk.subject());
    int last = lines.size();
    int now = place(lines, desk);
    int to =
        switch (action) {
          case LEFT -> keyQuestionBefore(lines, now);
          case RIGHT -> keyQuestionAfter(lines, now);
          default -> Moving.row(action, now, last + 1, page);
        };
    return desk.at(to == last ? Optional.empty() : Optional.of(lines.get(to)));
  }

  /** The cursor's line; after the last, or when the line is gone, their number. */
  private static int place(List<Code> lines, Screen.Desk desk) {
    int found = desk.cursor().map(lines::indexOf).orElse(-1);
    return found < 0 ? lines.size() : found;
  }

  private static Code keyQuestion(Code line) {
    return line.depth() == 4 ? line.parent() : line;
  }

  /** First line of the key question, or when there, of the one before. */
  private static int keyQuestionBefore(List<Code> lines, int now) {
    int to = Math.max(0, now - 1);
    while (to > 0 && keyQuestion(lines.get(to - 1)).equals(keyQuestion(lines.get(to)))) {
      to--;
    }
    return Math.min(to, lines.size());
  }

  private static int keyQuestionAfter(List<Code> lines, int now) {
    int to = now;
    while (to < lines.size() && keyQuestion(lines.get(to)).equals(keyQuestion(lines.get(now)))) {
      to++;
    }
    return to;
  }

  /** {@code ]} and {@code [}: the open line after or before, of this case. */
  static State toOpen(State state, Opened opened, Screen.Desk desk, boolean forward) {
    List<Code> lines = lines(opened, desk.subject());
    int now = place(lines, desk);
    List<Code> beyond =
        forward
            ? lines.subList(Math.min(now + 1, lines.size()), lines.size())
            : lines.subList(0, now).reversed();
    return beyond.stream()
        .filter(line -> Shown.of(state, opened, desk.subject(), line).open())
        .findFirst()
        .map(line -> state.on(desk.at(Optional.of(line))))
        .orElseGet(
            () ->
                state.saying("no open question " + (forward ? "after" : "before") + " this line"));
  }

  /** The case after or before by reference, at its first open line, else at the same question. */
  static State toCase(State state, Opened opened, Screen.Desk desk, boolean forward) {
    if (desk.subject().isEmpty()) {
      return state.saying("this desk is the service's own; :case goes to a case");
    }
    var cases = opened.inspection().cases();
    Reference here = desk.subject().get();
    List<Reference> references = List.copyOf(cases.keySet());
    List<Reference> beyond =
        (forward ? references : references.reversed())
            .stream()
                .filter(other -> forward ? other.compareTo(here) > 0 : other.compareTo(here) < 0)
                .toList();
    return beyond.isEmpty()
        ? state.saying(here + " is the " + (forward ? "last" : "first") + " case")
        : state.on(at(state, opened, Optional.of(beyond.getFirst()), desk.cursor()));
  }

  /** The desk last looked at, else the first case that can be answered, else the first case. */
  static Optional<Screen.Desk> last(State state, Opened opened) {
    return state
        .display()
        .desk()
        .filter(desk -> !Rows.desk(opened, desk.subject()).isEmpty())
        .or(() -> firstCase(opened).map(file -> at(state, opened, Optional.of(file.reference()))));
  }

  private static Optional<Case> firstCase(Opened opened) {
    var cases = opened.inspection().cases().values();
    return cases.stream()
        .filter(file -> opened.isOpen(file) && !file.isErased())
        .findFirst()
        .or(() -> cases.stream().findFirst());
  }
}
