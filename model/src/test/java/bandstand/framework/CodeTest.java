package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code is, and how codes lie to each other. */
class CodeTest {
  private static final String SMALL = "overall 1 1.1 1.1.1 1.1.1.1 1.1.1.2 1.1.2 1.2 2";
  private static final String NUMERIC = "2.1 2.2 2.9 2.10 2.11 2.100 2.127 3 9.9 10 127";

  @ParameterizedTest
  @ValueSource(strings = {"overall", "1", "2.4", "2.4.1", "2.4.1.5", "127.127.127.127", "10.20.30"})
  void aCodeReadsAndWritesTheSame(String text) {
    assertEquals(text, Code.of(text).toString());
    assertEquals(Optional.of(Code.of(text)), Code.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "01",
        "1.0",
        "1.01",
        "128",
        "1.128",
        "1234",
        "2.4.",
        ".4",
        "2..4",
        "2.4.1.5.1",
        "-1",
        "+1",
        "2,4",
        "2.4 ",
        " 2.4",
        "2.4.d",
        "a",
        "Overall",
        "٢.٤",
        "999999999999"
      })
  void anythingElseIsNoCode(String text) {
    assertEquals(Optional.empty(), Code.parse(text));
    assertThrows(IllegalArgumentException.class, () -> Code.of(text));
  }

  @Test
  void codesAreOrderedNumberByNumberAndAncestorsFirst() {
    for (String ascending : List.of(SMALL, NUMERIC)) {
      List<Code> expected = Sample.codes(ascending);
      var shuffled = new ArrayList<>(expected);
      Collections.shuffle(shuffled, new Random(1));
      Collections.sort(shuffled);
      assertEquals(expected, shuffled);
    }
  }

  @Test
  void aCodeContainsItselfAndWhatItsTextBegins() {
    for (Code code : Sample.codes(SMALL + " " + NUMERIC)) {
      for (Code other : Sample.codes(SMALL + " " + NUMERIC)) {
        boolean expected =
            code.equals(Code.OVERALL)
                || code.equals(other)
                || other.toString().startsWith(code + ".");
        assertEquals(expected, code.contains(other), () -> code + " contains " + other);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,overall,1,1", "2.4,2,2,4", "2.4.1,2.4,3,1", "2.4.1.5,2.4.1,4,5", "1.127,1,2,127"})
  void aCodeIsTheChildOfItsParent(String text, String parent, int depth, int ordinal) {
    Code code = Code.of(text);
    assertEquals(Code.of(parent), code.parent());
    assertEquals(code, Code.of(parent).child(ordinal));
    assertEquals(depth, code.depth());
    assertEquals(ordinal, code.ordinal());
  }

  @Test
  void overallStandsAboveAll() {
    assertEquals(0, Code.OVERALL.depth());
    assertThrows(IllegalStateException.class, Code.OVERALL::parent);
  }

  @ParameterizedTest
  @CsvSource({"2.4,0", "2.4,128", "2.4,-1", "2.4.1.5,1"})
  void noOtherChildExists(String parent, int number) {
    assertThrows(IllegalArgumentException.class, () -> Code.of(parent).child(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00010000, 0x01000100, 0x01010001, 0x80000000, 0x01800000, 0x01010180})
  void aGapOrANumberAbove127IsRefused(int packed) {
    assertThrows(IllegalArgumentException.class, () -> new Code(packed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "2.1.1.3", "2.", ".1", "2..1", "0.0", "999.1", "1.2.3.4.5"})
  void digitsAndDotsAreShapedLikeACode(String text) {
    assertTrue(Code.isCodeShaped(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2019", ".", "...", "type", "2.1a", "2.1 ", "2,1", "٢.١"})
  void otherTextIsNot(String text) {
    assertFalse(Code.isCodeShaped(text));
  }

  @Test
  void aHeaderOfAMegabyteIsLookedAtToItsEnd() {
    assertTrue(Code.isCodeShaped("1.".repeat(500_000)));
    assertFalse(Code.isCodeShaped("1.".repeat(500_000) + "x"));
    assertEquals(Optional.empty(), Code.parse("1.".repeat(500_000)));
  }
}
