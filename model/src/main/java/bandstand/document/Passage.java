package bandstand.document;

/** A text put together again from the lines it was printed on. */
final class Passage {
  /** Three times the longest printed text, a paragraph of the characteristics. */
  static final int MOST_CHARACTERS = 10_000;

  private static final String ENDS = ".?!:;";

  /** What may stand behind the end of a sentence: closing marks, the signs of footnotes. */
  private static final String CLOSERS = "\"')]}”’»¹²³⁰⁴⁵⁶⁷⁸⁹ ";

  private final int line;
  private final StringBuilder text = new StringBuilder();

  Passage(int line, String begin) {
    this.line = line;
    text.append(begin);
  }

  /** Where it begins. */
  int line() {
    return line;
  }

  /**
   * Takes the next line: behind a hyphen that ends a line no space was printed, and a soft one goes
   * with the line's end. Of a text that is too long the rest is left.
   */
  void add(String next) {
    int last = text.length() - 1;
    if (isTooLong()) {
      return;
    }
    if (last >= 0 && text.charAt(last) == Lines.SOFT_HYPHEN) {
      text.setLength(last);
    } else if (last >= 0 && !endsInHyphen()) {
      text.append(' ');
    }
    text.append(next);
  }

  /** Whether a text after a gap goes on with this one: a page ended in the middle of a sentence. */
  boolean goesOnWith(String next) {
    return isLower(next) || !isEnded(text);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean isTooLong() {
    return text.length() > MOST_CHARACTERS;
  }

  String text() {
    int last = text.length() - 1;
    return last >= 0 && text.charAt(last) == Lines.SOFT_HYPHEN
        ? text.substring(0, last)
        : text.toString();
  }

  static boolean isLower(String text) {
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }

  /** Whether it ends as a sentence does. */
  static boolean isEnded(CharSequence text) {
    int last = text.length() - 1;
    while (last >= 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }

  private boolean endsInHyphen() {
    int last = text.length() - 1;
    return text.charAt(last) == '-' && last > 0 && Character.isLetterOrDigit(text.charAt(last - 1));
  }
}
