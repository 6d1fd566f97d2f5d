package bandstand.state;

import java.util.Map;
import java.util.Optional;

/** A key finds what it does: in what lies over the screen, else on the screen. */
final class Pressing {
  /** Rows of the longest note on a narrow screen. */
  private static final int MOST_SCROLLED = 500;

  private static final Key INTERRUPT = new Key.Control('c');

  private Pressing() {}

  static Turn press(State state, Key key) {
    if (key instanceof Key.Closed) {
      return Turn.to(state, new Effect.Quit());
    }
    if (state.display().refuses(state.now()) && !key.equals(INTERRUPT)) {
      return Turn.to(state.with(state.display().refusing(state.now())));
    }
    if (Action.REDRAW.keys().contains(key)) {
      return Acting.act(state, Action.REDRAW, key);
    }
    State quiet =
        state
            .with(state.display().read(state.now()))
            .mapOpened(opened -> opened.withMoved(Map.of()));
    Optional<Overlay> overlay = quiet.display().overlay();
    if (overlay.isPresent()) {
      return switch (overlay.get()) {
        case Overlay.Help help -> Helping.press(quiet, help, key);
        case Overlay.Glossary glossary -> Turn.to(Terms.press(quiet, glossary, key));
        case Overlay.CommandLine line -> Commanding.press(quiet, line, key);
        case Overlay.FilterLine line -> Turn.to(Filtering.press(quiet, line, key));
        case Overlay.Writing writing -> Writing.press(quiet, writing.form(), key);
        case Overlay.Wording wording -> reading(quiet, wording, key);
        case Overlay.Carrying carrying -> Carrying.press(quiet, carrying, key);
        case Overlay.Leaving leaving -> leaving(quiet, leaving, key);
      };
    }
    if (key instanceof Key.Paste paste) {
      return pasted(quiet, paste);
    }
    Optional<Action> action = Keymap.action(Where.of(quiet.screen()), key);
    if (action.equals(Optional.of(Action.QUIT))) {
      return Acting.act(quiet, Action.QUIT, key);
    }
    State staying = quiet.withOutbox(quiet.outbox().withLeaving(false));
    return action
        .map(one -> Acting.act(staying, one, key))
        .orElseGet(() -> Turn.to(unknown(staying, key)));
  }

  /** A pasted text answers nothing; only the calculator takes one, as a figure. */
  private static Turn pasted(State state, Key.Paste paste) {
    return state.screen() instanceof Screen.Calculator screen
        ? Turn.to(Calculating.type(state, screen, paste.text().strip()))
        : Turn.to(state.saying("a pasted text is no answer; ; opens a note to paste into"));
  }

  /** Where keys answer, the rest of a text typed by mistake shall not. */
  private static State unknown(State state, Key key) {
    if (!(state.screen() instanceof Screen.Desk)) {
      return state.saying(Action.label(key) + " does nothing here; ? lists the keys");
    }
    String why =
        Action.FILTER.keys().contains(key)
            ? "/ filters lists only; keys typed with it are ignored"
            : Action.label(key) + " does nothing here; ? lists the keys";
    return state.with(state.display().saying(why).refusing(state.now()));
  }

  /** Any key that does not scroll the wording closes it and does nothing else; but q leaves. */
  private static Turn reading(State state, Overlay.Wording wording, Key key) {
    Optional<Action> action = Keymap.action(Where.of(state.screen()), key);
    if (scrolled(action, 1) != 0) {
      int to = scrolled(state, wording.scrolled(), key);
      return Turn.to(state.over(new Overlay.Wording(wording.code(), to)));
    }
    return action.equals(Optional.of(Action.QUIT))
        ? Acting.act(state.clear(), Action.QUIT, key)
        : Turn.to(state.clear());
  }

  /** How far a panel is scrolled after a key; as far as before where the key does not scroll. */
  static int scrolled(State state, int before, Key key) {
    Optional<Action> action = Keymap.action(Where.of(state.screen()), key);
    int rows = scrolled(action, Math.max(1, state.display().rows() / 2));
    return Math.clamp(before + rows, 0, MOST_SCROLLED);
  }

  private static int scrolled(Optional<Action> action, int page) {
    if (action.isEmpty()) {
      return 0;
    }
    return switch (action.get()) {
      case UP -> -1;
      case DOWN -> 1;
      case PAGE_UP -> -page;
      case PAGE_DOWN -> page;
      case FIRST -> -MOST_SCROLLED;
      default -> 0;
    };
  }

  private static Turn leaving(State state, Overlay.Leaving leaving, Key key) {
    if (Typing.leaves(key)) {
      return Turn.to(state.clear());
    }
    if (key == Key.Named.ENTER) {
      return leaving.typed().text().equals("quit")
          ? Turn.to(state, new Effect.Quit())
          : Turn.to(state.saying("type quit and Enter to leave, Esc to stay"));
    }
    return Turn.to(state.over(new Overlay.Leaving(Typing.typed(leaving.typed(), key, false))));
  }
}
