package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.view.Canvas;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

  private static final Size SIZE = new Size(6, 40);

  @Test
  void aFrameIsPaintedFromNothing() throws IOException {
    StrictTerminal terminal = new StrictTerminal(SIZE);
    Canvas canvas = new Canvas(SIZE);
    canvas.put(0, 0, "Desk", Style.BOLD);
    canvas.put(2, 3, "24/31 77% ", Style.PLAIN);
    canvas.put(2, 13, "Good", Style.of(Colour.GREEN));
    canvas.put(5, 36, "q quit", Style.DIM);
    canvas.restyle(2, 0, SIZE.columns(), Style::asReverse);
    canvas.cursor(5, 39);
    Frame frame = canvas.frame();
    new Painter(terminal::write).paint(frame);
    terminal.assertShows(frame, "from nothing");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void paintingTheDifferenceIsPaintingTheWhole(long seed) throws IOException {
    RandomFrames frames = new RandomFrames(seed, SIZE);
    StrictTerminal byDifference = new StrictTerminal(SIZE);
    Painter painter = new Painter(byDifference::write);
    for (int round = 0; round < 200; round++) {
      Frame frame = frames.next();
      painter.paint(frame);
      String when = "seed " + seed + ", round " + round;
      byDifference.assertShows(frame, when);
      StrictTerminal whole = new StrictTerminal(SIZE);
      new Painter(whole::write).paint(frame);
      whole.assertShows(frame, when + ", whole");
    }
  }

  @Test
  void aForgottenScreenIsPaintedWhole() throws IOException {
    StrictTerminal terminal = new StrictTerminal(SIZE);
    Painter painter = new Painter(terminal::write);
    Canvas canvas = new Canvas(SIZE);
    canvas.put(1, 1, "Standards", Style.REVERSE);
    painter.paint(canvas.frame());
    terminal.write("\u001b[4Hgarbage\u001b[2;5r\u001b[7m");
    painter.forget();
    assertFalse(painter.shows(canvas.frame()));
    painter.paint(canvas.frame());
    terminal.assertShows(canvas.frame(), "after garbage");
  }

  @Test
  void aFrameOfAnotherSizeIsPaintedWhole() throws IOException {
    StrictTerminal terminal = new StrictTerminal(SIZE);
    Painter painter = new Painter(terminal::write);
    Canvas small = new Canvas(new Size(4, 20));
    small.put(3, 0, "small", Style.PLAIN);
    painter.paint(small.frame());
    Frame blank = new Canvas(SIZE).frame();
    painter.paint(blank);
    terminal.assertShows(blank, "after another size");
  }

  @Test
  void aPainterKnowsWhatTheScreenShows() throws IOException {
    Painter painter = new Painter(new StrictTerminal(SIZE)::write);
    Canvas canvas = new Canvas(SIZE);
    assertFalse(painter.shows(canvas.frame()));
    painter.paint(canvas.frame());
    assertTrue(painter.shows(canvas.frame()));
    canvas.put(0, 0, "x", Style.PLAIN);
    assertFalse(painter.shows(canvas.frame()));
  }

  @Test
  void aScreenPaintedByHalfIsPaintedWholeTheNextTime() throws IOException {
    StrictTerminal terminal = new StrictTerminal(SIZE);
    boolean[] broken = {true};
    Painter painter =
        new Painter(
            text -> {
              terminal.write(broken[0] ? text.substring(0, text.indexOf("second")) : text);
              if (broken[0]) {
                throw new IOException("input/output error");
              }
            });
    Canvas canvas = new Canvas(SIZE);
    canvas.put(0, 0, "first", Style.of(Colour.RED));
    canvas.put(1, 0, "second", Style.PLAIN);
    assertThrows(IOException.class, () -> painter.paint(canvas.frame()));
    broken[0] = false;
    painter.paint(canvas.frame());
    terminal.assertShows(canvas.frame(), "after a failure");
  }
}
