package bandstand.terminal;

import bandstand.view.Cell;
import bandstand.view.Frame;
import bandstand.view.Place;
import bandstand.view.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From one frame to the next in few bytes. */
final class Repainting {

  /** Erasing to the end of a row and writing what follows anew pays from about here on. */
  private static final int BLANKS_WORTH_ERASING = 4;

  /** A list that scrolls, and the selection that wraps in it. */
  private static final int MOST_SHIFTS = 2;

  private final List<List<Cell>> cells;
  private final int[][] after;

  private Repainting(Frame after, Looks looks) {
    this.cells = after.cells();
    this.after = looks.of(after);
  }

  /**
   * What makes a terminal show the second of two frames of one size.
   *
   * @param before what it shows; empty: anything, and it writes with anything
   * @param pen what it writes with
   */
  static Strokes of(Optional<Frame> before, Frame after, Style pen) {
    Looks looks = new Looks();
    Repainting repainting = new Repainting(after, looks);
    Strokes strokes = Strokes.with(pen);
    if (before.isEmpty() || before.get().cursor().isPresent()) {
      strokes.showCursor(false);
    }
    if (before.isEmpty()) {
      strokes.clear();
      repainting.rows(strokes, Looks.blank(after.size().rows(), after.size().columns()));
    } else {
      strokes.add(repainting.shortest(strokes.next(), looks.of(before.get()), MOST_SHIFTS));
    }
    if (after.cursor().isPresent()) {
      Place cursor = after.cursor().get();
      strokes.reach(cursor.row(), cursor.column(), after.cells().get(cursor.row()));
      strokes.showCursor(true);
    }
    return strokes;
  }

  /** Cell by cell, or after rows have moved. */
  private Strokes shortest(Strokes start, int[][] before, int shifts) {
    Strokes asTheyAre = start.next();
    rows(asTheyAre, before);
    Optional<Shift> shift = shifts > 0 ? Shift.best(before, after) : Optional.empty();
    if (shift.isEmpty()) {
      return asTheyAre;
    }
    Strokes moved = start.next();
    moved.shift(shift.get(), after.length);
    moved.add(shortest(moved.next(), shift.get().of(before), shifts - 1));
    return moved.bytes() < asTheyAre.bytes() ? moved : asTheyAre;
  }

  private void rows(Strokes strokes, int[][] before) {
    for (int row = 0; row < after.length; row++) {
      if (!Arrays.equals(before[row], after[row])) {
        row(strokes, row, before[row]);
      }
    }
  }

  private void row(Strokes strokes, int row, int[] before) {
    Strokes best = strokes.next();
    cells(best, row, before, before.length);
    for (int erased : blankFrom(before, after[row])) {
      Strokes erasing = strokes.next();
      cells(erasing, row, before, erased);
      best = erasing.bytes() < best.bytes() ? erasing : best;
    }
    strokes.add(best);
  }

  /** Where blanks begin that something has to be erased for. */
  private static List<Integer> blankFrom(int[] before, int[] after) {
    List<Integer> all = new ArrayList<>();
    int from = 0;
    int unlike = 0;
    for (int column = 0; column < after.length; column++) {
      if (after[column] != Looks.BLANK) {
        from = column + 1;
        unlike = 0;
      } else if (before[column] != Looks.BLANK && ++unlike == BLANKS_WORTH_ERASING) {
        all.add(from);
      }
    }
    return all;
  }

  /** Writes what differs; erases first all from a column on, if it is inside the row. */
  private void cells(Strokes strokes, int row, int[] before, int erased) {
    List<Cell> wanted = cells.get(row);
    int columns = before.length;
    for (int column = 0; column < columns; column++) {
      if (column == erased) {
        strokes.reach(row, column, wanted);
        strokes.eraseToRowEnd();
      }
      boolean halfFollows = column + 1 < columns && wanted.get(column + 1).rightHalf();
      boolean differs =
          differs(row, before, column, erased)
              || (halfFollows && differs(row, before, column + 1, erased));
      if (differs && !wanted.get(column).rightHalf()) {
        strokes.reach(row, column, wanted);
        strokes.write(wanted.get(column), columns);
      }
    }
  }

  private boolean differs(int row, int[] before, int column, int erased) {
    return after[row][column] != (column < erased ? before[column] : Looks.BLANK);
  }
}
