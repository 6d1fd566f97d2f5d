package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import is one change or none, and says exactly what it did or what is wrong. */
class ImportApiTest {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final String CASES = INSPECTION + "/cases";
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private static final String TWO_AS_CSV =
      """
      reference,type,gender,2.1.1,2.1.2
      C01,court,male,y,N
      C02,court,female,,na
      """;
  private static final String TWO_AS_LINES =
      """
      {"reference":"C01","type":"court","attributes":{"gender":"male"},"answers":{"2.1.1":"yes","2.1.2":"no"}}
      {"reference":"C02","type":"court","attributes":{"gender":"female"},"answers":{"2.1.2":"na"}}
      """;
  private static final String TWO_AS_ARRAY = "[" + TWO_AS_LINES.strip().replace("\n", ",") + "]";

  private RunningApi api;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private RunningApi.Answer load(String query, String mediaType, String body) {
    return api.send("POST", CASES + query, mediaType, body);
  }

  private long revision() {
    return api.get(INSPECTION).json().path("revision").asLong();
  }

  private JsonNode cases() {
    return api.get(CASES).json().path("items");
  }

  /** Each error as {@code line:pointer field code}. */
  private static List<String> errors(RunningApi.Answer answer) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      errors.add(
          "%s:%s %s %s"
              .formatted(
                  error.path("line").asText(),
                  error.path("pointer").asText(),
                  error.path("field").asText(),
                  error.path("code").asText()));
    }
    return errors;
  }

  @Test
  void theThreeFormatsComeToTheSame() {
    List<JsonNode> results = new ArrayList<>();
    for (List<String> each :
        List.of(
            List.of(CSV, TWO_AS_CSV),
            List.of(NDJSON, TWO_AS_LINES),
            List.of(RunningApi.JSON, TWO_AS_ARRAY))) {
      RunningApi.Answer answer = load("", each.getFirst(), each.getLast());
      assertEquals(200, answer.status(), () -> answer.response().body());
      results.add(answer.json());
      JsonNode first = cases().path(0);
      assertEquals("male", first.path("attributes").path("gender").asText());
      assertEquals("yes", first.path("answers").path("2.1.1").path("answer").asText());
      assertEquals(1, cases().path(1).path("answers").size());
    }
    assertEquals(2, results.getFirst().path("created").asInt());
    for (JsonNode same : results.subList(1, 3)) {
      assertEquals(2, same.path("unchanged").asInt());
      assertEquals(0, same.path("answers").path("set").asInt());
    }
    assertEquals(2, revision(), "what already stands is no change");
  }

  @Test
  void anImportTellsWhatItDidToCasesAnswersAndRatings() {
    JsonNode result = load("", CSV, TWO_AS_CSV).json();
    assertFalse(result.path("dryRun").asBoolean());
    assertEquals("atomic", result.path("mode").asText());
    assertEquals(2, result.path("received").asInt());
    assertEquals(2, result.path("created").asInt());
    assertEquals(0, result.path("updated").asInt());
    assertEquals(0, result.path("rejected").asInt());
    assertEquals(3, result.path("answers").path("set").asInt());
    assertEquals(0, result.path("answers").path("cleared").asInt());
    assertEquals(2, result.path("revision").asLong());
    assertEquals(0, result.path("errors").size());
    JsonNode ratings = result.path("ratings");
    assertTrue(ratings.path("before").path("rating").isNull());
    assertEquals("2.1.1", ratings.path("changed").path(0).path("code").asText());
    assertTrue(ratings.path("changed").path(0).path("before").isNull());
    assertEquals("outstanding", ratings.path("changed").path(0).path("after").asText());
  }

  @Test
  void aDryRunTellsWhatTheImportWillAndChangesNothing() {
    api.put(CASES + "/C01", "{\"type\":\"court\"}");
    api.put(CASES + "/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    ObjectNode dry = (ObjectNode) load("?dryRun=true", CSV, TWO_AS_CSV).json();
    assertEquals(3, revision());
    assertEquals(1, cases().size());
    ObjectNode wet = (ObjectNode) load("", CSV, TWO_AS_CSV).json();
    assertTrue(dry.remove("dryRun").asBoolean());
    assertFalse(wet.remove("dryRun").asBoolean());
    assertEquals(3, dry.remove("revision").asLong());
    assertEquals(4, wet.remove("revision").asLong());
    assertEquals(wet, dry);
    assertEquals(1, wet.path("created").asInt());
    assertEquals(1, wet.path("updated").asInt());
  }

  @Test
  void emptyCellsAndAbsentMembersLeaveWhatStands() {
    load("", CSV, TWO_AS_CSV);
    load("", CSV, "reference,type,2.1.1,2.1.3\nC01,court,,yes\n");
    load("", RunningApi.JSON, "{\"reference\":\"C02\",\"answers\":{\"2.1.3\":\"no\"}}");
    assertEquals("yes", cases().path(0).path("answers").path("2.1.1").path("answer").asText());
    assertEquals(3, cases().path(0).path("answers").size());
    assertEquals("female", cases().path(1).path("attributes").path("gender").asText());
    assertEquals(4, revision());
  }

  @Test
  void withOneBadRowNothingChangesAndEveryErrorIsTold() {
    RunningApi.Answer answer =
        load(
            "",
            CSV,
            """
            reference,type,2.1.1,3.1.1

            C01,court,yes,
            C02,court,maybe,
            "C
            03",court,yes,
            C04,prison,yes,
            C05,court,yes,yes
            C06,court,yes
            C01,court,yes,
            """);
    assertEquals(422, answer.status());
    assertEquals("refused", answer.problem());
    assertEquals(
        List.of(
            "4: 2.1.1 value",
            "5: reference reference",
            "7: type unknown-type",
            "8: 3.1.1 code-of-other-type",
            "9:  missing-cells",
            "10: reference repeated"),
        errors(answer));
    assertEquals(6, answer.json().path("errorCount").asInt());
    assertEquals("maybe", answer.json().path("errors").path(0).path("value").asText());
    assertEquals(1, revision());
    assertEquals(0, cases().size());
  }

  @Test
  void inPartialModeGoodRowsAreKeptAndBadOnesListed() {
    RunningApi.Answer answer =
        load("?mode=partial", CSV, "reference,type,2.1.1\nC01,court,yes\nC02,court,maybe\n");
    assertEquals(200, answer.status());
    JsonNode result = answer.json();
    assertEquals("partial", result.path("mode").asText());
    assertEquals(2, result.path("received").asInt());
    assertEquals(1, result.path("created").asInt());
    assertEquals(1, result.path("rejected").asInt());
    assertEquals(List.of("3: 2.1.1 value"), errors(answer));
    assertEquals(1, cases().size());
  }

  @Test
  void linesOfJsonHaveTheirLineAndArraysTheirPointer() {
    RunningApi.Answer lines =
        load("", NDJSON, "{\"reference\":\"C01\",\"type\":\"court\"}\n\n{\"reference\":7}\n");
    assertTrue(errors(lines).contains("3:/reference reference type"), errors(lines).toString());
    RunningApi.Answer array =
        load(
            "",
            RunningApi.JSON,
            "[{\"reference\":\"C01\",\"type\":\"court\"},"
                + "{\"reference\":\"C02\",\"type\":\"court\",\"answers\":{\"2.1.1\":1}}]");
    assertTrue(
        errors(array).stream().anyMatch(error -> error.contains(":/1/answers/2.1.1 ")),
        errors(array).toString());
    assertEquals(1, revision());
  }

  @Test
  void answersThatAPersonEnteredAreWrittenAndListedAsOverwritten() throws IOException {
    api.put(CASES + "/C01", "{\"type\":\"court\"}");
    String lead = api.token();
    api.as(api.token("nia", Role.INSPECTOR))
        .put(CASES + "/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    JsonNode result = api.as(lead).send("POST", CASES, CSV, TWO_AS_CSV).json();
    assertEquals(1, result.path("overwrittenCount").asInt());
    JsonNode overwritten = result.path("overwritten").path(0);
    assertEquals("C01", overwritten.path("case").asText());
    assertEquals("2.1.1", overwritten.path("code").asText());
    assertEquals("no", overwritten.path("before").asText());
    assertEquals("yes", overwritten.path("after").asText());
    assertEquals("nia", overwritten.path("by").asText());
  }

  @Test
  void withoutOverwriteSuchRowsAreRefused() {
    api.put(CASES + "/C01", "{\"type\":\"court\"}");
    api.put(CASES + "/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    RunningApi.Answer refused = load("?overwrite=false", CSV, TWO_AS_CSV);
    assertEquals(422, refused.status());
    assertEquals(List.of("2: 2.1.1 overwrites"), errors(refused));
    assertEquals(3, revision());
    JsonNode partial = load("?overwrite=false&mode=partial", CSV, TWO_AS_CSV).json();
    assertEquals(1, partial.path("created").asInt());
    assertEquals(1, partial.path("rejected").asInt());
    assertEquals("no", cases().path(0).path("answers").path("2.1.1").path("answer").asText());
  }

  @Test
  void anImportIsUndoneAsOne() {
    api.put(CASES + "/C01", "{\"type\":\"court\"}");
    api.put(CASES + "/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    load("", CSV, TWO_AS_CSV);
    RunningApi.Answer undone = api.post(INSPECTION + "/undo", "");
    assertEquals(200, undone.status(), () -> undone.response().body());
    assertEquals(1, cases().size());
    JsonNode left = cases().path(0);
    assertEquals("no", left.path("answers").path("2.1.1").path("answer").asText());
    assertEquals(1, left.path("answers").size());
    assertFalse(left.path("attributes").has("gender"));
    assertEquals(200, api.post(INSPECTION + "/redo", "").status());
    assertEquals(2, cases().size());
  }

  @Test
  void anImportThatSomethingLaterStandsOnIsNotUndone() throws IOException {
    load("", CSV, TWO_AS_CSV);
    String lead = api.token();
    api.as(api.token("nia", Role.INSPECTOR))
        .put(CASES + "/C02/answers/2.1.3", "{\"answer\":\"no\"}");
    RunningApi.Answer refused = api.as(lead).post(INSPECTION + "/undo", "");
    assertEquals(409, refused.status());
    assertEquals(3, refused.json().path("conflicts").path(0).asLong());
    assertEquals(2, cases().size());
  }

  @Test
  void identifyingColumnsAreRefusedUnlessAReasonIsGivenWhichIsKept() {
    for (String column : List.of("name", "Date of Birth", "postcode", "NHS number", "PNC")) {
      RunningApi.Answer refused = load("", CSV, "reference,type," + column + "\nC01,court,x\n");
      assertEquals(422, refused.status(), column);
      assertEquals(List.of("1: " + column + " identifying"), errors(refused));
    }
    RunningApi.Answer attribute =
        load(
            "",
            RunningApi.JSON,
            "{\"reference\":\"C01\",\"type\":\"court\",\"attributes\":{\"surname\":\"x\"}}");
    assertEquals(422, attribute.status());
    assertEquals(1, revision());
    String column = "reference,type,postcode\nC01,court,LE1\n";
    assertEquals(422, load("?allow-identifying=", CSV, column).status());
    assertEquals(200, load("?allow-identifying=area%20sample", CSV, column).status());
    JsonNode line = api.get(INSPECTION + "/history").json().path("items").path(1);
    assertEquals("area sample", line.path("what").path("reason").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain       | reference,type           | 415 | unsupported",
        "application/xml  | <cases/>                 | 415 | unsupported",
        "text/csv         | reference                | 422 | refused",
        "text/csv         | reference,type,9.9.9     | 422 | refused",
        "text/csv         | reference,type,type      | 422 | refused",
        "text/csv         | type                     | 422 | refused",
        "application/json | {                        | 400 | unreadable",
        "application/json | 7                        | 422 | refused",
        "application/json | []                       | 422 | refused",
      })
  void aBodyThatIsNoFileOfCasesIsRefusedWhole(
      String mediaType, String body, int status, String problem) {
    RunningApi.Answer answer = load("", mediaType, body);
    assertEquals(status, answer.status(), () -> answer.response().body());
    assertEquals(problem, answer.problem());
    assertEquals(1, revision());
  }

  @ParameterizedTest
  @CsvSource({"?dryRun=yes", "?dryrun=true", "?mode=some", "?overwrite=1", "?dryRun="})
  void aQueryThatIsNotKnownNeverWrites(String query) {
    assertEquals("refused", load(query, CSV, TWO_AS_CSV).problem());
    assertEquals(1, revision());
  }

  @Test
  void aCellOfMoreThanOneMebibyteIsRefusedWithItsLine() {
    RunningApi.Answer answer =
        load(
            "",
            CSV,
            "reference,type,note\nC01,court,short\nC02,court," + "x".repeat(1 << 21) + "\n");
    assertTrue(answer.status() == 422 || answer.status() == 400 || answer.status() == 413);
    assertTrue(errors(answer).getFirst().startsWith("3:"), errors(answer).toString());
    assertEquals(1, revision());
  }

  @Test
  void aThousandErrorsAreListedAndAllOfThemCounted() {
    StringBuilder rows = new StringBuilder("reference,type,2.1.1\n");
    for (int i = 0; i < 1500; i++) {
      rows.append("C").append(i).append(",court,maybe\n");
    }
    JsonNode problem = load("", CSV, rows.toString()).json();
    assertEquals(1000, problem.path("errors").size());
    assertEquals(1500, problem.path("errorCount").asInt());
  }

  @Test
  void aLargeImportIsOneRevisionAndOneEvent() throws IOException {
    StringBuilder rows = new StringBuilder("reference,type,2.1.1,2.1.2,2.1.3\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("C").append(i).append(",court,").append(i % 4 == 0 ? "no" : "yes").append(",,\n");
    }
    try (EventStream events = new EventStream(api, INSPECTION + "/events", "")) {
      assertEquals("snapshot", events.next().type());
      JsonNode result = load("", CSV, rows.toString()).json();
      assertEquals(3_000, result.path("created").asInt());
      assertEquals(2, revision());
      EventStream.Event event = events.next();
      assertEquals(2, event.id());
      assertEquals("import", event.json().path("what").path("kind").asText());
    }
    JsonNode verified = api.get(INSPECTION + "/history/verify").json();
    assertTrue(verified.path("ok").asBoolean());
    assertEquals(2, verified.path("entries").asInt());
  }

  @Test
  void aViewerImportsNothing() throws IOException {
    String lead = api.token();
    api.as(api.token("viewer", Role.VIEWER));
    assertEquals(403, load("?dryRun=true", CSV, TWO_AS_CSV).status());
    api.as(lead);
    assertEquals(1, revision());
  }
}
