package bandstand.view;

import java.util.List;

/**
 * The one place that measures, cuts, folds and disarms text.
 *
 * <p>A width is the number of terminal columns a text takes when drawn, hence after {@link
 * #sanitised}: two for East Asian wide and emoji characters, none for combining marks, one for
 * everything else, characters of ambiguous width included.
 */
public final class Text {

  private Text() {}

  /** The columns the text takes when drawn. */
  public static int width(String text) {
    throw new UnsupportedOperationException();
  }

  /** The sanitised text if it fits, else as much of its start as fits before a {@code …}. */
  public static String cut(String text, int width) {
    throw new UnsupportedOperationException();
  }

  /**
   * The sanitised text in lines of at most {@code width} columns, broken at its line ends and at
   * spaces; a longer word is broken anywhere. At least one line; a width under 1 counts as 1.
   */
  public static List<String> wrap(String text, int width) {
    throw new UnsupportedOperationException();
  }

  /** The sanitised text cut or filled with blanks on its right to exactly {@code width} columns. */
  public static String pad(String text, int width) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #pad}, with the blanks on the left: for figures in a column. */
  public static String padStart(String text, int width) {
    throw new UnsupportedOperationException();
  }

  /** The text with everything that could steer a terminal or hide itself made visible. */
  public static String sanitised(String text) {
    throw new UnsupportedOperationException();
  }

  /** The sanitised text in ASCII alone; may be longer. */
  public static String ascii(String text) {
    throw new UnsupportedOperationException();
  }
}
