package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers, notes, marks and batches, and what they do to the case. */
class AnswersTest extends OnOneCase {
  private static List<String> codes(JsonNode rows) {
    List<String> codes = new ArrayList<>();
    rows.forEach(row -> codes.add(row.path("code").asText()));
    return codes;
  }

  @Test
  void anAnswerTellsItsRevisionAndTheRowsItChanged() {
    JsonNode answer = api.put(ANSWER, "{\"answer\":\"yes\"}").json();
    assertEquals(3, answer.path("revision").asLong());
    assertEquals("yes", answer.path("answer").path("answer").asText());
    assertEquals(3, answer.path("answer").path("revision").asLong());
    assertTrue(codes(answer.path("changed")).containsAll(List.of("2.1.1", "2.1")));
  }

  @Test
  void whatAlreadyStandsIsNoChange() {
    api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"n\"}");
    RunningApi.Answer again = api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"n\"}");
    assertEquals(200, again.status());
    assertEquals(3, again.json().path("revision").asLong());
    assertEquals(3, revision());
    assertEquals(200, api.delete(CASE + "/answers/2.1.2").status());
    assertEquals(3, revision());
  }

  @Test
  void theSameAnswerKeepsANoteAndAnotherDropsIt() {
    api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"seen on file\"}");
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    assertEquals("seen on file", standing("2.1.1").path("note").asText());
    api.put(ANSWER, "{\"answer\":\"no\"}");
    assertFalse(standing("2.1.1").has("note"));
  }

  @Test
  void nullRemovesANote() {
    api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"n\"}");
    api.put(ANSWER, "{\"answer\":\"yes\",\"note\":null}");
    assertFalse(standing("2.1.1").has("note"));
  }

  @Test
  void aMarkStandsAtAnOpenPromptAndLeavesItOpen() {
    api.put(CASE + "/answers/2.1.1.3", "{\"ask\":true,\"note\":\"ask CM07\"}");
    JsonNode standing = standing("2.1.1.3");
    assertTrue(standing.path("answer").isNull());
    assertTrue(standing.path("ask").asBoolean());
    assertEquals(0, api.get(CASE).json().path("progress").path("answered").asInt());
  }

  @Test
  void promptsLeanAndOnlyAJudgementConfirms() {
    api.put(CASE + "/answers/2.1.2.1", "{\"answer\":\"yes\"}");
    JsonNode row = keyQuestion("2.1", 1);
    assertTrue(row.path("confirmed").path("percent").isNull());
    assertEquals(100, row.path("projected").path("percent").asInt());
    api.put(CASE + "/answers/2.1.2", "{\"answer\":\"no\"}");
    assertEquals(0, keyQuestion("2.1", 1).path("confirmed").path("percent").asInt());
    assertEquals(0, keyQuestion("2.1", 1).path("projected").path("percent").asInt());
  }

  private JsonNode keyQuestion(String standard, int index) {
    for (JsonNode row : api.get(INSPECTION + "/ratings").json().path("standards")) {
      if (row.path("code").asText().equals(standard)) {
        return row.path("keyQuestions").path(index);
      }
    }
    throw new AssertionError(standard);
  }

  @Test
  void theTagOfTheAnswerTheCaseOrTheInspectionIsAPrecondition() {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    api.put(CASE + "/answers/2.1.2", "{\"answer\":\"yes\"}");
    for (String tag : List.of("\"4\"", "\"5\", \"99\"")) {
      assertEquals(
          200,
          api.send(
                  "PUT",
                  CASE + "/answers/2.1.3",
                  RunningApi.JSON,
                  tag.contains("5") ? "{\"answer\":\"no\"}" : "{\"answer\":\"yes\"}",
                  "If-Match",
                  tag)
              .status(),
          tag);
    }
    RunningApi.Answer refused =
        api.send("PUT", ANSWER, RunningApi.JSON, "{\"answer\":\"no\"}", "If-Match", "\"2\"");
    assertEquals(412, refused.status());
    assertTrue(refused.json().path("detail").asText().contains("yes"), "both values are told");
  }

  @Test
  void aBatchIsOneRevisionAndAllOrNothing() {
    String batch =
        "[{\"case\":\"C01\",\"code\":\"2.1.1\",\"answer\":\"yes\"},"
            + "{\"code\":\"1.1.1.1\",\"answer\":\"no\"}%s]";
    RunningApi.Answer bad =
        api.post(
            INSPECTION + "/answers",
            batch.formatted(",{\"case\":\"C01\",\"code\":\"3.1.1\",\"answer\":\"yes\"}"));
    assertEquals(422, bad.status());
    assertEquals("/2/code", bad.json().path("errors").path(0).path("pointer").asText());
    assertEquals(2, revision());
    assertEquals(200, api.post(INSPECTION + "/answers", batch.formatted("")).status());
    assertEquals(3, revision());
    JsonNode ofService = api.get(INSPECTION + "/answers").json();
    assertEquals("no", ofService.path("answers").path("1.1.1.1").path("answer").asText());
  }

  @Test
  void theTypeOfACaseWithAnswersIsFixed() {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    assertEquals(409, api.put(CASE, "{\"type\":\"out-of-court\"}").status());
  }

  @Test
  void listsComeInPages() {
    for (int i = 2; i <= 5; i++) {
      api.put(INSPECTION + "/cases/C0" + i, "{\"type\":\"court\"}");
    }
    List<String> references = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = api.get(INSPECTION + "/cases?limit=2" + after).json();
      page.path("items").forEach(row -> references.add(row.path("reference").asText()));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
    } while (!after.isEmpty());
    assertEquals(List.of("C01", "C02", "C03", "C04", "C05"), references);
  }
}
