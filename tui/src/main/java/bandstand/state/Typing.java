package bandstand.state;

/** Keys in a text that is being written. */
final class Typing {
  private Typing() {}

  /** Esc, or Ctrl-C: out of the text, losing nothing. */
  static boolean leaves(Key key) {
    return key == Key.Named.ESC || key.equals(new Key.Control('c'));
  }

  /** The text after a key; keys without a meaning in a text change nothing. */
  static TextField typed(TextField field, Key key, boolean manyLines) {
    return switch (key) {
      case Key.Char character -> field.insert(character.text());
      case Key.Paste paste -> field.insert(pasted(paste, manyLines));
      case Key.Control control -> control(field, control.letter(), manyLines);
      case Key.Named named -> named(field, named, manyLines);
      case Key.Closed closed -> field;
    };
  }

  /** Why not all of what a key brings is taken; empty when it is. */
  static String loss(TextField field, Key key, boolean manyLines) {
    boolean fits =
        switch (key) {
          case Key.Char character -> field.takes(character.text());
          case Key.Paste paste -> field.takes(pasted(paste, manyLines)) && !paste.cut();
          case Key.Control control -> true;
          case Key.Named named -> true;
          case Key.Closed closed -> true;
        };
    return fits ? "" : "at most " + field.most() + " characters; the rest was left out";
  }

  private static String pasted(Key.Paste paste, boolean manyLines) {
    return manyLines ? paste.text() : paste.text().replace('\n', ' ').replace('\t', ' ');
  }

  /** Ctrl-O starts a line where there are many, Ctrl-U empties where there is one. */
  private static TextField control(TextField field, char letter, boolean manyLines) {
    if (manyLines) {
      return letter == 'o' ? field.insert("\n") : field;
    }
    return letter == 'u' ? TextField.of("", field.most()) : field;
  }

  private static TextField named(TextField field, Key.Named key, boolean manyLines) {
    return switch (key) {
      case BACKSPACE -> field.backspace();
      case DELETE -> field.delete();
      case LEFT -> field.left();
      case RIGHT -> field.right();
      case HOME -> field.home();
      case END -> field.end();
      case UP -> manyLines ? field.up() : field;
      case DOWN -> manyLines ? field.down() : field;
      default -> field;
    };
  }
}
