package bandstand.wire;

import static bandstand.wire.Reads.firstFault;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Characteristics.Use;
import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacteristicsFileTest {
  private static final String RATINGS =
      """
      [{"rating": "inadequate", "points": ["a", "b", "c"]},
       {"rating": "requires-improvement", "points": ["a", "b", "c"]},
       {"rating": "good", "points": ["a", "b", "c"]},
       {"rating": "outstanding", "points": ["a", "b", "c"]}]
      """;
  private static final String STEPS =
      """
      [{"from": "inadequate", "to": "requires-improvement", "says": "x"},
       {"from": "requires-improvement", "to": "good", "says": "y"},
       {"from": "good", "to": "outstanding", "says": "z"}]
      """;
  private static final String SOUND =
      """
      {"format": 1, "title": "T", "published": "2018-03", "guides": "G",
       "editions": [{"id": "e", "predates": true}], "general": [],
       "standards": [{"code": "1.1", "ratings": %s, "steps": %s}]}
      """
          .formatted(RATINGS, STEPS);

  @Test
  void aSoundFileIsReadWhole() {
    Characteristics read = Reads.done(CharacteristicsFile.read(SOUND.getBytes(UTF_8)));
    Described described = read.standards().get(Code.of("1.1"));
    assertEquals(List.of("a", "b", "c"), described.points(Rating.GOOD));
    assertEquals(Optional.of("z"), described.beyondLower(Rating.OUTSTANDING));
    assertEquals(Optional.of(new Use("e", true)), read.use("e"));
    assertEquals(Optional.empty(), read.use("f"));
  }

  @Test
  void aDescriptionWithoutOneRatingIsNone() {
    Map<Rating, List<String>> points = new EnumMap<>(Rating.class);
    points.put(Rating.GOOD, List.of("a"));
    assertThrows(IllegalArgumentException.class, () -> new Described(points, Map.of()));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\": 1 | \"format\": 2 | /format range",
        "\"title\": \"T\" | \"title\": \" \" | /title blank",
        "2018-03 | 2018 | /published value",
        "\"guides\": \"G\", | `` | /guides required",
        "\"predates\": true | \"predates\": 1 | /editions/0/predates type",
        ", \"predates\": true | `` | /editions/0/predates required",
        "\"code\": \"1.1\" | \"code\": \"1\" | /standards/0/code value",
        "\"code\": \"1.1\" | \"code\": \"one\" | /standards/0/code code",
        "\"rating\": \"good\" | \"rating\": \"fine\" | /standards/0/ratings/2/rating value",
        "\"rating\": \"good\" | \"rating\": \"inadequate\" |"
            + " /standards/0/ratings/2/rating duplicate",
        "\"from\": \"good\" | \"from\": \"inadequate\" | /standards/0/steps/2/to value",
        "\"says\": \"y\" | \"says\": \"\" | /standards/0/steps/1/says blank",
        "\"general\": [] | \"general\": [], \"more\": 1 | /more unknown-field",
        "\"general\": [] | \"general\": [{\"rating\": \"good\", \"points\": [\"a\"]}] |"
            + " /general/0/points value",
      })
  void eachFaultHasItsPlace(String sound, String wrong, String fault) {
    assertTrue(SOUND.contains(sound), sound);
    String file = SOUND.replaceFirst(Pattern.quote(sound), wrong);
    assertEquals(fault, firstFault(CharacteristicsFile.read(file.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"two\\nlines\"", "7"})
  void aPointIsOneLine(String point) {
    String file = SOUND.replaceFirst("\"b\"", point.replace("\\", "\\\\"));
    assertTrue(
        firstFault(CharacteristicsFile.read(file.getBytes(UTF_8)))
            .startsWith("/standards/0/ratings/0/points/1 "));
  }

  @Test
  void aPointTakes76CharactersAndAStep60() {
    assertSound(SOUND.replaceFirst("\"b\"", "\"" + "b".repeat(76) + "\""));
    assertEquals(
        "/standards/0/ratings/0/points/1 too-long",
        firstFault(
            CharacteristicsFile.read(
                SOUND.replaceFirst("\"b\"", "\"" + "b".repeat(77) + "\"").getBytes(UTF_8))));
    assertSound(SOUND.replaceFirst("\"x\"", "\"" + "x".repeat(60) + "\""));
    assertEquals(
        "/standards/0/steps/0/says too-long",
        firstFault(
            CharacteristicsFile.read(
                SOUND.replaceFirst("\"x\"", "\"" + "x".repeat(61) + "\"").getBytes(UTF_8))));
  }

  @Test
  void threeToSixPointsStandAtARating() {
    assertSound(SOUND.replaceFirst("\"b\"", "\"b\", \"d\", \"e\", \"f\""));
    for (String points : List.of("\"b\", \"d\", \"e\", \"f\", \"g\"", "")) {
      String file = SOUND.replaceFirst("\"b\", ?", points.isEmpty() ? "" : points + ", ");
      assertEquals(
          "/standards/0/ratings/0/points value",
          firstFault(CharacteristicsFile.read(file.getBytes(UTF_8))));
    }
  }

  @Test
  void aMissingRatingAMissingStepAndAStandardTwiceAreTold() {
    String three = RATINGS.replaceFirst("(?s),\\s*\\{\"rating\": \"outstanding\".*}", "");
    assertEquals(
        "/standards/0/ratings value",
        firstFault(CharacteristicsFile.read(SOUND.replace(RATINGS, three).getBytes(UTF_8))));
    String two = STEPS.replaceFirst("(?s),\\s*\\{\"from\": \"good\".*}", "");
    assertEquals(
        "/standards/0/steps value",
        firstFault(CharacteristicsFile.read(SOUND.replace(STEPS, two).getBytes(UTF_8))));
    String one = SOUND.substring(SOUND.indexOf("{\"code\""), SOUND.lastIndexOf("]}"));
    assertEquals(
        "/standards/1/code duplicate",
        firstFault(CharacteristicsFile.read(SOUND.replace(one, one + "," + one).getBytes(UTF_8))));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String file = SOUND.replace("2018-03", "March").replace("\"x\"", "\"\"");
    assertEquals(2, Reads.refused(CharacteristicsFile.read(file.getBytes(UTF_8))).faultCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7"})
  void whatIsNoObjectIsRefused(String text) {
    assertFalse(CharacteristicsFile.read(text.getBytes(UTF_8)) instanceof Outcome.Done);
  }

  private static void assertSound(String file) {
    assertTrue(CharacteristicsFile.read(file.getBytes(UTF_8)) instanceof Outcome.Done, file);
  }
}
