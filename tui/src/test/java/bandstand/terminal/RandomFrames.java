package bandstand.terminal;

import bandstand.view.Canvas;
import bandstand.view.Cell;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.util.List;
import java.util.Random;

/**
 * Frames from a seed, each some strokes and a moved stretch of rows away from the one before, or
 * wholly new.
 */
final class RandomFrames {

  private static final String[] GLYPHS = {
    " ", " ", " ", "a", "y", "7", "%", "ŵ", "…", "█", "─", "東", "京", "👍", "é\u0323"
  };

  private final Random random;
  private final Size size;
  private Canvas canvas;

  RandomFrames(long seed, Size size) {
    this.random = new Random(seed);
    this.size = size;
    this.canvas = new Canvas(size);
  }

  Frame next() {
    if (random.nextInt(8) == 0) {
      canvas = new Canvas(size);
    }
    if (random.nextInt(3) == 0) {
      shift(random.nextInt(size.rows()), random.nextInt(size.rows()), random.nextInt(9) - 4);
    }
    for (int strokes = random.nextInt(12); strokes > 0; strokes--) {
      stroke(random.nextInt(size.rows()), random.nextInt(size.columns()));
    }
    boolean cursor = random.nextInt(3) == 0;
    canvas.cursor(cursor ? random.nextInt(size.rows()) : -1, random.nextInt(size.columns()));
    return canvas.frame();
  }

  /** Moves the rows of a stretch up as a list that scrolls, others coming in behind them. */
  private void shift(int one, int other, int up) {
    Frame before = canvas.frame();
    canvas = new Canvas(size);
    for (int row = 0; row < size.rows(); row++) {
      boolean within = row >= Math.min(one, other) && row <= Math.max(one, other);
      List<Cell> cells = before.cells().get(within ? Math.floorMod(row + up, size.rows()) : row);
      for (int column = 0; column < size.columns(); column++) {
        Cell cell = cells.get(column);
        if (!cell.rightHalf()) {
          canvas.put(row, column, cell.glyph(), cell.style());
        }
      }
    }
  }

  private void stroke(int row, int column) {
    switch (random.nextInt(4)) {
      case 0 -> canvas.fill(row, column, random.nextInt(size.columns()), ' ', Style.PLAIN);
      case 1 -> canvas.restyle(row, column, random.nextInt(20), _ -> style());
      default -> {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(20); length >= 0; length--) {
          text.append(GLYPHS[random.nextInt(GLYPHS.length)]);
        }
        canvas.put(row, column, text.toString(), style());
      }
    }
  }

  private Style style() {
    Colour[] colours = Colour.values();
    return random.nextBoolean()
        ? Style.PLAIN
        : new Style(
            colours[random.nextInt(colours.length)],
            random.nextInt(3) == 0,
            random.nextInt(3) == 0,
            random.nextInt(3) == 0);
  }
}
