package bandstand.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A frame in the making: the only way text reaches the screen, and always sanitised.
 *
 * <p>What falls outside is not drawn, so a view need not ask whether the terminal is big enough. Not
 * for use by several threads.
 */
public final class Canvas {

  private final Size size;
  private final Cell[][] cells;
  private Optional<Place> cursor = Optional.empty();

  /** A canvas of plain blanks. */
  public Canvas(Size size) {
    this.size = size;
    this.cells = new Cell[size.rows()][size.columns()];
    for (Cell[] row : cells) {
      Arrays.fill(row, Cell.BLANK);
    }
  }

  public Size size() {
    return size;
  }

  /** Draws a text, cut with {@code …} at the right edge; gives the column after it. */
  public int put(int row, int column, String text, Style style) {
    return put(row, column, size.columns() - column, text, style);
  }

  /**
   * Draws a text, cut with {@code …} when it is wider than {@code width} columns or the rest of the
   * row; gives the column after it.
   */
  public int put(int row, int column, int width, String text, Style style) {
    throw new UnsupportedOperationException();
  }

  /** Sets every cell of a stretch to one character of one column, such as {@code ─} or a blank. */
  public void fill(int row, int column, int width, char character, Style style) {
    throw new UnsupportedOperationException();
  }

  /** Changes how a stretch looks and leaves its text, as for the selected row. */
  public void restyle(int row, int column, int width, UnaryOperator<Style> change) {
    throw new UnsupportedOperationException();
  }

  /** Shows the text cursor; outside the canvas it stays hidden. */
  public void cursor(int row, int column) {
    throw new UnsupportedOperationException();
  }

  public Frame frame() {
    return new Frame(size, Arrays.stream(cells).map(List::of).toList(), cursor);
  }
}
