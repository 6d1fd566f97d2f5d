package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An import is one change or none, and says exactly what it did. */
class ImportApiTest extends OnImports {
  private static final String TWO_AS_LINES =
      """
      {"reference":"C01","type":"court","attributes":{"gender":"male"},"answers":{"2.1.1":"yes","2.1.2":"no"}}
      {"reference":"C02","type":"court","attributes":{"gender":"female"},"answers":{"2.1.2":"na"}}
      """;
  private static final String TWO_AS_ARRAY = "[" + TWO_AS_LINES.strip().replace("\n", ",") + "]";

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
}
