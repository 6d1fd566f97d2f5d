package bandstand.terminal;

import bandstand.view.Cell;
import bandstand.view.Frame;
import bandstand.view.Style;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames as numbers, one a cell: equal where cells cannot be told apart, since of a blank only the
 * background is seen. Every key has all cells of a screen compared several times over.
 */
final class Looks {

  /** An erased cell. */
  static final int BLANK = ' ';

  private static final int GLYPH_BITS = 24;
  private static final int COLOUR_BITS = 3;

  /** Of more than one {@code char}: numbered from where those of one end. */
  private final Map<String, Integer> longGlyphs = new HashMap<>();

  /** Rows of numbers, to be compared with those made by the same object alone. */
  int[][] of(Frame frame) {
    return frame.cells().stream().map(this::of).toArray(int[][]::new);
  }

  /** A screen that shows nothing. */
  static int[][] blank(int rows, int columns) {
    int[][] blank = new int[rows][columns];
    for (int[] row : blank) {
      Arrays.fill(row, BLANK);
    }
    return blank;
  }

  private int[] of(List<Cell> row) {
    int[] looks = new int[row.size()];
    for (int column = 0; column < looks.length; column++) {
      Cell cell = row.get(column);
      looks[column] =
          isBlank(cell) ? BLANK : glyph(cell.glyph()) | style(cell.style()) << GLYPH_BITS;
    }
    return looks;
  }

  /** Whether a cell looks like an erased one. */
  static boolean isBlank(Cell cell) {
    return cell.glyph().equals(" ") && !cell.style().reverse();
  }

  private int glyph(String glyph) {
    return switch (glyph.length()) {
      case 0 -> 0;
      case 1 -> glyph.charAt(0);
      default ->
          longGlyphs.computeIfAbsent(glyph, _ -> Character.MAX_VALUE + 1 + longGlyphs.size());
    };
  }

  private static int style(Style style) {
    int flags = (style.bold() ? 1 : 0) | (style.dim() ? 2 : 0) | (style.reverse() ? 4 : 0);
    return style.colour().ordinal() | flags << COLOUR_BITS;
  }
}
