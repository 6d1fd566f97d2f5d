package bandstand.state;

/**
 * A text being written, and where the next character goes.
 *
 * @param cursor index of a char, never inside a surrogate pair
 * @param most characters at most
 */
public record TextField(String text, int cursor, int most) {
  public TextField {
    if (cursor < 0 || cursor > text.length()) {
      throw new IllegalArgumentException("cursor " + cursor + " in " + text.length());
    }
  }

  /** With the cursor at its end. */
  static TextField of(String text, int most) {
    return new TextField(text, text.length(), most);
  }

  /** The text put in at the cursor; what would make it too long is left out, see {@link #takes}. */
  TextField insert(String inserted) {
    int room = Math.max(0, most - text.length());
    String taken = inserted.length() <= room ? inserted : headOf(inserted, room);
    return new TextField(
        text.substring(0, cursor) + taken + text.substring(cursor), cursor + taken.length(), most);
  }

  /** Whether all of it fits. */
  boolean takes(String inserted) {
    return text.length() + inserted.length() <= most;
  }

  TextField backspace() {
    int from = before(cursor);
    return new TextField(text.substring(0, from) + text.substring(cursor), from, most);
  }

  TextField delete() {
    return new TextField(text.substring(0, cursor) + text.substring(after(cursor)), cursor, most);
  }

  TextField left() {
    return at(before(cursor));
  }

  TextField right() {
    return at(after(cursor));
  }

  /** To the start of the line. */
  TextField home() {
    return at(lineStart(cursor));
  }

  /** To the end of the line. */
  TextField end() {
    return at(lineEnd(cursor));
  }

  /** To the same column of the line above, or to the start. */
  TextField up() {
    int start = lineStart(cursor);
    if (start == 0) {
      return at(0);
    }
    int above = lineStart(start - 1);
    return at(aligned(Math.min(above + cursor - start, start - 1)));
  }

  /** To the same column of the line below, or to the end. */
  TextField down() {
    int end = lineEnd(cursor);
    if (end == text.length()) {
      return at(end);
    }
    int column = cursor - lineStart(cursor);
    return at(aligned(Math.min(end + 1 + column, lineEnd(end + 1))));
  }

  private TextField at(int index) {
    return new TextField(text, index, most);
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private int lineEnd(int index) {
    int found = text.indexOf('\n', index);
    return found < 0 ? text.length() : found;
  }

  private int before(int index) {
    return index == 0 ? 0 : text.offsetByCodePoints(index, -1);
  }

  private int after(int index) {
    return index == text.length() ? index : text.offsetByCodePoints(index, 1);
  }

  private int aligned(int index) {
    boolean inside =
        index > 0
            && index < text.length()
            && Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1));
    return inside ? index - 1 : index;
  }

  private static String headOf(String text, int length) {
    boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }
}
