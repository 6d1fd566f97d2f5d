package bandstand.terminal;

import bandstand.view.Cell;
import bandstand.view.Colour;
import bandstand.view.Style;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is to be written to a terminal, in the making: characters, and control sequences as short as
 * they can be. Knows where the cursor will stand and what the terminal will write with.
 *
 * <p>All sequences are of the VT102 and the Linux console, which leaves out some that are newer and
 * common: those that repeat a character, erase a few, or scroll without the cursor.
 */
final class Strokes {

  private static final String CONTROL = "\u001b[";
  private static final int UNKNOWN = -1;

  private final StringBuilder text = new StringBuilder();
  private Style pen;
  private int row;

  /** Unknown where terminals may disagree. */
  private int column;

  private Strokes(Style pen, int row, int column) {
    this.pen = pen;
    this.row = row;
    this.column = column;
  }

  /** Nothing yet, on a terminal that writes with this pen, the cursor anywhere. */
  static Strokes with(Style pen) {
    return new Strokes(pen, UNKNOWN, UNKNOWN);
  }

  /** Nothing yet, going on from where these end. */
  Strokes next() {
    return new Strokes(pen, row, column);
  }

  /** Adds strokes that go on from where these end. */
  void add(Strokes next) {
    text.append(next.text);
    pen = next.pen;
    row = next.row;
    column = next.column;
  }

  /** What the terminal writes with after these. */
  Style pen() {
    return pen;
  }

  /** All of it. */
  String text() {
    return text.toString();
  }

  /** The length in UTF-8. */
  int bytes() {
    return bytes(text);
  }

  /** An empty screen, whatever was there and whatever was set. */
  void clear() {
    text.append(CONTROL + "m").append(CONTROL + "r").append(CONTROL + "2J");
    pen = Style.PLAIN;
    row = UNKNOWN;
    column = UNKNOWN;
  }

  void showCursor(boolean visible) {
    text.append(CONTROL).append(visible ? "?25h" : "?25l");
  }

  /** Makes the move that {@code shift} describes on a terminal of so many rows. */
  void shift(Shift shift, int rows) {
    unreverse();
    boolean within = shift.bottom() < rows - 1;
    if (within) {
      text.append(CONTROL).append(shift.top() + 1).append(';').append(shift.bottom() + 1);
      text.append('r');
    }
    text.append(place(shift.top(), 0)).append(CONTROL).append(count(Math.abs(shift.up())));
    text.append(shift.up() > 0 ? 'M' : 'L');
    if (within) {
      text.append(CONTROL + "r");
    }
    row = UNKNOWN;
    column = UNKNOWN;
  }

  /** Brings the cursor to a cell of a row that shall come to hold these cells. */
  void reach(int toRow, int toColumn, List<Cell> cells) {
    if (row == toRow && column == toColumn) {
      return;
    }
    String way = place(toRow, toColumn);
    if (row == toRow && column != UNKNOWN && column < toColumn) {
      way = shorter(way, along(column, toColumn, cells));
    } else if (row != UNKNOWN && row <= toRow) {
      way = shorter(way, "\r" + "\n".repeat(toRow - row) + along(0, toColumn, cells));
    }
    text.append(way);
    row = toRow;
    column = toColumn;
  }

  /** Writes the cell the cursor is at. */
  void write(Cell cell, int columns) {
    if (!holds(pen, cell)) {
      dress(Looks.isBlank(cell) ? Style.PLAIN : cell.style());
    }
    text.append(cell.glyph());
    column = cell.unusual() || column + 1 == columns ? UNKNOWN : column + 1;
  }

  /** Blanks the cell the cursor is at and all to its right. */
  void eraseToRowEnd() {
    unreverse();
    text.append(CONTROL + "K");
  }

  /** Some terminals would show what is erased or moved in as reversed. */
  private void unreverse() {
    if (pen.reverse()) {
      dress(Style.PLAIN);
    }
  }

  /** To the right: over what stands there, or by writing it again. */
  private String along(int from, int to, List<Cell> cells) {
    if (from == to) {
      return "";
    }
    String over = CONTROL + count(to - from) + "C";
    StringBuilder again = new StringBuilder();
    for (Cell cell : cells.subList(from, to)) {
      if (cell.unusual() || cell.rightHalf() || !holds(pen, cell)) {
        return over;
      }
      again.append(cell.glyph());
    }
    return shorter(again.toString(), over);
  }

  private static boolean holds(Style pen, Cell cell) {
    return pen.equals(cell.style()) || (Looks.isBlank(cell) && !pen.reverse());
  }

  private void dress(Style next) {
    StringJoiner codes = new StringJoiner(";", CONTROL, "m");
    if (next.equals(pen)) {
      return;
    }
    boolean anew = next.equals(Style.PLAIN) || lacksSomethingOf(pen, next);
    Style from = anew ? Style.PLAIN : pen;
    if (anew) {
      codes.add(next.equals(Style.PLAIN) ? "" : "0");
    }
    if (next.bold() && !from.bold()) {
      codes.add("1");
    }
    if (next.dim() && !from.dim()) {
      codes.add("2");
    }
    if (next.reverse() && !from.reverse()) {
      codes.add("7");
    }
    if (next.colour() != from.colour()) {
      codes.add(code(next.colour()));
    }
    text.append(codes);
    pen = next;
  }

  private static boolean lacksSomethingOf(Style pen, Style next) {
    return (pen.bold() && !next.bold())
        || (pen.dim() && !next.dim())
        || (pen.reverse() && !next.reverse());
  }

  private static String code(Colour colour) {
    return switch (colour) {
      case DEFAULT -> "39";
      case RED -> "31";
      case GREEN -> "32";
      case YELLOW -> "33";
      case BLUE -> "34";
      case MAGENTA -> "35";
      case CYAN -> "36";
    };
  }

  private static String place(int row, int column) {
    if (column > 0) {
      return CONTROL + (row + 1) + ";" + (column + 1) + "H";
    }
    return CONTROL + count(row + 1) + "H";
  }

  /** Nothing means one. */
  private static String count(int number) {
    return number == 1 ? "" : Integer.toString(number);
  }

  private static String shorter(String one, String other) {
    return bytes(one) <= bytes(other) ? one : other;
  }

  private static int bytes(CharSequence text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
