package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The sample, imported through the API, comes to what was published (004 Annex 2). */
class LeicesterTest {
  private static final Path SAMPLES = Path.of("..", "scripts", "samples");
  private static final String INSPECTION = "/api/v1/inspections/leicester-2019";

  private static RunningApi api;
  private static JsonNode imported;

  /** A published row: no percentages where the standard was judged. */
  private record Published(String code, List<Integer> percentages, String rating, int score) {}

  private static final List<Published> ANNEX_2 =
      List.of(
          new Published("1.1", List.of(), "requires-improvement", 1),
          new Published("1.2", List.of(), "good", 2),
          new Published("1.3", List.of(), "outstanding", 3),
          new Published("1.4", List.of(), "requires-improvement", 1),
          new Published("2.1", List.of(89, 86, 91), "outstanding", 3),
          new Published("2.2", List.of(94, 81, 82), "outstanding", 3),
          new Published("2.3", List.of(97, 77, 74), "good", 2),
          new Published("2.4", List.of(71, 67, 60), "requires-improvement", 1),
          new Published("3.1", List.of(83, 67, 83), "good", 2),
          new Published("3.2", List.of(88, 75, 81), "good", 2),
          new Published("3.3", List.of(75, 65, 81), "good", 2),
          new Published("3.4", List.of(92, 79), "good", 2));

  @BeforeAll
  static void load(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    JsonNode sample =
        new ObjectMapper().readTree(Files.readAllBytes(SAMPLES.resolve("leicester-2019.json")));
    assertEquals(
        201, api.post("/api/v1/inspections", sample.path("inspection").toString()).status());
    RunningApi.Answer answer =
        api.send(
            "POST",
            INSPECTION + "/cases",
            "text/csv",
            Files.readString(SAMPLES.resolve("leicester-2019.csv")));
    assertEquals(200, answer.status(), () -> answer.response().body());
    imported = answer.json();
    for (Map.Entry<String, JsonNode> judgement : sample.path("judgements").properties()) {
      String path = INSPECTION + "/judgements/" + judgement.getKey();
      assertEquals(200, api.put(path, judgement.getValue().toString()).status());
    }
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  private static JsonNode ratings() {
    return api.get(INSPECTION + "/ratings").json();
  }

  private static JsonNode standard(String code) {
    for (JsonNode standard : ratings().path("standards")) {
      if (standard.path("code").asText().equals(code)) {
        return standard;
      }
    }
    throw new AssertionError(code);
  }

  @TestFactory
  Stream<DynamicTest> everyStandardComesToItsPublishedPercentagesAndRating() {
    return ANNEX_2.stream()
        .map(published -> DynamicTest.dynamicTest(published.code(), () -> check(published)));
  }

  private static void check(Published published) {
    JsonNode standard = standard(published.code());
    List<Integer> percentages = new ArrayList<>();
    for (JsonNode keyQuestion : standard.path("keyQuestions")) {
      JsonNode confirmed = keyQuestion.path("confirmed");
      if (!confirmed.isMissingNode()) {
        percentages.add(confirmed.path("percent").asInt());
        assertEquals(0, confirmed.path("open").asInt());
      }
    }
    assertEquals(published.percentages(), percentages);
    assertEquals(published.rating(), standard.path("final").asText());
    assertEquals(published.score(), standard.path("score").asInt());
    assertTrue(standard.path("settled").asBoolean());
  }

  @Test
  void twentyThreePercentagesAndTwelveRatingsWerePublished() {
    assertEquals(23, ANNEX_2.stream().mapToInt(row -> row.percentages().size()).sum());
    assertEquals(12, ANNEX_2.size());
    assertEquals(24, ANNEX_2.stream().mapToInt(Published::score).sum());
  }

  @Test
  void theOverallIsTwentyFourOfThirtySixGood() {
    JsonNode overall = ratings().path("overall");
    assertEquals(24, overall.path("score").asInt());
    assertEquals(36, overall.path("max").asInt());
    assertEquals("good", overall.path("rating").asText());
    assertTrue(overall.path("complete").asBoolean());
    assertEquals(7, overall.path("toNext").path("up").asInt());
    assertEquals(6, overall.path("toNext").path("down").asInt());
    JsonNode row = api.get(INSPECTION).json();
    assertEquals("good", row.path("overall").path("rating").asText());
  }

  @Test
  void theImportWasOneChangeOfFiftyNineCases() {
    assertEquals(59, imported.path("received").asInt());
    assertEquals(59, imported.path("created").asInt());
    assertEquals(0, imported.path("rejected").asInt());
    assertEquals(2, imported.path("revision").asLong());
    assertTrue(imported.path("ratings").path("before").path("score").isNull());
    assertEquals(35, cases("court"));
    assertEquals(24, cases("out-of-court"));
  }

  private static int cases(String type) {
    return api.get(INSPECTION + "/cases?type=" + type).json().path("items").size();
  }

  @Test
  void fourYesAnswersFewerTakeOutstandingFromAssessment() {
    JsonNode tipping = standard("2.1").path("keyQuestions").path(0).path("tipping");
    assertTrue(tipping.path("up").isNull());
    assertEquals(4, tipping.path("down").asInt(), "31 of 35 to 27 of 35");
  }
}
