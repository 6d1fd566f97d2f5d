package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private static final long SEED = 20190814;

  @ParameterizedTest
  @CsvSource({
    "Leicester, 9",
    "Tŷ Gŵyr, 7",
    "東京, 4",
    "한국, 4",
    "ＡＢ, 4",
    "👍, 2",
    "😀!, 3",
    "🇬🇧, 2",
    "█─…›, 4",
    "Ωж, 2",
    "x̌̌, 1",
    "ｶﾅ, 2",
    "𠀋, 2"
  })
  void aWidthCountsTheColumnsDrawn(String text, int columns) {
    assertEquals(columns, Text.width(text));
  }

  @Test
  void aDecomposedLetterIsComposed() {
    assertEquals("ŵ", Text.sanitised("w\u0302"));
    assertEquals(1, Text.width("w\u0302"));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, ab…",
    "abcd, 1, …",
    "abcd, 0, ''",
    "abcd, -5, ''",
    "'abc  ', 3, abc",
    "東京都, 6, 東京都",
    "東京都, 5, 東京…",
    "東京都, 4, 東…",
    "x̌y̌ž, 2, x̌…"
  })
  void aCutTextEndsInAnEllipsisAndFits(String text, int width, String cut) {
    assertEquals(cut, Text.cut(text, width));
  }

  @Test
  void wrappingBreaksAtSpaces() {
    assertEquals(
        List.of("Other agencies", "managing the", "risk"),
        Text.wrap("Other agencies managing the risk", 14));
  }

  @Test
  void wrappingBreaksALongWordAnywhere() {
    assertEquals(List.of("a", "bcdefg", "hij k"), Text.wrap("a bcdefghij k", 6));
  }

  @Test
  void wrappingKeepsLineEndsAndEmptyLines() {
    assertEquals(List.of("one", "", "two"), Text.wrap("one\n\r\ntwo", 10));
    assertEquals(List.of(""), Text.wrap("", 10));
    assertEquals(List.of(""), Text.wrap("   ", 10));
  }

  @Test
  void wrappingNeverExceedsItsWidthOrLosesALetter() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      String text = someText(random);
      int width = 2 + random.nextInt(20);
      List<String> lines = Text.wrap(text, width);
      assertTrue(lines.stream().allMatch(line -> Text.width(line) <= width), text);
      assertEquals(
          Text.sanitised(text).replace(" ", ""), String.join("", lines).replace(" ", ""), text);
    }
  }

  @Test
  void wrappingToOneColumnReplacesWhatIsWider() {
    assertEquals(List.of("a", "\uFFFD"), Text.wrap("a東", 1));
    assertEquals(List.of("a", "b"), Text.wrap("ab", -3));
  }

  @Test
  void paddingGivesTheExactWidth() {
    assertEquals("東  ", Text.pad("東", 4));
    assertEquals("  東", Text.padStart("東", 4));
    assertEquals("東… ", Text.pad("東京都", 4));
    assertEquals("ab…", Text.padStart("abcd", 3));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x0B, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x90, 0x9B, 0x9D, 0x9F, 0x61C, 0x115F,
        0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
        0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x3164, 0xD800, 0xDFFF,
        0xFE0F, 0xFEFF, 0xFFF9, 0xFFFF, 0xE0001, 0xE0041, 0xE007F, 0xE0100
      })
  void whatSteersOrHidesBecomesOneVisibleColumn(int codePoint) {
    String safe = Text.sanitised("a" + Character.toString(codePoint) + "b");
    assertEquals(3, safe.length(), safe);
    assertEquals(3, Text.width(safe));
    assertTrue(safe.startsWith("a") && safe.endsWith("b"));
    assertTrue("\uFFFD".equals(safe.substring(1, 2)) || safe.charAt(1) >= 0x2400, safe);
  }

  @Test
  void anEscapeSequenceIsShownAsItIs() {
    assertEquals("␛[31mred␛]0;x␇", Text.sanitised("\u001b[31mred\u001b]0;x\u0007"));
  }

  @Test
  void tabsLineEndsAndSpacesAreASpace() {
    assertEquals("a b c d e", Text.sanitised("a\tb\r\nc\u00a0d\u3000e"));
    assertEquals("␍a", Text.sanitised("\ra"));
    assertEquals("co-operate", Text.sanitised("co\u00adoperate"));
  }

  @Test
  void aPictureSelectorAfterASymbolIsDroppedButNotAfterALetter() {
    assertEquals("⚠", Text.sanitised("⚠\uFE0F"));
    assertEquals("1\uFFFD", Text.sanitised("1\uFE0F"));
  }

  @Test
  void aMarkWithoutALetterStandsOnADottedCircle() {
    assertEquals("\u25CC\u0323 \u25CC\u0323", Text.sanitised("\u0323 \u0323"));
  }

  @Test
  void towersOfMarksAreCutDown() {
    String safe = Text.sanitised("q" + "\u0323\u0307".repeat(50) + "r");
    assertEquals("q\u0323\u0323\u0307r", safe);
    assertEquals(2, Text.width(safe));
    assertEquals("q\u0308\u0301\u0308", Text.sanitised("q\u0344\u0344"));
  }

  @Test
  @Timeout(2)
  void aVeryLongTowerOfMarksCostsNoTime() {
    assertEquals("q\u0323\u0323\u0307", Text.sanitised("q" + "\u0323\u0307".repeat(200_000)));
  }

  @Test
  void sanitisingTwiceChangesNothingMore() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      String once = Text.sanitised(someText(random));
      assertEquals(once, Text.sanitised(once));
    }
  }

  @Test
  void noSanitisedTextCanSteerATerminal() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String safe = Text.sanitised("a" + Character.toString(codePoint));
      for (int i = 1; i < safe.length(); i += Character.charCount(safe.codePointAt(i))) {
        int type = Character.getType(safe.codePointAt(i));
        assertTrue(
            type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR,
            "U+" + Integer.toHexString(codePoint));
      }
      assertEquals(safe, Normalizer.normalize(safe, Normalizer.Form.NFC));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Tŷ Gŵyr, Môn', 'Ty Gwyr, Mon'",
    "ŴÂÊÎÔÛŶŵâêîôûŷ, WAEIOUYwaeiouy",
    "'wait…', 'wait...'",
    "██▌░ ──, ###. --",
    "┌┬┐│, +++|",
    "‘a’ “b” – — ›, '''a'' \"b\" - - >'",
    "æß½, aess1?2",
    "東👍, ??",
    "x̌, x"
  })
  void asciiFoldsToWhatComesClosest(String text, String folded) {
    assertEquals(folded, Text.ascii(text));
  }

  @Test
  void asciiIsAsciiWhateverComes() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      assertTrue(Text.ascii(someText(random)).chars().allMatch(c -> c >= ' ' && c <= '~'));
    }
  }

  static String someText(Random random) {
    int[] codePoints =
        IntStream.range(0, random.nextInt(60))
            .map(
                _ ->
                    switch (random.nextInt(8)) {
                      case 0 -> random.nextInt(0x80);
                      case 1 -> random.nextInt(0x300);
                      case 2 -> 0x300 + random.nextInt(0x70);
                      case 3 -> 0x2000 + random.nextInt(0x800);
                      case 4 -> 0x4E00 + random.nextInt(0x5000);
                      case 5 -> 0x1F300 + random.nextInt(0x700);
                      case 6 -> random.nextInt(0x11_0000);
                      default -> ' ' + random.nextInt(0x5F);
                    })
            .toArray();
    return new String(codePoints, 0, codePoints.length);
  }
}
