package bandstand.state;

import java.util.List;

/** The help: searched as one types; Enter runs the choice. */
final class Helping {
  private static final String NO_KEY = "a sign on the screen, no key";

  private Helping() {}

  static Overlay all() {
    return new Overlay.Help(Searching.NOTHING, 0);
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
    Searching after = new Searching(help.search(), help.chosen()).after(key, last, state);
    return Turn.to(state.over(new Overlay.Help(after.text(), after.chosen())));
  }

  /** Where it is of use; elsewhere it says where. */
  private static Turn run(State state, Action action) {
    return action.where().contains(Where.of(state.screen())) && action != Action.FIGURE
        ? Acting.act(state, action, Key.Named.ENTER)
        : Turn.to(state.saying(action.label() + " is a key of: " + Keymap.places(action)));
  }
}
