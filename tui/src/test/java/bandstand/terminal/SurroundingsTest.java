package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

  @Test
  void anOrdinaryTerminalHasColourAndUnicode() {
    assertEquals(
        new Surroundings(true, false, false, true),
        Surroundings.of(Map.of("TERM", "xterm-256color", "LANG", "en_GB.UTF-8"), true));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', true",
    "'', '', C, true",
    "'', '', POSIX, true",
    "'', '', en_GB, true",
    "'', '', en_GB.ISO-8859-1, true",
    "'', '', en_GB.UTF-8, false",
    "'', '', en_GB.utf8, false",
    "'', '', C.UTF-8, false",
    "'', '', cy_GB.UTF-8@euro, false",
    "'', C, en_GB.UTF-8, true",
    "'', en_GB.UTF-8, C, false",
    "C, en_GB.UTF-8, en_GB.UTF-8, true",
    "C.UTF-8, C, C, false"
  })
  void theLocaleChoosesTheCharacters(String all, String type, String lang, boolean ascii) {
    Map<String, String> environment = Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", lang);
    assertEquals(ascii, Surroundings.of(environment, true).ascii());
  }

  @ParameterizedTest
  @CsvSource({"1, false", "anything, false", "'', true"})
  void noColorCountsUnlessEmpty(String value, boolean colour) {
    assertEquals(colour, Surroundings.of(Map.of("NO_COLOR", value), true).colour());
  }

  @ParameterizedTest
  @CsvSource({
    "dumb, true, true",
    "'', true, true",
    "xterm, true, false",
    "xterm, false, true",
    "linux, true, false"
  })
  void plainModeIsForDumbTerminalsAndPipes(String term, boolean interactive, boolean plain) {
    assertEquals(plain, Surroundings.of(Map.of("TERM", term), interactive).plain());
  }

  @Test
  void aMissingTermIsDumb() {
    assertEquals(true, Surroundings.of(Map.of(), true).dumb());
  }
}
