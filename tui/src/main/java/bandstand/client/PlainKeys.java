package bandstand.client;

import bandstand.state.Action;
import bandstand.state.Key;
import bandstand.state.Keymap;
import bandstand.state.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line typed in plain mode is in keys. */
final class PlainKeys {
  /** Words for those who would rather write them. */
  private static final Map<String, Character> WORDS =
      Map.of(
          "yes", 'y', "no", 'n', "na", 'a', "n/a", 'a', "skip", 's', "clear", 'x', "undo", 'u',
          "redo", 'U', "quit", 'q', "help", '?');

  private static final Map<Character, Character> WITH_REASON = Map.of('y', 'Y', 'n', 'N');

  private PlainKeys() {}

  /** Keys, and what is then written into the form that they open; empty: nothing is. */
  record Typed(List<Key> keys, Optional<String> written) {
    Typed {
      keys = List.copyOf(keys);
    }

    static Typed of(Key... keys) {
      return new Typed(List.of(keys), Optional.empty());
    }
  }

  /** Empty when the line is no key, word or command; more than one word answers nothing. */
  static Optional<Typed> of(String line, Where where) {
    String text = line.strip();
    if (text.isEmpty()) {
      return Optional.of(Typed.of(Key.Named.ENTER));
    }
    if (text.startsWith(":") || text.startsWith("/")) {
      return Optional.of(
          Typed.of(
              new Key.Char(text.charAt(0)),
              new Key.Paste(text.substring(1), false),
              Key.Named.ENTER));
    }
    Optional<Key> key = key(text);
    if (key.isPresent()) {
      return key.filter(one -> Keymap.action(where, one).isPresent()).map(Typed::of);
    }
    return where == Where.DESK ? withText(text) : Optional.empty();
  }

  private static Optional<Key> key(String text) {
    Character word = WORDS.get(text);
    int codePoint = word == null ? text.codePointAt(0) : word;
    boolean single = word != null || text.codePointCount(0, text.length()) == 1;
    return single ? Optional.of(new Key.Char(codePoint)) : Optional.empty();
  }

  /** {@code y because …}, {@code n because …}, {@code ; a note}. */
  private static Optional<Typed> withText(String text) {
    char first = text.charAt(0);
    String rest = text.substring(1).strip();
    if (first == ';') {
      return Optional.of(new Typed(List.of(new Key.Char(';')), Optional.of(rest)));
    }
    return Optional.ofNullable(WITH_REASON.get(Character.toLowerCase(first)))
        .filter(_ -> text.charAt(1) == ' ')
        .map(key -> new Typed(List.of(new Key.Char(key)), Optional.of(rest)));
  }

  /** Told here, since what the screen shows cannot be listened to. */
  static boolean isHelp(String line) {
    return line.equals("?") || line.equals("help") || line.equals(":help");
  }

  /** What the keys do here, for the help; the commands are the same everywhere. */
  static List<String> help(Where where) {
    List<String> lines = new ArrayList<>();
    for (Action action : Action.values()) {
      boolean here = action.isCommand() || action.where().contains(where);
      if (here && !action.label().isEmpty()) {
        lines.add(action.label() + ": " + action.says());
      }
    }
    return lines;
  }
}
