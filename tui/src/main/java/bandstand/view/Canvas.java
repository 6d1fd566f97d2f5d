package bandstand.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A frame in the making: the only way text reaches the screen, and always sanitised.
 *
 * <p>What falls outside is not drawn, so a view need not ask whether the terminal is big enough.
 * Not for use by several threads.
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
    if (!inside(row, column)) {
      return column;
    }
    int next = column;
    for (String glyph : Text.glyphs(Text.cut(text, Math.min(width, size.columns() - column)))) {
      next += draw(row, next, glyph, style);
    }
    return next;
  }

  /** Sets every cell of a stretch to one character of one column, such as {@code ─} or a blank. */
  public void fill(int row, int column, int width, char character, Style style) {
    String glyph = Text.sanitised(String.valueOf(character));
    if (Text.width(glyph) != 1) {
      throw new IllegalArgumentException("not one column wide: " + glyph);
    }
    for (int at = Math.max(0, column); at < end(row, column, width); at++) {
      draw(row, at, glyph, style);
    }
  }

  /** Changes how a stretch looks and leaves its text, as for the selected row. */
  public void restyle(int row, int column, int width, UnaryOperator<Style> change) {
    for (int at = Math.max(0, column); at < end(row, column, width); at++) {
      Cell cell = cells[row][at];
      cells[row][at] = cell.with(change.apply(cell.style()));
    }
  }

  /** Shows the text cursor; outside the canvas it stays hidden. */
  public void cursor(int row, int column) {
    cursor = inside(row, column) ? Optional.of(new Place(row, column)) : Optional.empty();
  }

  public Frame frame() {
    return new Frame(size, Arrays.stream(cells).map(List::of).toList(), cursor);
  }

  private boolean inside(int row, int column) {
    return row >= 0 && row < size.rows() && column >= 0 && column < size.columns();
  }

  /** The column after a stretch as far as it is inside; 0 outside the rows. */
  private int end(int row, int column, int width) {
    return row < 0 || row >= size.rows() ? 0 : column + Math.min(width, size.columns() - column);
  }

  /** Sets one glyph, blanks the other half of any wide one it overlaps, and gives its width. */
  private int draw(int row, int column, String glyph, Style style) {
    Cell[] line = cells[row];
    int width = Text.width(glyph);
    if (line[column].rightHalf()) {
      line[column - 1] = new Cell(" ", line[column - 1].style());
    }
    int after = column + width;
    if (after < line.length && line[after].rightHalf()) {
      line[after] = new Cell(" ", line[after].style());
    }
    line[column] = new Cell(glyph, style);
    if (width == 2) {
      line[column + 1] = new Cell("", style);
    }
    return width;
  }
}
