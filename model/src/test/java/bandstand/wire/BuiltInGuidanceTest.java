package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Characteristics.Use;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Glossary;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in characteristics and glossary, and every way in which such a file can be wrong. */
class BuiltInGuidanceTest {
  private static final Characteristics BUILT_IN = BuiltInGuidance.characteristics();
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

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

  private static final String TERMS =
      """
      {"format": 1, "terms": [
        {"name": "Band", "also": ["threshold"], "says": "s", "source": "o"},
        {"name": "Case", "also": [], "says": "s", "source": "o"}]}
      """;

  /** 001: standards 1.1 to 1.4 at four ratings. */
  @Test
  void theFourStandardsOfOrganisationalDeliveryAreDescribedAtEveryRating() {
    assertEquals(
        Set.of(Code.of("1.1"), Code.of("1.2"), Code.of("1.3"), Code.of("1.4")),
        BUILT_IN.standards().keySet());
    for (Described described : BUILT_IN.standards().values()) {
      for (Rating rating : Rating.values()) {
        int points = described.points(rating).size();
        assertTrue(points >= 3 && points <= 6, rating::word);
        assertEquals(rating != Rating.INADEQUATE, described.beyondLower(rating).isPresent());
      }
    }
  }

  /** Title page of 001. */
  @Test
  void theyAreOfMarch2018AndGuideIn2018AndStillIn2021() {
    assertEquals("2018-03", BUILT_IN.published());
    assertEquals(List.of(new Use("yos-2018", false), new Use("yos-2021", true)), BUILT_IN.uses());
  }

  @Test
  void everyStandardTheyDescribeIsJudgedAndCalledAlikeInBothEditions() {
    for (Code code : BUILT_IN.standards().keySet()) {
      for (Use use : BUILT_IN.uses()) {
        Framework framework = EDITIONS.frameworks().get(use.edition());
        assertTrue(BUILT_IN.of(framework, code).isPresent(), code::toString);
        assertEquals(title(EDITIONS.frameworks().get("yos-2018"), code), title(framework, code));
      }
    }
  }

  @Test
  void noOtherEditionAndNoOtherStandardHasAny() {
    for (String id : List.of("fji-2014", "yjs-2023-draft")) {
      assertEquals(Optional.empty(), BUILT_IN.use(id));
      assertEquals(Optional.empty(), BUILT_IN.of(EDITIONS.frameworks().get(id), Code.of("1.1")));
    }
    Framework yos2021 = EDITIONS.frameworks().get("yos-2021");
    for (Standard standard : yos2021.standards()) {
      assertEquals(
          standard.code().toString().startsWith("1."),
          BUILT_IN.of(yos2021, standard.code()).isPresent());
    }
  }

  /** 001 lists general qualities of these two only. */
  @Test
  void onlyOutstandingAndInadequateHaveGeneralQualities() {
    assertEquals(Set.of(Rating.INADEQUATE, Rating.OUTSTANDING), BUILT_IN.general().keySet());
    assertEquals(6, BUILT_IN.general().getOrDefault(Rating.OUTSTANDING, List.of()).size());
    assertEquals(5, BUILT_IN.general().getOrDefault(Rating.INADEQUATE, List.of()).size());
  }

  @Test
  void aDescriptionWithoutOneRatingIsNone() {
    Map<Rating, List<String>> points = new EnumMap<>(Rating.class);
    points.put(Rating.GOOD, List.of("a"));
    assertThrows(IllegalArgumentException.class, () -> new Described(points, Map.of()));
  }

  @Test
  void aSoundFileIsReadWhole() {
    Characteristics read = Reads.done(CharacteristicsFile.read(SOUND.getBytes(UTF_8)));
    Described described = read.standards().get(Code.of("1.1"));
    assertEquals(List.of("a", "b", "c"), described.points(Rating.GOOD));
    assertEquals(Optional.of("z"), described.beyondLower(Rating.OUTSTANDING));
    assertEquals(Optional.of(new Use("e", true)), read.use("e"));
    assertEquals(Optional.empty(), read.use("f"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\": 1 | \"format\": 2 | /format range",
        "\"title\": \"T\" | \"title\": \" \" | /title blank",
        "2018-03 | 2018 | /published value",
        "\"guides\": \"G\", | | /guides required",
        "\"predates\": true | \"predates\": 1 | /editions/0/predates type",
        ", \"predates\": true | | /editions/0/predates required",
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
  void eachFaultHasItsPlace(String sound, @Nullable String wrong, String fault) {
    assertTrue(SOUND.contains(sound), sound);
    String file = SOUND.replaceFirst(Pattern.quote(sound), given(wrong));
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
    assertFalse(GlossaryFile.read(text.getBytes(UTF_8)) instanceof Outcome.Done);
  }

  /** 004 Annex 3 has 25. */
  @Test
  void theGlossaryHasEveryTermOfTheReportOf2019() {
    Glossary glossary = BuiltInGuidance.glossary();
    assertEquals(
        25,
        glossary.terms().stream()
            .filter(term -> term.source().equals("Leicester report of 2019, Annex 3"))
            .count());
    for (String name :
        ("Adverse Childhood Experiences|AssetPlus|CAMHS|Community resolution|Court disposals"
                + "|Child sexual exploitation|Criminal exploitation|Desistance"
                + "|Detention and training order|Enforcement|Education, training and employment"
                + "|First-time entrant|Local authority|MAPPA|Out-of-court disposal|Personalised"
                + "|Risk of serious harm|Referral order|Safeguarding|Safety and wellbeing"
                + "|Youth caution|Youth conditional caution|YOT|YOS|Youth rehabilitation order|YJB")
            .split("\\|")) {
      String singular = name.endsWith("disposals") ? name.substring(0, name.length() - 1) : name;
      assertTrue(
          glossary
              .find(singular)
              .filter(one -> one.source().equals("Leicester report of 2019, Annex 3"))
              .isPresent(),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "key question",
        "prompt",
        "case",
        "answer",
        "tally",
        "fraction",
        "band",
        "rating",
        "leaning",
        "confirmed",
        "projected",
        "provisional",
        "limiting",
        "range",
        "settled",
        "tipping point",
        "discretion",
        "judged",
        "case-scored",
        "indicative",
        "rounding flag",
        "not rated",
        "alert",
        "strata",
        "RoSH",
        "S&W",
        "n/a",
        "~",
        "overall",
        "receipt",
        "what-if",
        "mark",
        "sign-off",
        "sample",
        "evidence"
      })
  void theWordsOfTheMethodAreThere(String word) {
    assertTrue(BuiltInGuidance.glossary().find(word).isPresent());
  }

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
        ", \"also\": [] | | /terms/1/also required",
        "\"says\": \"s\" | \"says\": 1 | /terms/0/says type",
        ", \"source\": \"o\" | | /terms/0/source required",
        "\"source\": \"o\" | \"source\": \"o\", \"see\": \"Case\" | /terms/0/see unknown-field",
      })
  void eachFaultOfAGlossaryHasItsPlace(String sound, @Nullable String wrong, String fault) {
    assertTrue(TERMS.contains(sound), sound);
    String file = TERMS.replaceFirst(Pattern.quote(sound), given(wrong));
    assertEquals(fault, firstFault(GlossaryFile.read(file.getBytes(UTF_8))));
  }

  @Test
  void anExplanationHasAtMost300Characters() {
    String file = TERMS.replaceFirst("\"s\"", "\"" + "s".repeat(301) + "\"");
    assertEquals("/terms/0/says too-long", firstFault(GlossaryFile.read(file.getBytes(UTF_8))));
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String title(Framework framework, Code code) {
    return framework.standard(code).orElseThrow().title();
  }

  private static void assertSound(String file) {
    assertTrue(CharacteristicsFile.read(file.getBytes(UTF_8)) instanceof Outcome.Done, file);
  }

  private static String firstFault(Outcome<?> outcome) {
    return Reads.faults(outcome).getFirst();
  }
}
