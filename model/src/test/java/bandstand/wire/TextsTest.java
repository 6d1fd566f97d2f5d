package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of UAX 9 that turn text are refused; what words and emoji are made of is taken. */
class TextsTest {
  @ParameterizedTest
  @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
  void whatTurnsTextIsRefusedByItsName(int character) {
    assertEquals(
        Optional.of(
            "The control character U+%04X (%s) at 2 turns what stands around it; remove it"
                .formatted(character, Character.getName(character))),
        Texts.refusal("ab" + Character.toString(character) + "c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gŵr tŷ",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\u05E9\u05DC\u05D5\u05DD\u200F!",
        "a\u200Eb"
      })
  void joinersMarksAndTextOfEitherDirectionAreTaken(String text) {
    assertEquals(Optional.empty(), Texts.refusal(text));
  }

  /** What stands since before it was refused must still be read from an answer. */
  @Test
  void anAnswerMayHoldWhatARequestMayNot() {
    assertEquals(Optional.empty(), Texts.noText("a\u202Eb"));
    assertEquals(
        Optional.of("The control character U+0007 at 0 is not taken; remove it"),
        Texts.noText("\u0007"));
  }
}
