package bandstand.wire;

import static bandstand.wire.Reads.firstFault;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryFileTest {
  private static final String TERMS =
      """
      {"format": 1, "terms": [
        {"name": "Band", "also": ["threshold"], "says": "s", "source": "o"},
        {"name": "Case", "also": [], "says": "s", "source": "o"}]}
      """;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\": 1 | \"format\": 0 | /format range",
        "\"name\": \"Case\" | \"name\": \"\" | /terms/1/name blank",
        "\"name\": \"Case\" | \"name\": \"THRESHOLD\" | /terms/1/name duplicate",
        "\"also\": [] | \"also\": [\"band\"] | /terms/1/also/0 duplicate",
        "\"also\": [] | \"also\": [\" \"] | /terms/1/also/0 value",
        ", \"also\": [] | `` | /terms/1/also required",
        "\"says\": \"s\" | \"says\": 1 | /terms/0/says type",
        ", \"source\": \"o\" | `` | /terms/0/source required",
        "\"source\": \"o\" | \"source\": \"o\", \"see\": \"Case\" | /terms/0/see unknown-field",
      })
  void eachFaultHasItsPlace(String sound, String wrong, String fault) {
    assertTrue(TERMS.contains(sound), sound);
    String file = TERMS.replaceFirst(Pattern.quote(sound), wrong);
    assertEquals(fault, firstFault(GlossaryFile.read(file.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7"})
  void whatIsNoObjectIsRefused(String text) {
    assertFalse(GlossaryFile.read(text.getBytes(UTF_8)) instanceof Outcome.Done);
  }

  @Test
  void anExplanationHasAtMost300Characters() {
    String file = TERMS.replaceFirst("\"s\"", "\"" + "s".repeat(301) + "\"");
    assertEquals("/terms/0/says too-long", firstFault(GlossaryFile.read(file.getBytes(UTF_8))));
  }
}
