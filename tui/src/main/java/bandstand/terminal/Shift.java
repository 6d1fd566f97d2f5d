package bandstand.terminal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whole rows that move up or down together, blank ones coming in behind them.
 *
 * @param top the first row concerned
 * @param bottom the last one
 * @param up by how many rows; negative: down
 */
record Shift(int top, int bottom, int up) {

  /** As far as a list moves when the next key question comes; looking further costs time. */
  private static final int MOST_ROWS = 12;

  /** About what the move takes, in bytes. */
  private static final int OWN_BYTES = 17;

  /** About what it takes to go to a row and to dress. */
  private static final int ROW_BYTES = 8;

  private static final int ERASING_BYTES = 3;

  Shift {
    if (top < 0 || up == 0 || top + Math.abs(up) > bottom) {
      throw new IllegalArgumentException("moves nothing: " + top + " to " + bottom + " by " + up);
    }
  }

  /** What a screen looks like after this. */
  int[][] of(int[][] looks) {
    int[][] moved = looks.clone();
    int[][] blank = Looks.blank(1, looks[0].length);
    for (int row = top; row <= bottom; row++) {
      int from = row + up;
      moved[row] = from < top || from > bottom ? blank[0] : looks[from];
    }
    return moved;
  }

  /** The one that leaves least to write, by an estimate; empty: none leaves less than it takes. */
  static Optional<Shift> best(int[][] before, int[][] after) {
    int first = 0;
    int last = after.length - 1;
    while (first <= last && Arrays.equals(before[first], after[first])) {
      first++;
    }
    while (last > first && Arrays.equals(before[last], after[last])) {
      last--;
    }
    if (last - first < 1) {
      return Optional.empty();
    }
    int[][] from = Arrays.copyOfRange(before, first, last + 1);
    int[][] to = Arrays.copyOfRange(after, first, last + 1);
    int[] asTheyAre = sums(from, 0, to, 0, to.length);
    int[] asBlanks = sums(Looks.blank(to.length, to[0].length), 0, to, 0, to.length);
    Optional<Shift> best = Optional.empty();
    int least = -OWN_BYTES;
    for (int up = -MOST_ROWS; up <= MOST_ROWS; up++) {
      int far = Math.abs(up);
      if (far == 0 || far >= to.length) {
        continue;
      }
      int kept = to.length - far;
      int[] moved = sums(from, up > 0 ? far : 0, to, up > 0 ? 0 : far, kept);
      for (int top = 0; top < kept; top++) {
        for (int bottom = top + far; bottom < to.length; bottom++) {
          int incoming = up > 0 ? bottom + 1 - far : top;
          int more =
              (moved[bottom + 1 - far] - moved[top])
                  + (asBlanks[incoming + far] - asBlanks[incoming])
                  - (asTheyAre[bottom + 1] - asTheyAre[top]);
          if (more < least) {
            least = more;
            best = Optional.of(new Shift(first + top, first + bottom, up));
          }
        }
      }
    }
    return best;
  }

  /** What it takes to write so many rows from a place on, from none of them to all. */
  private static int[] sums(int[][] before, int skipped, int[][] after, int start, int count) {
    int[] sums = new int[count + 1];
    for (int row = 0; row < count; row++) {
      sums[row + 1] = sums[row] + bytes(before[skipped + row], after[start + row]);
    }
    return sums;
  }

  private static int bytes(int[] before, int[] after) {
    int column = Arrays.mismatch(before, after);
    if (column < 0) {
      return 0;
    }
    int bytes = ROW_BYTES;
    int trailing = 0;
    for (; column < after.length; column++) {
      int differs = before[column] == after[column] ? 0 : 1;
      if (after[column] == Looks.BLANK) {
        trailing += differs;
      } else {
        bytes += trailing + differs;
        trailing = 0;
      }
    }
    return bytes + Math.min(trailing, ERASING_BYTES);
  }
}
