package bandstand.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The one place that measures, cuts, folds and disarms text.
 *
 * <p>A width is the number of terminal columns a text takes when drawn, hence after {@link
 * #sanitised}: two for East Asian wide and emoji characters, none for combining marks, one for
 * everything else, characters of ambiguous width included.
 */
public final class Text {

  private static final String ELLIPSIS = "…";

  /** Stands for a wide character where there is but one column. */
  private static final String TOO_WIDE = "\uFFFD";

  private Text() {}

  /** The columns the text takes when drawn. */
  public static int width(String text) {
    return measured(sanitised(text));
  }

  /** The sanitised text if it fits, else as much of its start as fits before a {@code …}. */
  public static String cut(String text, int width) {
    if (width < 1) {
      return "";
    }
    String safe = sanitised(text);
    if (measured(safe) <= width) {
      return safe;
    }
    String ended = safe.stripTrailing();
    return measured(ended) <= width ? head(safe, width) : head(ended, width - 1) + ELLIPSIS;
  }

  /**
   * The sanitised text in lines of at most {@code width} columns, broken at its line ends and at
   * spaces; runs of spaces become one. A longer word is broken anywhere. At least one line; a width
   * under 1 counts as 1.
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\r?\n", -1)) {
      wrapParagraph(sanitised(paragraph), Math.max(1, width), lines);
    }
    return List.copyOf(lines);
  }

  /** The sanitised text cut or filled with blanks on its right to exactly {@code width} columns. */
  public static String pad(String text, int width) {
    String cut = cut(text, width);
    return cut + " ".repeat(Math.max(0, width - measured(cut)));
  }

  /** As {@link #pad}, with the blanks on the left: for figures in a column. */
  public static String padStart(String text, int width) {
    String cut = cut(text, width);
    return " ".repeat(Math.max(0, width - measured(cut))) + cut;
  }

  /**
   * The text as it is drawn, in Unicode's composed form: tabs, line ends and the many kinds of
   * space are a space, other control characters are their pictures ({@code ␛}), and what reorders,
   * hides or has no known width is {@code �}. Sanitising twice changes nothing more.
   */
  public static String sanitised(String text) {
    return Sanitising.sanitised(text);
  }

  /** The sanitised text in ASCII alone, {@code ?} where nothing comes close; may be longer. */
  public static String ascii(String text) {
    return Ascii.text(text);
  }

  /** The glyphs of a sanitised text: each a character and the marks that combine with it. */
  static List<String> glyphs(String safe) {
    List<String> glyphs = new ArrayList<>(safe.length());
    int start = 0;
    for (int i = 0; i < safe.length(); ) {
      int codePoint = safe.codePointAt(i);
      if (i > start && CellWidth.of(codePoint) > 0) {
        glyphs.add(safe.substring(start, i));
        start = i;
      }
      i += Character.charCount(codePoint);
    }
    if (start < safe.length()) {
      glyphs.add(safe.substring(start));
    }
    return glyphs;
  }

  private static int measured(String safe) {
    int columns = 0;
    for (int i = 0; i < safe.length(); ) {
      int codePoint = safe.codePointAt(i);
      columns += CellWidth.of(codePoint);
      i += Character.charCount(codePoint);
    }
    return columns;
  }

  /** The longest start of a sanitised text that fits, with the marks on its last character. */
  private static String head(String safe, int width) {
    int left = width;
    int end = 0;
    while (end < safe.length()) {
      int codePoint = safe.codePointAt(end);
      left -= CellWidth.of(codePoint);
      if (left < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return safe.substring(0, end);
  }

  private static void wrapParagraph(String safe, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : safe.strip().split(" +")) {
      int wide = measured(word);
      if (used > 0 && used + 1 + wide <= width) {
        line.append(' ').append(word);
        used += 1 + wide;
        continue;
      }
      if (used > 0) {
        lines.add(line.toString());
      }
      String last = breakWord(word, width, lines);
      line = new StringBuilder(last);
      used = measured(last);
    }
    lines.add(line.toString());
  }

  /** Adds the full lines of a word too long for one and gives what is left of it. */
  private static String breakWord(String word, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String glyph : glyphs(word)) {
      String fitting = measured(glyph) > width ? TOO_WIDE : glyph;
      int wide = measured(fitting);
      if (used + wide > width) {
        lines.add(line.toString());
        line = new StringBuilder();
        used = 0;
      }
      line.append(fitting);
      used += wide;
    }
    return line.toString();
  }
}
