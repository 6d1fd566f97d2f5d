package bandstand.view;

import bandstand.state.Action;
import bandstand.state.Keymap;
import bandstand.state.Overlay;
import bandstand.state.Sign;
import bandstand.state.State;
import bandstand.state.TextField;
import bandstand.state.Where;
import java.util.List;

/** Every action that the search leaves, with its keys and where it is of use. */
final class HelpView {
  private static final int KEYS_WIDTH = 12;
  private static final int SAYS_WIDTH = 48;

  private HelpView() {}

  static void draw(State state, Overlay.Help help, Canvas canvas, Area area) {
    search(help.search(), canvas, area);
    List<Action> found = Keymap.search(help.search().text());
    Listing list = new Listing();
    for (int row = 0; row < found.size(); row++) {
      list.add(row == help.chosen(), line(state, found.get(row)));
    }
    List<Sign> signs = Keymap.signs(help.search().text());
    for (int row = 0; row < signs.size(); row++) {
      list.add(found.size() + row == help.chosen(), line(signs.get(row)));
    }
    if (found.isEmpty() && signs.isEmpty()) {
      list.add(false, Line.of("  nothing is called so", Style.DIM));
    }
    list.draw(canvas, area.top() + 2, 0, area.height() - 2, canvas.size().columns());
  }

  /** What is searched for, above a rule. */
  static void search(TextField typed, Canvas canvas, Area area) {
    int columns = canvas.size().columns();
    String prompt = "Search: ";
    Written written = Written.inOneRow(typed, columns - prompt.length());
    Line.of(prompt, Style.BOLD)
        .plus(written.lines().getFirst())
        .draw(canvas, area.top(), 0, columns);
    canvas.cursor(area.top(), prompt.length() + written.cursor().column());
    Area.rule(canvas, area.top() + 1);
  }

  private static Line line(Sign sign) {
    return Line.of("  " + Text.pad(sign.sign(), KEYS_WIDTH) + "  ", Style.BOLD)
        .plus(Text.pad(sign.says(), SAYS_WIDTH))
        .plus("  on the screen", Style.DIM);
  }

  /** What is of no use on the screen below is dim. */
  private static Line line(State state, Action action) {
    boolean here = action.where().contains(Where.of(state.screen()));
    Style style = here ? Style.PLAIN : Style.DIM;
    return Line.of("  " + Text.pad(action.label(), KEYS_WIDTH) + "  ", style.asBold())
        .plus(Text.pad(action.says(), SAYS_WIDTH), style)
        .plus("  " + Keymap.places(action), Style.DIM);
  }
}
