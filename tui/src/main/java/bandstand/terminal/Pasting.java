package bandstand.terminal;

import bandstand.state.Key;
import java.util.Optional;

/** A bracketed paste while it arrives: everything up to the mark that ends it. */
final class Pasting {

  /** More than any pasted note or list of cases; a paste is held in memory. */
  static final int CHARACTERS = 64 * 1024;

  private static final int ESC = 0x1B;
  private static final String END_MARK = "\u001b[201~";

  private final StringBuilder text = new StringBuilder();

  /** What may become the end mark. */
  private final StringBuilder mark = new StringBuilder();

  private boolean cut;

  /** Takes the next character; gives the whole paste with the last one of its end mark. */
  Optional<Key.Paste> take(int codePoint) {
    if (codePoint == ESC) {
      keepMark();
      mark.append((char) ESC);
    } else if (mark.isEmpty()) {
      keep(codePoint);
    } else {
      mark.appendCodePoint(codePoint);
      if (END_MARK.contentEquals(mark)) {
        return Optional.of(new Key.Paste(plain(text.toString()), cut));
      }
      if (!END_MARK.startsWith(mark.toString())) {
        keepMark();
      }
    }
    return Optional.empty();
  }

  /** What looked like the end mark was pasted text. */
  private void keepMark() {
    mark.codePoints().forEach(this::keep);
    mark.setLength(0);
  }

  private void keep(int codePoint) {
    if (text.length() < CHARACTERS) {
      text.appendCodePoint(codePoint);
    } else {
      cut = true;
    }
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
