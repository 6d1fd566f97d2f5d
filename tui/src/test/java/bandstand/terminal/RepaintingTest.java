package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.Walk;
import bandstand.view.Canvas;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepaintingTest {

  /** So that a typed answer is on the screen of a slow line at once. */
  private static final int ANSWER_BYTES = 400;

  /** The marks around each frame. */
  private static final int MARKS_BYTES = 16;

  private static final Size SIZE = new Size(10, 40);
  private static final List<String> LIST =
      List.of(
          "Attitudes and motives are analysed",
          "Diversity is considered",
          "Family and social context",
          "Risks are identified",
          "Controls are analysed");

  private static Frame rows(int top, List<String> texts) {
    Canvas canvas = new Canvas(SIZE);
    canvas.put(0, 0, "Desk", Style.BOLD);
    for (int row = 0; row < texts.size(); row++) {
      canvas.put(top + row, 0, texts.get(row), Style.PLAIN);
    }
    return canvas.frame();
  }

  private static void assertWritten(String expected, Frame before, Frame after, Style pen) {
    String written = Repainting.of(Optional.of(before), after, pen).text();
    assertEquals(expected.replace("ESC", "\u001b"), written);
  }

  @Test
  void rowsThatMoveUpAreNotWrittenAnew() {
    List<String> later = new ArrayList<>(LIST.subList(1, 5));
    later.add("Plan");
    assertWritten("ESC[3;7rESC[3HESC[MESC[rESC[7HPlan", rows(2, LIST), rows(2, later), Style.PLAIN);
  }

  @Test
  void rowsThatMoveDownAreNotWrittenAnew() {
    List<String> later = new ArrayList<>(LIST);
    later.add(0, "Plan");
    later.add(0, "");
    assertWritten(
        "ESC[3;9rESC[3HESC[2LESC[rESC[4HPlan", rows(2, LIST), rows(2, later), Style.PLAIN);
  }

  @Test
  void rowsThatMoveAtTheBottomNeedNoRegion() {
    assertWritten("ESC[6HESC[L", rows(5, LIST), rows(6, LIST.subList(0, 4)), Style.PLAIN);
  }

  @Test
  void nothingMovesWhereWritingIsShorter() {
    assertWritten(
        "ESC[3H \r\n1\r\n2",
        rows(2, List.of("1", "2", "")),
        rows(2, List.of("", "1", "2")),
        Style.PLAIN);
  }

  @Test
  void nothingIsScrolledInOrErasedReversed() {
    List<String> later = new ArrayList<>(LIST.subList(1, 5));
    assertWritten("ESC[mESC[3;7rESC[3HESC[MESC[r", rows(2, LIST), rows(2, later), Style.REVERSE);
    assertWritten(
        "ESC[3HESC[mESC[K", rows(2, LIST.subList(0, 1)), rows(2, List.of()), Style.REVERSE);
  }

  @Test
  void aShortGapIsWrittenAgainAndALongOneJumped() {
    assertWritten(
        "ESC[3;4Hx34xESC[6Cx",
        rows(2, List.of("012.34.012345.")),
        rows(2, List.of("012x34x012345x")),
        Style.PLAIN);
  }

  @Test
  void theColourOfABlankIsNotWritten() {
    Canvas before = new Canvas(SIZE);
    before.put(2, 0, "2 yes     Diversity", Style.of(Colour.GREEN));
    Canvas after = new Canvas(SIZE);
    after.put(2, 0, "2 yes", Style.of(Colour.GREEN));
    after.put(2, 10, "Diversity", Style.of(Colour.GREEN));
    assertWritten("", before.frame(), after.frame(), Style.PLAIN);
  }

  /** Two repaints each: as it is given, and as it is saved. */
  @Test
  void aTypicalAnswerOnTheDeskTakesFewBytes() {
    Settings colourful = new Settings(false, true, ZoneId.of("Europe/London"));
    Walk walk = Walk.start(Sample.practice(), colourful).press("Enter").command("case C01").slow();
    List<Integer> bytes = new ArrayList<>();
    Style pen = Style.PLAIN;
    while (!walk.line().equals("end")) {
      int all = 0;
      for (Runnable step : List.<Runnable>of(() -> walk.press("y"), walk::answer)) {
        Frame before = walk.frame();
        step.run();
        Strokes strokes = Repainting.of(Optional.of(before), walk.frame(), pen);
        pen = strokes.pen();
        all += MARKS_BYTES + strokes.text().getBytes(StandardCharsets.UTF_8).length;
      }
      bytes.add(all);
    }
    bytes.sort(null);
    int typical = bytes.get(bytes.size() / 2);
    assertTrue(typical <= ANSWER_BYTES, typical + " bytes, of " + bytes);
  }
}
