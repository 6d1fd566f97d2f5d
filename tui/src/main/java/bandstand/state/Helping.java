package bandstand.state;

import java.util.List;

/** The help: searched as one types; Enter runs the choice. */
final class Helping {
  private static final int SEARCH_CHARACTERS = 60;

  private static final String NO_KEY = "a sign on the screen, no key";

  private Helping() {}

  static Overlay all() {
    return new Overlay.Help(TextField.of("", SEARCH_CHARACTERS), 0);
  }

  static Turn press(State state, Overlay.Help help, Key key) {
    List<Action> found = Keymap.search(help.search().text());
    List<Sign> signs = Keymap.signs(help.search().text());
    int last = Math.max(0, found.size() + signs.size() - 1);
    if (Typing.leaves(key) || key == Key.Named.F1) {
      return Turn.to(state.clear());
    }
    if (key == Key.Named.ENTER) {
      int at = Math.min(help.chosen(), last);
      return at < found.size()
          ? run(state.clear(), found.get(at))
          : Turn.to(state.saying(signs.isEmpty() ? "nothing is called so" : NO_KEY));
    }
    int page = Math.max(1, state.display().rows() - 6);
    int chosen =
        switch (key) {
          case Key.Named named ->
              switch (named) {
                case UP -> help.chosen() - 1;
                case DOWN -> help.chosen() + 1;
                case PAGE_UP -> help.chosen() - page;
                case PAGE_DOWN -> help.chosen() + page;
                default -> help.chosen();
              };
          default -> help.chosen();
        };
    TextField search = Typing.typed(help.search(), key, false);
    boolean same = search.text().equals(help.search().text());
    return Turn.to(state.over(new Overlay.Help(search, same ? Math.clamp(chosen, 0, last) : 0)));
  }

  /** Where it is of use; elsewhere it says where. */
  private static Turn run(State state, Action action) {
    return action.where().contains(Where.of(state.screen())) && action != Action.FIGURE
        ? Acting.act(state, action, Key.Named.ENTER)
        : Turn.to(state.saying(action.label() + " is a key of: " + Keymap.places(action)));
  }
}
