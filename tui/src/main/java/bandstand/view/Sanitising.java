package bandstand.view;

import java.text.Normalizer;

/**
 * Disarms text: what could steer a terminal, reorder a line or hide becomes a visible character of
 * one column.
 */
final class Sanitising {

  /** Stands for what must not be drawn and has no picture of its own. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Carries a combining mark at a word's start, which has nothing to combine with. */
  private static final char DOTTED_CIRCLE = '\u25CC';

  /** Marks on one character: more than any language stacks, fewer than spill over other rows. */
  private static final int MARKS_MAXIMUM = 3;

  private static final int CONTROL_PICTURES = 0x2400;
  private static final char PICTURE_OF_DELETE = '\u2421';
  private static final int TEXT_VARIATION = 0xFE0E;
  private static final int EMOJI_VARIATION = 0xFE0F;

  private Sanitising() {}

  static String sanitised(String text) {
    if (harmless(text)) {
      return text;
    }
    String decomposed = Normalizer.normalize(disarmed(text), Normalizer.Form.NFD);
    return Normalizer.normalize(disarmed(decomposed), Normalizer.Form.NFC);
  }

  /**
   * Runs before decomposition, whose time grows with the square of a run of marks, and after it,
   * when every mark stands alone and is counted.
   */
  private static String disarmed(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    int marks = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      boolean halfOfLineEnd = codePoint == '\r' && i < text.length() && text.charAt(i) == '\n';
      if (halfOfLineEnd || presentation(codePoint, before)) {
        continue;
      }
      int shown = shown(codePoint);
      if (CellWidth.of(shown) > 0) {
        marks = 0;
      } else if (before == ' ') {
        marks = 1;
        safe.append(DOTTED_CIRCLE);
      } else if (++marks > MARKS_MAXIMUM) {
        continue;
      }
      safe.appendCodePoint(shown);
      before = shown;
    }
    return safe.toString();
  }

  /** Whether there is nothing to do, as with nearly all text: loading the normaliser takes time. */
  private static boolean harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c <= '~';
      boolean latin = c >= 0xA1 && c <= 0x2FF && c != 0xAD;
      boolean punctuation = c >= 0x2010 && c <= 0x2027;
      boolean boxesAndBars = c >= 0x2500 && c <= 0x25FF;
      if (!ascii && !latin && !punctuation && !boxesAndBars) {
        return false;
      }
    }
    return true;
  }

  /** The selector after a symbol that only asks for its coloured or its plain picture. */
  private static boolean presentation(int codePoint, int before) {
    return (codePoint == TEXT_VARIATION || codePoint == EMOJI_VARIATION)
        && before > '~'
        && Character.isEmoji(before);
  }

  private static int shown(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return ' ';
    }
    if (codePoint < ' ') {
      return CONTROL_PICTURES + codePoint;
    }
    if (codePoint == 0x7F) {
      return PICTURE_OF_DELETE;
    }
    if (codePoint == 0xAD) {
      return '-';
    }
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> invisible(codePoint) ? REPLACEMENT : codePoint;
    };
  }

  /** Letters and marks that Unicode says draw nothing (Default_Ignorable_Code_Point). */
  private static boolean invisible(int codePoint) {
    return codePoint == 0x34F
        || (codePoint >= 0x115F && codePoint <= 0x1160)
        || (codePoint >= 0x17B4 && codePoint <= 0x17B5)
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFFA0
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }
}
