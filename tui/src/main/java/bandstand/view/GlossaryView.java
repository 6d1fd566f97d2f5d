package bandstand.view;

import bandstand.framework.Glossary.Term;
import bandstand.state.Overlay;
import bandstand.state.State;
import bandstand.state.Terms;
import java.util.ArrayList;
import java.util.List;

/** The terms that the search leaves, one a row; the chosen one whole. */
final class GlossaryView {
  private static final int NAME_WIDTH = 26;
  private static final String INDENT = "    ";

  private GlossaryView() {}

  static void draw(State state, Overlay.Glossary glossary, Canvas canvas, Area area) {
    int columns = canvas.size().columns();
    HelpView.search(glossary.search(), canvas, area);
    String typed = glossary.search().text();
    List<Term> found = Terms.found(state, typed);
    int here = typed.isBlank() ? Terms.here(state).size() : 0;
    Listing list = new Listing();
    for (int row = 0; row < found.size(); row++) {
      if (here > 0 && (row == 0 || row == here)) {
        String heading = row == 0 ? "  of the selected line" : "  all others";
        list.add(false, Line.of(heading, Style.DIM));
      }
      boolean chosen = row == glossary.chosen();
      list.add(chosen, chosen ? whole(found.get(row), columns) : List.of(line(found.get(row))));
    }
    if (found.isEmpty()) {
      list.add(false, Line.of("  no term is called so or holds these words", Style.DIM));
    }
    list.draw(canvas, area.top() + 2, 0, area.height() - 2, columns);
  }

  private static Line line(Term term) {
    return Line.of("  " + Text.pad(term.name(), NAME_WIDTH) + "  ", Style.BOLD).plus(term.says());
  }

  private static List<Line> whole(Term term, int columns) {
    List<Line> lines = new ArrayList<>();
    String also = term.also().isEmpty() ? "" : ", also " + String.join(", ", term.also());
    Text.wrap(term.name() + also, columns - 2)
        .forEach(row -> lines.add(Line.of("  " + row, Style.BOLD)));
    Text.wrap(term.says() + " (" + term.source() + ")", columns - INDENT.length())
        .forEach(row -> lines.add(Line.of(INDENT + row)));
    return lines;
  }
}
