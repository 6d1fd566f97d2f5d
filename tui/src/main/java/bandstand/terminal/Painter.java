package bandstand.terminal;

import bandstand.view.Cell;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Place;
import bandstand.view.Style;
import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Turns frames into the fewest writes: only cells that differ from the frame before. Does not
 * flush.
 */
final class Painter {

  /** A cursor movement takes six to eight bytes, so that a shorter gap is cheaper written again. */
  private static final int GAP_CELLS = 5;

  private static final Place NOWHERE = new Place(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final Surface surface;
  private Optional<Frame> painted = Optional.empty();

  /** What the terminal writes with; certain only while {@code painted} is there. */
  private Style pen = Style.PLAIN;

  /** Where the terminal writes next, as far as all terminals agree. */
  private Place at = NOWHERE;

  private final StringBuilder pending = new StringBuilder();

  Painter(Surface surface) {
    this.surface = surface;
  }

  /** The terminal's content is no longer known: the next frame is painted whole. */
  void forget() {
    painted = Optional.empty();
  }

  /** Whether the terminal already shows just this. */
  boolean shows(Frame frame) {
    return painted.isPresent() && painted.get().equals(frame);
  }

  /** Writes what a frame needs; after a failure the next one is painted whole. */
  void paint(Frame next) throws IOException {
    Optional<Frame> known = painted.filter(frame -> frame.size().equals(next.size()));
    painted = Optional.empty();
    if (known.isEmpty() || known.get().cursor().isPresent()) {
      surface.setCursorVisible(false);
    }
    if (known.isEmpty()) {
      surface.resetColorAndSGR();
      surface.clearScreen();
      pen = Style.PLAIN;
    }
    at = NOWHERE;
    pending.setLength(0);
    List<Cell> blanks = Collections.nCopies(next.size().columns(), Cell.BLANK);
    for (int row = 0; row < next.size().rows(); row++) {
      int index = row;
      List<Cell> before = known.map(frame -> frame.cells().get(index)).orElse(blanks);
      paintRow(row, before, next.cells().get(row));
    }
    if (next.cursor().isPresent()) {
      Place cursor = next.cursor().get();
      surface.setCursorPosition(cursor.column(), cursor.row());
      surface.setCursorVisible(true);
    }
    painted = Optional.of(next);
  }

  private void paintRow(int row, List<Cell> before, List<Cell> after) throws IOException {
    if (before.equals(after)) {
      return;
    }
    int end = after.size();
    while (end > 0 && after.get(end - 1).equals(Cell.BLANK)) {
      end--;
    }
    for (int column = 0; column < end; column++) {
      boolean halfFollows = column + 1 < end && after.get(column + 1).rightHalf();
      boolean differs =
          !before.get(column).equals(after.get(column))
              || (halfFollows && !before.get(column + 1).equals(after.get(column + 1)));
      if (differs && !after.get(column).rightHalf()) {
        reach(row, column, after);
        write(after.get(column), row, column, after.size());
      }
    }
    boolean erasing = !before.subList(end, before.size()).stream().allMatch(Cell.BLANK::equals);
    if (erasing) {
      reach(row, end, after);
    }
    flushPending();
    if (erasing) {
      dress(Style.PLAIN);
      surface.eraseToRowEnd();
    }
  }

  /** Brings the cursor to a cell, over a short gap by writing again what already stands there. */
  private void reach(int row, int column, List<Cell> cells) throws IOException {
    boolean sameRow = at.row() == row && at.column() <= column;
    if (sameRow && cheap(cells.subList(at.column(), column))) {
      for (int gap = at.column(); gap < column; gap++) {
        pending.append(cells.get(gap).glyph());
      }
    } else {
      flushPending();
      surface.setCursorPosition(column, row);
    }
    at = new Place(row, column);
  }

  private boolean cheap(List<Cell> gap) {
    return gap.size() <= GAP_CELLS
        && gap.stream().allMatch(cell -> cell.style().equals(pen) && !cell.unusual())
        && gap.stream().noneMatch(Cell::rightHalf);
  }

  private void write(Cell cell, int row, int column, int columns) throws IOException {
    if (!cell.style().equals(pen)) {
      flushPending();
      dress(cell.style());
    }
    pending.append(cell.glyph());
    if (cell.unusual() || column + 1 == columns) {
      flushPending();
      at = NOWHERE;
    } else {
      at = new Place(row, column + 1);
    }
  }

  private void flushPending() throws IOException {
    if (!pending.isEmpty()) {
      surface.putString(pending.toString());
      pending.setLength(0);
    }
  }

  private void dress(Style next) throws IOException {
    if (lacksSomethingOf(pen, next)) {
      surface.resetColorAndSGR();
      pen = Style.PLAIN;
    }
    if (next.bold() && !pen.bold()) {
      surface.enableSGR(SGR.BOLD);
    }
    if (next.dim() && !pen.dim()) {
      surface.dim();
    }
    if (next.reverse() && !pen.reverse()) {
      surface.enableSGR(SGR.REVERSE);
    }
    if (next.colour() != pen.colour()) {
      surface.setForegroundColor(colour(next.colour()));
    }
    pen = next;
  }

  private static boolean lacksSomethingOf(Style pen, Style next) {
    return (pen.bold() && !next.bold())
        || (pen.dim() && !next.dim())
        || (pen.reverse() && !next.reverse())
        || (pen.colour() != Colour.DEFAULT && next.colour() == Colour.DEFAULT);
  }

  private static TextColor colour(Colour colour) {
    return switch (colour) {
      case DEFAULT -> TextColor.ANSI.DEFAULT;
      case RED -> TextColor.ANSI.RED;
      case GREEN -> TextColor.ANSI.GREEN;
      case YELLOW -> TextColor.ANSI.YELLOW;
      case BLUE -> TextColor.ANSI.BLUE;
      case MAGENTA -> TextColor.ANSI.MAGENTA;
      case CYAN -> TextColor.ANSI.CYAN;
    };
  }
}
