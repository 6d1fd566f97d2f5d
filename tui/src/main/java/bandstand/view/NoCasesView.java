package bandstand.view;

import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.rating.KeyQuestionRatings;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cases that said no to a key question, each with its note. */
final class NoCasesView {
  private static final int INDENT = 12;

  /** Rows of one note; the whole of it is under i. */
  private static final int MOST_ROWS = 5;

  private NoCasesView() {}

  static void draw(State state, Screen.NoCases screen, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    int columns = canvas.size().columns();
    Optional<KeyQuestionRatings> row = opened.ratings().keyQuestion(screen.question());
    canvas.put(
        area.top(),
        0,
        row.map(one -> Figures.of(opened.framework(), one)).orElse(screen.question().toString()),
        Style.BOLD);
    canvas.put(area.top() + 1, 0, Rows.title(opened.framework(), screen.question()), Style.PLAIN);
    List<Case> rows = Rows.noCases(opened, screen);
    canvas.put(
        area.top() + 2,
        0,
        rows.size() == 1 ? "1 case said no" : rows.size() + " cases said no",
        Style.PLAIN);
    Area.rule(canvas, area.top() + 3);
    Listing list = new Listing();
    int selected = Rows.index(rows, screen.cursor(), Case::reference);
    for (int index = 0; index < rows.size(); index++) {
      list.add(index == selected, lines(rows.get(index), screen, columns));
    }
    list.draw(canvas, area.top() + 4, 0, area.height() - 4, columns);
  }

  /** The reference, and the note wrapped beside it. */
  private static List<Line> lines(Case file, Screen.NoCases screen, int columns) {
    Optional<Given> given = file.given(screen.question());
    String note = given.map(Given::note).orElse("");
    String words =
        given.map(one -> one.by() + ": ").orElse("") + (note.isEmpty() ? "no reason given" : note);
    List<Line> lines = new ArrayList<>();
    for (String text : Text.wrap(words, columns - INDENT).stream().limit(MOST_ROWS).toList()) {
      String left = lines.isEmpty() ? file.reference().text() : "";
      lines.add(Line.of("  " + Text.pad(left, INDENT - 3) + " " + text));
    }
    return lines;
  }
}
