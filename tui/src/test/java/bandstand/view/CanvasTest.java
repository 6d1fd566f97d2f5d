package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanvasTest {

  private static final long SEED = 35;

  private final Canvas canvas = new Canvas(new Size(3, 10));

  private String row(int row) {
    return canvas.frame().row(row);
  }

  @Test
  void aFrameStartsBlank() {
    assertEquals("\n\n", canvas.frame().text());
    assertEquals(Optional.empty(), canvas.frame().cursor());
  }

  @Test
  void putGivesTheColumnAfterTheText() {
    assertEquals(6, canvas.put(1, 2, "2.4東", Style.BOLD) - 1);
    assertEquals("\n  2.4東\n", canvas.frame().text());
    assertEquals(new Cell("東", Style.BOLD), canvas.frame().cells().get(1).get(5));
    assertEquals(new Cell("", Style.BOLD), canvas.frame().cells().get(1).get(6));
  }

  @Test
  void aTextIsCutAtTheRightEdge() {
    assertEquals(10, canvas.put(0, 4, "Planning", Style.PLAIN));
    assertEquals("    Plann…", row(0));
  }

  @Test
  void aTextIsCutAtItsOwnWidth() {
    assertEquals(4, canvas.put(0, 0, 4, "Planning", Style.PLAIN));
    assertEquals("Pla…", row(0));
    assertEquals(0, canvas.put(1, 0, 0, "Planning", Style.PLAIN));
    assertEquals("", row(1));
  }

  @Test
  void whatLiesOutsideIsNotDrawn() {
    canvas.put(-1, 0, "a", Style.PLAIN);
    canvas.put(3, 0, "a", Style.PLAIN);
    canvas.put(0, 10, "a", Style.PLAIN);
    canvas.put(0, -1, "a", Style.PLAIN);
    canvas.fill(3, 0, 10, 'x', Style.PLAIN);
    canvas.fill(-1, 0, 10, 'x', Style.PLAIN);
    canvas.fill(0, 10, 5, 'x', Style.PLAIN);
    canvas.restyle(7, 0, 10, Style::asBold);
    canvas.cursor(0, 10);
    assertEquals(new Canvas(new Size(3, 10)).frame(), canvas.frame());
  }

  @Test
  void aRowIsFilledAsFarAsItGoes() {
    canvas.fill(0, 8, Integer.MAX_VALUE, '─', Style.DIM);
    canvas.fill(1, -2, 4, '=', Style.PLAIN);
    assertEquals("        ──\n==\n", canvas.frame().text());
  }

  @Test
  void fillingTakesNoWideCharacter() {
    assertThrows(IllegalArgumentException.class, () -> canvas.fill(0, 0, 10, '東', Style.PLAIN));
  }

  @Test
  void restylingKeepsTheTextAndTheColour() {
    canvas.put(0, 0, "yes", Style.of(Colour.GREEN));
    canvas.restyle(0, 0, 2, Style::asReverse);
    List<Cell> cells = canvas.frame().cells().getFirst();
    assertEquals(new Cell("e", Style.of(Colour.GREEN).asReverse()), cells.get(1));
    assertEquals(new Cell("s", Style.of(Colour.GREEN)), cells.get(2));
  }

  @Test
  void drawingOverHalfAWideCharacterBlanksTheOtherHalf() {
    canvas.put(0, 0, "東東東", Style.PLAIN);
    canvas.put(0, 1, "x", Style.PLAIN);
    assertEquals(" x東東", row(0));
    canvas.put(0, 4, "y", Style.PLAIN);
    assertEquals(" x東y", row(0));
    canvas.put(0, 1, "京", Style.PLAIN);
    assertEquals(" 京 y", row(0));
  }

  @Test
  void hostileTextIsHarmless() {
    canvas.put(0, 0, "\u001b[2J\u009b\u202ex", Style.PLAIN);
    assertEquals("␛[2J\uFFFD\uFFFDx", row(0));
  }

  @Test
  void aCellTakesOneSanitisedCharacterOnly() {
    assertThrows(IllegalArgumentException.class, () -> new Cell("\u001b", Style.PLAIN));
    assertThrows(IllegalArgumentException.class, () -> new Cell("ab", Style.PLAIN));
    assertThrows(IllegalArgumentException.class, () -> new Cell("\u202e", Style.PLAIN));
  }

  @Test
  void theCursorIsWhereItWasPut() {
    canvas.cursor(2, 9);
    assertEquals(Optional.of(new Place(2, 9)), canvas.frame().cursor());
  }

  @Test
  void asciiKeepsEveryCellInItsColumn() {
    canvas.put(0, 0, "ŵ東b─█", Style.of(Colour.RED));
    canvas.put(1, 0, 7, "Planning", Style.PLAIN);
    canvas.put(2, 0, "a… b", Style.PLAIN);
    Frame ascii = canvas.frame().ascii();
    assertEquals("w??b-#\nPlan...\na. b", ascii.text());
    assertEquals(Style.of(Colour.RED), ascii.cells().getFirst().getFirst().style());
  }

  @Test
  void monochromeDropsTheColourAlone() {
    canvas.put(0, 0, "x", Style.of(Colour.RED).asBold());
    assertEquals(
        new Cell("x", Style.BOLD), canvas.frame().monochrome().cells().getFirst().getFirst());
  }

  @Test
  void everyFrameHoldsWholeGlyphsWhateverIsDrawn() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      Canvas any = new Canvas(new Size(4, 12));
      for (int i = 0; i < 12; i++) {
        any.put(random.nextInt(5), random.nextInt(13), TextTest.someText(random), Style.PLAIN);
      }
      for (List<Cell> row : any.frame().cells()) {
        for (int column = 0; column < row.size(); column++) {
          boolean wide = Text.width(row.get(column).glyph()) == 2;
          boolean halfFollows = column + 1 < row.size() && row.get(column + 1).rightHalf();
          assertEquals(wide, halfFollows, "seed " + SEED + ", round " + round);
        }
      }
      any.frame().ascii().text().chars().forEach(c -> assertEquals(c, c & 0x7F));
    }
  }
}
