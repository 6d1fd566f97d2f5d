package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.rating.StandardRatings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.TreePMap;

/** The worked example of {@code EDITIONS.md}: what it says there of the file holds. */
class OwnEditionTest {
  private static final Path FILE =
      Path.of("..", "scripts", "samples", "editions", "harbour-2026.json");
  private static final Path PAGE = Path.of("EDITIONS.md");

  static Framework example() throws IOException {
    return done(FrameworkFile.read(Files.readAllBytes(FILE)));
  }

  @Test
  void theExampleIsSound() throws IOException {
    Framework harbour = example();
    assertEquals("harbour-2026", harbour.id());
    assertEquals(
        new FrameworkJson.Row(
            "harbour-2026",
            "Harbour standards, a worked example",
            "draft",
            harbour.edition().digest(),
            false,
            2,
            2,
            3,
            4),
        FrameworkJson.Row.of(harbour, false));
    assertTrue(harbour.knowsCaseType("custody"));
    assertEquals(Optional.of(Rating.OUTSTANDING), harbour.rating("exemplary"));
  }

  @Test
  void thePageHoldsTheExampleAsItIs() throws IOException {
    assertTrue(Files.readString(PAGE).contains("```json\n" + Files.readString(FILE) + "```"));
  }

  /** 9/10 is 90%, Exemplary; 6/9 is 66.7%, under 67 and Developing; so 2.1 is 1, 1.1 is 2: 3. */
  @Test
  void theExampleIsRatedByItsOwnBandsAndItsOwnTable() throws IOException {
    Ratings ratings = rated(Files.readString(FILE));
    StandardRatings planning = ratings.standards().getLast();
    KeyQuestionRatings.Scored taking = scored(planning, 0);
    KeyQuestionRatings.Scored saying = scored(planning, 1);

    assertEquals(Optional.of(Rating.OUTSTANDING), taking.confirmed().rating());
    assertEquals(Optional.of(67), saying.confirmed().percent());
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), saying.confirmed().rating());
    assertTrue(saying.roundingDecides());
    assertEquals(Optional.of(1L), saying.tipping().up());
    assertEquals(Optional.of(2L), saying.tipping().down());
    assertEquals(List.of(Code.of("2.1.2")), planning.limiting());
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), planning.computed());
    assertEquals(Optional.of(3), ratings.overall().score());
    assertEquals(6, ratings.overall().max());
    assertEquals(Optional.of(Rating.GOOD), ratings.overall().rating());
  }

  /** Read as rounded, 6/9 is 67 and Strong: 2.1 is 2, and 4 of 6 is Strong still. */
  @Test
  void otherRulesRateTheSameAnswersOtherwise() throws IOException {
    Ratings ratings = rated(Files.readString(FILE).replace("\"exact\"", "\"rounded\""));
    assertEquals(Optional.of(Rating.GOOD), ratings.standards().getLast().computed());
    assertEquals(Optional.of(4), ratings.overall().score());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"draft\"'                  | '\"old\"'                    | 6  | /status",
        "'\"letter\": \"S\"'          | '\"letter\": \"E\"'          | 16 | /ratings/3/letter",
        "'0, 50, 67, 90'              | '0, 50, 40, 90'              | 18 | /bands/from",
        "'\"upTo\": [1, 2, 4, 6]'     | '\"upTo\": [1, 2, 4, 9]'     | 19 | /overall/upTo",
        "'      \"source\": \"agreed' | '      \"origin\": \"agreed' | 30 | /rules/1/origin",
        "'      \"code\": \"2\",'     | '      \"code\": \"3\",'     | 59 | /groups/1/code",
        "'\"custody\"],'              | '\"prison\"],'               | 67 |"
            + " /groups/1/standards/0/caseTypes/1",
        "'                {\"letter\": \"b\", \"label\": \"Vac' | '                {\"label\":"
            + " \"Vac' | 51 | /groups/0/standards/0/keyQuestions/0/prompts/1/letter",
      })
  void aFaultStandsOnItsLine(String sound, String wrong, int line, String pointer)
      throws IOException {
    String file = Files.readString(FILE);
    assertTrue(file.contains(sound), sound);
    assertEquals(List.of(line + " " + pointer), places(file.replace(sound, wrong).getBytes(UTF_8)));
  }

  @Test
  void aMissingMemberIsOnTheLineOfWhatLacksIt() throws IOException {
    String file =
        Files.readString(FILE).replace("  \"notes\": [\"Invented", "  \"x\": [\"Invented");
    assertEquals(List.of("1 /notes", "33 /x"), places(file.getBytes(UTF_8)));
  }

  @Test
  void faultsComeInTheOrderOfTheirLines() throws IOException {
    String file =
        Files.readString(FILE)
            .replace("[1, 2, 4, 6]", "[6]")
            .replace("\"title\": \"People\"", "\"title\": \" \"");
    assertEquals(List.of("19 /overall/upTo", "37 /groups/0/title"), places(file.getBytes(UTF_8)));
  }

  @Test
  void linesAreCountedAsAnEditorCountsThem() throws IOException {
    String file = Files.readString(FILE).replace("\"draft\"", "\"old\"");
    String windows = "\uFEFF" + file.replace("\n", "\r\n");
    assertEquals(List.of("6 /status"), places(windows.getBytes(UTF_8)));
  }

  @Test
  void aMemberWithSlashAndTildeIsFoundToo() throws IOException {
    String file = Files.readString(FILE).replace("\"status\"", "\n\"a/b~c\": 1, \"status\"");
    assertEquals(List.of("7 /a~1b~0c"), places(file.getBytes(UTF_8)));
  }

  @Test
  void anOverallOfScoredStandardsNeedsBands() throws IOException {
    String file =
        Files.readString(FILE)
            .replace("{\"reading\": \"exact\", \"from\": [0, 50, 67, 90]}", "null");
    assertEquals(List.of("19 /overall"), places(file.getBytes(UTF_8)));
  }

  @Test
  void aThousandFaultsAreListedAndAllAreCounted() throws IOException {
    String notes = Arrays.stream(new int[1500]).mapToObj(_ -> "7").collect(Collectors.joining(","));
    var problem =
        refused(
            FrameworkFile.read(
                Files.readString(FILE)
                    .replace("\"notes\": [", "\"notes\": [" + notes + ",")
                    .getBytes(UTF_8)));
    assertEquals(1000, problem.faults().size());
    assertEquals(1500, problem.faultCount());
  }

  private static List<String> places(byte[] file) {
    return refused(FrameworkFile.read(file)).faults().stream()
        .map(fault -> fault.line() + " " + fault.pointer())
        .toList();
  }

  private static Ratings rated(String file) {
    Framework edition = done(FrameworkFile.read(file.getBytes(UTF_8)));
    Map<Code, Tally> tallies =
        Map.of(Code.of("2.1.1"), Tally.of(9, 1), Code.of("2.1.2"), Tally.of(6, 3));
    var judgement =
        new Judgement(
            edition.rating("strong"),
            "seen",
            new Judgement.Signature("PB", Instant.EPOCH),
            Optional.empty());
    return Scorer.rate(
        edition,
        question -> new Measure.Counted(tallies.getOrDefault(question.code(), Tally.NOTHING)),
        _ -> Tally.NOTHING,
        new Decisions(TreePMap.singleton(Code.of("1.1"), judgement), TreePMap.empty()));
  }

  private static KeyQuestionRatings.Scored scored(StandardRatings standard, int index) {
    return (KeyQuestionRatings.Scored) standard.keyQuestions().get(index);
  }
}
