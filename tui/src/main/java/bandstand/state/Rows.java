package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.framework.Relation;
import bandstand.framework.Standard;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of every list, in order, after its filter. */
public final class Rows {
  private Rows() {}

  /** The opened one as it stands now. */
  public static List<Summary> inspections(State state, Screen.Inspections screen) {
    return state.library().inspections().stream()
        .map(
            row ->
                state
                    .opened()
                    .filter(one -> one.id().equals(row.id()))
                    .map(Opened::summary)
                    .orElse(row))
        .filter(
            row ->
                holds(screen.filter(), row.service() + " " + row.id() + " " + row.edition().id()))
        .toList();
  }

  /** Groups, standards and key questions; prompts of the unfolded key question. */
  public static List<Code> standards(Framework framework, Screen.Standards screen) {
    List<Code> rows = new ArrayList<>();
    for (Group group : framework.groups()) {
      rows.add(group.code());
      for (Standard standard : group.standards()) {
        rows.add(standard.code());
        for (KeyQuestion keyQuestion : standard.keyQuestions()) {
          rows.add(keyQuestion.code());
          if (screen.unfolded().equals(Optional.of(keyQuestion.code()))) {
            keyQuestion.prompts().forEach(prompt -> rows.add(prompt.code()));
          }
        }
      }
    }
    return rows.stream()
        .filter(code -> holds(screen.filter(), code + " " + title(framework, code)))
        .toList();
  }

  public static List<Case> cases(State state, Opened opened, Screen.Cases screen) {
    CaseFilter filter = CaseFilter.of(screen.filter());
    return opened.inspection().cases().values().stream()
        .filter(file -> filter.passes(state, opened, file))
        .toList();
  }

  public static List<Standard> board(Opened opened, Screen.Board screen) {
    return opened.framework().standards().stream()
        .filter(standard -> holds(screen.filter(), standard.code() + " " + standard.title()))
        .toList();
  }

  /** By reference; of a judged standard none. */
  public static List<Case> noCases(Opened opened, Screen.NoCases screen) {
    return opened.inspection().cases().values().stream()
        .filter(file -> file.answer(screen.question()).equals(Optional.of(Answer.NO)))
        .filter(
            file ->
                holds(
                    screen.filter(),
                    file.reference()
                        + " "
                        + file.given(screen.question()).map(given -> given.note()).orElse("")))
        .toList();
  }

  /** Open ones first, then by number. */
  public static List<Alert> alerts(Opened opened, Screen.Alerts screen) {
    return opened.inspection().alerts().values().stream()
        .filter(alert -> holds(screen.filter(), words(alert)))
        .sorted(
            Comparator.comparing((Alert alert) -> !alert.open()).thenComparingInt(Alert::number))
        .toList();
  }

  /** What became of each key question; none until it is known. */
  public static List<Relation> relations(Screen.Compare screen) {
    return screen
        .comparison()
        .map(
            comparison ->
                comparison.relations().stream()
                    .filter(relation -> holds(screen.filter(), words(comparison, relation)))
                    .toList())
        .orElse(List.of());
  }

  static String words(Comparison comparison, Relation relation) {
    Stream<String> from =
        relation.from().stream().map(code -> code + " " + title(comparison.from(), code));
    Stream<String> to =
        relation.to().stream().map(code -> code + " " + title(comparison.to(), code));
    return Stream.of(
            Stream.of(
                relation.kind().word(),
                Words.of(relation.kind()),
                relation.confidence().word(),
                relation.note()),
            from,
            to)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  /** What the calculator rates: not what is judged with its group. */
  public static List<Standard> calculated(Framework framework) {
    return framework.standards().stream()
        .filter(standard -> !standard.judged() || framework.takesJudgement(standard.code()))
        .toList();
  }

  /** Judged standards, and the key questions of the others. */
  public static List<Code> calculator(Framework framework) {
    List<Code> rows = new ArrayList<>();
    for (Standard standard : calculated(framework)) {
      if (standard.judged()) {
        rows.add(standard.code());
      } else {
        standard.keyQuestions().forEach(keyQuestion -> rows.add(keyQuestion.code()));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * What a desk asks, in printed order: each key question's prompts, then the judgement. The
   * service is asked the prompts of judged standards, and a key question only where it has none.
   */
  public static List<Question> desk(Opened opened, Optional<Reference> subject) {
    Framework framework = opened.framework();
    Optional<Case> file = subject.flatMap(opened.inspection()::file);
    if (subject.isPresent() && file.isEmpty()) {
      return List.of();
    }
    List<Question> lines = new ArrayList<>();
    for (Standard standard : framework.standards()) {
      boolean asked =
          file.map(one -> standard.caseTypes().contains(one.type())).orElseGet(standard::judged);
      if (asked) {
        for (KeyQuestion keyQuestion : standard.keyQuestions()) {
          keyQuestion.prompts().forEach(prompt -> lines.add(question(framework, prompt.code())));
          if (subject.isPresent() || keyQuestion.prompts().isEmpty()) {
            lines.add(question(framework, keyQuestion.code()));
          }
        }
      }
    }
    return List.copyOf(lines);
  }

  /** The title of a group or standard, the label of a question; empty for no such code. */
  public static String title(Framework framework, Code code) {
    if (code.depth() == 1) {
      return framework.groups().stream()
          .filter(group -> group.code().equals(code))
          .findFirst()
          .map(Group::title)
          .orElse("");
    }
    return framework
        .standard(code)
        .map(Standard::title)
        .or(() -> framework.question(code).map(Question::label))
        .orElse("");
  }

  /** Where the cursor stands; what is gone counts as the first row. */
  public static <T, K> int index(List<T> rows, Optional<K> cursor, Function<T, K> key) {
    for (int row = 0; cursor.isPresent() && row < rows.size(); row++) {
      if (key.apply(rows.get(row)).equals(cursor.get())) {
        return row;
      }
    }
    return 0;
  }

  /** The row the cursor stands on; empty when there is no row. */
  public static <T, K> Optional<T> at(List<T> rows, Optional<K> cursor, Function<T, K> key) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(index(rows, cursor, key)));
  }

  /** Whether a text holds every word of a filter, in any case. */
  static boolean holds(String filter, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
  }

  private static Question question(Framework framework, Code code) {
    return framework.question(code).orElseThrow();
  }

  private static String words(Alert alert) {
    return String.join(
        " ",
        alert.subject().map(Reference::text).orElse(""),
        alert.risk(),
        alert.organisation(),
        alert.toldRole(),
        alert.status().word(),
        alert.by());
  }
}
