package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line. */
public final class Commanding {
  private static final int LINE_CHARACTERS = 200;

  private Commanding() {}

  static Overlay line(String text) {
    return new Overlay.CommandLine(TextField.of(text, LINE_CHARACTERS));
  }

  static Turn press(State state, Overlay.CommandLine line, Key key) {
    String text = line.text().text();
    if (Typing.leaves(key) || (key == Key.Named.BACKSPACE && text.isEmpty())) {
      return Turn.to(state.clear());
    }
    if (key == Key.Named.ENTER) {
      return run(state.clear(), text.strip());
    }
    if (key == Key.Named.TAB) {
      return Turn.to(state.over(line(completed(text))));
    }
    return Turn.to(state.over(new Overlay.CommandLine(Typing.typed(line.text(), key, false))));
  }

  /** The longest start that all commands starting so share; a whole one with a blank after it. */
  static String completed(String text) {
    if (text.contains(" ")) {
      return text;
    }
    List<String> names = starting(text).stream().map(Action::command).toList();
    if (names.size() == 1) {
      return names.getFirst() + " ";
    }
    String shared = names.isEmpty() ? text : names.getFirst();
    for (String name : names) {
      while (!name.startsWith(shared)) {
        shared = shared.substring(0, shared.length() - 1);
      }
    }
    return shared;
  }

  /** Commands that start as the text does, an exact one among others. */
  public static List<Action> starting(String text) {
    return java.util.Arrays.stream(Action.values())
        .filter(action -> action.isCommand() && action.command().startsWith(text))
        .toList();
  }

  private static Turn run(State state, String text) {
    if (text.isEmpty()) {
      return Turn.to(state);
    }
    String[] parts = text.split("\\s+", 2);
    String name = parts[0].toLowerCase(Locale.ROOT);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    List<Action> found = Keymap.commands(name);
    if (found.size() != 1) {
      return Turn.to(state.saying(unknown(name, found)));
    }
    Action action = found.getFirst();
    if (argument.isEmpty() != action.argument().isEmpty()) {
      return Turn.to(
          state.saying(
              argument.isEmpty()
                  ? "as in :" + action.command() + " " + action.argument()
                  : ":" + action.command() + " takes nothing after it"));
    }
    return switch (action) {
      case TO_CASE -> toCase(state, argument);
      case GOTO -> goTo(state, argument);
      case TO_COMPARE -> Comparing.named(state, argument);
      case RATE -> Turn.to(state.saying(Calculating.rated(state, argument)));
      default -> Acting.act(state, action, Key.Named.ENTER);
    };
  }

  private static String unknown(String name, List<Action> found) {
    return found.isEmpty()
        ? "no command :" + name + "; ? lists them"
        : ":"
            + name
            + " may be "
            + found.stream().map(Action::command).collect(Collectors.joining(", "));
  }

  private static Turn toCase(State state, String text) {
    if (state.opened().isEmpty()) {
      return Opening.desk(state);
    }
    Opened opened = state.opened().get();
    Optional<Reference> reference =
        opened.inspection().cases().keySet().stream()
            .filter(one -> one.text().equalsIgnoreCase(text))
            .findFirst();
    return reference
        .map(one -> Opening.toCase(state, one))
        .orElseGet(() -> Turn.to(state.saying("no case " + text)));
  }

  /** On the desk to its line, on the Board to its row, else to the tree of standards. */
  private static Turn goTo(State state, String text) {
    if (state.opened().isEmpty()) {
      return Opening.desk(state);
    }
    Opened opened = state.opened().get();
    Optional<Code> code =
        Code.parse(text).filter(one -> !Rows.title(opened.framework(), one).isEmpty());
    if (code.isEmpty()) {
      return Turn.to(state.saying("no " + text + " in " + opened.framework().id()));
    }
    Code place = code.get();
    return switch (state.screen()) {
      case Screen.Desk desk ->
          Turn.to(
              Desks.lineWithin(opened, desk.subject(), place)
                  .map(line -> state.on(desk.at(Optional.of(line))))
                  .orElseGet(() -> state.saying(place + " is not asked here")));
      case Screen.Board board when place.depth() == 2 -> Turn.to(state.on(board.at(place)));
      case Screen.Board board when place.depth() == 3 ->
          Turn.to(state.on(board.asking(place.parent(), place)));
      default -> Turn.to(standards(state, place));
    };
  }

  private static State standards(State state, Code place) {
    Optional<Code> unfolded = place.depth() == 4 ? Optional.of(place.parent()) : Optional.empty();
    var screen = new Screen.Standards(place, unfolded, "");
    return state.screen() instanceof Screen.Standards ? state.on(screen) : state.going(screen);
  }
}
