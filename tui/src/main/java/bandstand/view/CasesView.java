package bandstand.view;

import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.Shown;
import bandstand.state.State;
import bandstand.state.Words;
import java.util.List;
import java.util.Optional;

/** The cases: reference, type, step, assignee, progress, strata. */
final class CasesView {
  private static final int REFERENCE_WIDTH = 9;
  private static final int TYPE_WIDTH = 13;
  private static final int STEP_WIDTH = 12;
  private static final int PERSON_WIDTH = 9;
  private static final int PROGRESS_WIDTH = 8;

  /** From here on references and names have more room. */
  private static final int COLUMNS_FOR_NAMES = 100;

  private static final int MORE_WIDTH = 8;

  private CasesView() {}

  static void draw(State state, Screen.Cases screen, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    int columns = canvas.size().columns();
    int more = columns < COLUMNS_FOR_NAMES ? 0 : MORE_WIDTH;
    List<Case> rows = Rows.cases(state, opened, screen);
    int all = opened.inspection().cases().size();
    String filter =
        screen.filter().isBlank()
            ? ""
            : "  filter: %s (%d of %d)".formatted(screen.filter(), rows.size(), all);
    canvas.put(area.top(), 0, counts(opened, all) + filter, Style.PLAIN);
    Line.of(
            "  "
                + Text.pad("case", REFERENCE_WIDTH + more)
                + Text.pad("type", TYPE_WIDTH)
                + Text.pad("step", STEP_WIDTH)
                + Text.pad("with", PERSON_WIDTH + more)
                + Text.pad("done", PROGRESS_WIDTH)
                + "strata",
            Style.DIM)
        .draw(canvas, area.top() + 1, 0, columns);
    Area.rule(canvas, area.top() + 2);
    int height = area.height() - 3;
    int selected = Rows.index(rows, screen.cursor(), Case::reference);
    Listing list = new Listing();
    for (int row = 0; row < rows.size(); row++) {
      boolean near = Math.abs(row - selected) <= Math.max(1, height);
      list.add(row == selected, near ? line(state, opened, rows.get(row), more) : Line.BLANK);
    }
    if (rows.isEmpty()) {
      list.add(
          false,
          Line.of(
              all == 0
                  ? "  no cases yet: scripts/bandstand import FILE --inspection " + opened.id()
                  : "  no case passes",
              Style.DIM));
    }
    list.draw(canvas, area.top() + 3, 0, height, columns);
  }

  private static String counts(Opened opened, int all) {
    int open = opened.openCases();
    String cases = Words.count(all, "case");
    return open == 0 && all > 0 ? cases + ", all judged" : cases + ", %d open".formatted(open);
  }

  private static Line line(State state, Opened opened, Case file, int more) {
    Optional<Reference> subject = Optional.of(file.reference());
    List<Question> lines = Rows.desk(opened, subject);
    long done =
        lines.stream()
            .filter(line -> !Shown.of(state, opened, subject, line.code()).open())
            .count();
    boolean alert =
        opened.inspection().alerts().values().stream()
            .anyMatch(one -> one.open() && one.subject().equals(subject));
    return Line.of(
            "  "
                + Text.pad(file.reference().text(), REFERENCE_WIDTH + more - 1)
                + " "
                + Text.pad(file.type(), TYPE_WIDTH - 1)
                + " "
                + Text.pad(file.step().word(), STEP_WIDTH - 1)
                + " "
                + Text.pad(file.assignee().orElse("-"), PERSON_WIDTH + more - 1)
                + " "
                + Text.pad(done + "/" + lines.size(), PROGRESS_WIDTH))
        .plus(alert ? "ALERT  " : "", Style.of(Colour.RED).asBold())
        .plus(strata(file), Style.PLAIN);
  }

  /** Values as they are; such as only say how much are named. */
  static String strata(Case file) {
    StringBuilder all = new StringBuilder();
    file.attributes()
        .forEach(
            (name, value) -> {
              all.append(all.isEmpty() ? "" : "  ");
              all.append(
                  value.matches("low|medium|high|very high|yes|no|[0-9]+") ? name + " " : "");
              all.append(value);
            });
    return all.toString();
  }
}
