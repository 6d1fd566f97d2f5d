package bandstand.state;

import bandstand.inspection.Limits;
import java.util.Optional;

/** Narrowing a list; it follows every key. */
final class Filtering {
  private Filtering() {}

  static State begin(State state) {
    return filter(state.screen())
        .map(
            filter ->
                state.over(
                    new Overlay.FilterLine(TextField.of(filter, Limits.NAME_CHARACTERS), filter)))
        .orElse(state);
  }

  static State press(State state, Overlay.FilterLine line, Key key) {
    if (key == Key.Named.ENTER) {
      return state.clear();
    }
    if (Typing.leaves(key)) {
      return state.clear().on(filtered(state.screen(), line.earlier()));
    }
    if (key == Key.Named.UP || key == Key.Named.DOWN) {
      return Moving.move(state, key == Key.Named.UP ? Action.UP : Action.DOWN);
    }
    TextField text = Typing.typed(line.text(), key, false);
    return state
        .over(new Overlay.FilterLine(text, line.earlier()))
        .on(filtered(state.screen(), text.text()));
  }

  /** Empty where nothing is filtered. */
  public static Optional<String> filter(Screen screen) {
    return switch (screen) {
      case Screen.Inspections list -> Optional.of(list.filter());
      case Screen.Standards list -> Optional.of(list.filter());
      case Screen.Cases list -> Optional.of(list.filter());
      case Screen.Board list -> Optional.of(list.filter());
      case Screen.NoCases list -> Optional.of(list.filter());
      case Screen.Alerts list -> Optional.of(list.filter());
      case Screen.Compare list -> Optional.of(list.filter());
      case Screen.Desk desk -> Optional.empty();
      case Screen.Calculator calculator -> Optional.empty();
    };
  }

  private static Screen filtered(Screen screen, String filter) {
    return switch (screen) {
      case Screen.Inspections list -> new Screen.Inspections(list.cursor(), filter);
      case Screen.Standards list -> new Screen.Standards(list.cursor(), list.unfolded(), filter);
      case Screen.Cases list -> new Screen.Cases(list.cursor(), filter);
      case Screen.Board list -> new Screen.Board(list.cursor(), list.question(), filter);
      case Screen.NoCases list -> new Screen.NoCases(list.question(), list.cursor(), filter);
      case Screen.Alerts list -> new Screen.Alerts(list.cursor(), filter);
      case Screen.Compare list -> list.filtered(filter);
      case Screen.Desk desk -> desk;
      case Screen.Calculator calculator -> calculator;
    };
  }
}
