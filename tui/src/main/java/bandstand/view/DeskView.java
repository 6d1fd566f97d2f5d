package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Question;
import bandstand.framework.Standard;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import bandstand.state.Guide;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.Shown;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case: its questions above, what its answers do to the figures below. */
final class DeskView {
  /** Lines of questions that are worth more than the last rows of the strip. */
  private static final int FEWEST_LINES = 5;

  /** A rule, the question in hand and the one just answered. */
  private static final int FIGURE_ROWS = 3;

  private DeskView() {}

  static void draw(State state, Screen.Desk desk, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    int columns = canvas.size().columns();
    List<Question> lines = Rows.desk(opened, desk.subject());
    if (lines.isEmpty()) {
      canvas.put(area.top(), 0, "nothing is asked here; Esc goes back", Style.PLAIN);
      return;
    }
    Question current =
        lines.stream()
            .filter(line -> desk.cursor().equals(Optional.of(line.code())))
            .findFirst()
            .orElseGet(lines::getLast);
    canvas.put(area.top(), 0, about(state, opened, desk), Style.BOLD);
    progress(state, opened, desk, lines, current.standard(), columns)
        .draw(canvas, area.top() + 1, 0, columns);
    List<Line> strip = beside(state, opened, desk, current, area.height() - 3, columns);
    Area.rule(canvas, area.top() + 2);
    int height = area.height() - 3 - strip.size();
    DeskLines.of(state, opened, desk, lines, columns)
        .draw(canvas, area.top() + 3, 0, height, columns);
    for (int row = 0; row < strip.size(); row++) {
      strip.get(row).draw(canvas, area.top() + 3 + height + row, 0, columns);
    }
  }

  /** The figures, and the characteristics where there are any and room for both. */
  private static List<Line> beside(
      State state, Opened opened, Screen.Desk desk, Question current, int height, int columns) {
    List<Line> guide =
        Guide.of(state)
            .map(one -> GuideLines.fitting(one, columns, height - FEWEST_LINES - FIGURE_ROWS))
            .orElse(List.of());
    if (guide.isEmpty()) {
      return strip(state, opened, desk, current, height - 1, columns);
    }
    List<Line> both =
        new ArrayList<>(strip(state, opened, desk, current, height - guide.size() + 1, columns));
    if (!both.isEmpty()) {
      both.removeLast();
    }
    both.addAll(guide);
    return both;
  }

  /** Between rules; as much of it as leaves room for the questions. */
  private static List<Line> strip(
      State state, Opened opened, Screen.Desk desk, Question current, int height, int columns) {
    Line rule = Line.of("─".repeat(columns), Style.DIM);
    for (List<Line> strip : DeskStrip.byImportance(state, opened, desk, current, columns)) {
      if (height - strip.size() - 2 >= FEWEST_LINES) {
        List<Line> ruled = new ArrayList<>(strip);
        ruled.addFirst(rule);
        ruled.add(rule);
        return ruled;
      }
    }
    return List.of();
  }

  private static String about(State state, Opened opened, Screen.Desk desk) {
    Optional<Case> file = desk.subject().flatMap(opened.inspection()::file);
    return file.map(one -> about(state, one)).orElse("The service itself: judged standards");
  }

  private static String about(State state, Case file) {
    StringBuilder words = new StringBuilder(file.reference() + " " + file.type());
    words.append("  step: ").append(file.step().word());
    boolean mine =
        state.link().me().map(me -> file.assignee().equals(Optional.of(me.name()))).orElse(false);
    file.assignee().ifPresent(name -> words.append(mine ? "  you: " : "  with ").append(name));
    file.fact(Case.MANAGER).ifPresent(name -> words.append("  ").append(name));
    String strata = CasesView.strata(file);
    words.append(strata.isEmpty() ? "" : "  " + strata);
    file.fact(Case.NOTE).ifPresent(note -> words.append("  ; ").append(note));
    return words.toString();
  }

  private static Line progress(
      State state,
      Opened opened,
      Screen.Desk desk,
      List<Question> lines,
      Standard standard,
      int columns) {
    List<Question> here = lines.stream().filter(line -> line.standard().equals(standard)).toList();
    List<Question> prompts = here.stream().filter(Question::isPrompt).toList();
    List<Question> judgements = here.stream().filter(line -> !line.isPrompt()).toList();
    StringBuilder words = new StringBuilder(standard.code() + " " + standard.title());
    if (!prompts.isEmpty()) {
      words.append("  prompts ").append(share(state, opened, desk.subject(), prompts));
    }
    if (!judgements.isEmpty()) {
      words.append("  judged ").append(share(state, opened, desk.subject(), judgements));
    }
    String whole =
        (desk.subject().isPresent() ? "whole case " : "whole service ")
            + share(state, opened, desk.subject(), lines);
    return Line.of(words.toString()).to(columns - whole.length(), 3).plus(whole);
  }

  private static String share(
      State state, Opened opened, Optional<Reference> subject, List<Question> lines) {
    long done =
        lines.stream()
            .map(Question::code)
            .filter((Code code) -> !Shown.of(state, opened, subject, code).open())
            .count();
    return done + "/" + lines.size();
  }
}
