package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers, notes, marks, decisions and alerts, and taking them back. */
class AnswersTest {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final String CASE = INSPECTION + "/cases/C01";
  private static final String ANSWER = CASE + "/answers/2.1.1";

  private RunningApi api;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}");
    api.put(CASE, "{\"type\":\"court\",\"attributes\":{\"gender\":\"male\"}}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private JsonNode standing(String code) {
    return api.get(CASE).json().path("answers").path(code);
  }

  private long revision() {
    return api.get(INSPECTION).json().path("revision").asLong();
  }

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
  void undoTakesBackOnesOwnLastChangeAndRedoBringsItBack() {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    api.put(ANSWER, "{\"answer\":\"no\"}");
    api.post(INSPECTION + "/undo", "");
    assertEquals("yes", standing("2.1.1").path("answer").asText());
    api.post(INSPECTION + "/undo", "");
    assertTrue(standing("2.1.1").isMissingNode());
    api.post(INSPECTION + "/redo", "");
    assertEquals("yes", standing("2.1.1").path("answer").asText());
    api.post(INSPECTION + "/undo", "");
    assertTrue(standing("2.1.1").isMissingNode(), "what a redo brought back is undone again");
  }

  @Test
  void undoTakesBackACaseThatWasRemovedWithItsAnswers() {
    api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"n\"}");
    assertEquals(200, api.delete(CASE).status());
    assertEquals(404, api.get(CASE).status());
    api.post(INSPECTION + "/undo", "");
    assertEquals("n", standing("2.1.1").path("note").asText());
    assertEquals("male", api.get(CASE).json().path("attributes").path("gender").asText());
  }

  @Test
  void undoConflictsWithWhatStandsOnIt() throws IOException {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    String lead = api.token();
    api.as(api.token("other", Role.INSPECTOR)).put(ANSWER, "{\"answer\":\"no\"}");
    RunningApi.Answer refused = api.as(lead).post(INSPECTION + "/undo", "{\"revision\":3}");
    assertEquals(409, refused.status());
    assertEquals(4, refused.json().path("conflicts").path(0).asLong());
  }

  @Test
  void anInspectorTakesBackNobodyElsesChange() throws IOException {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    api.as(api.token("other", Role.INSPECTOR));
    assertEquals(403, api.post(INSPECTION + "/undo", "{\"revision\":3}").status());
    assertEquals(409, api.post(INSPECTION + "/undo", "").status(), "nothing of their own");
  }

  @Test
  void aSubmittedCaseChangesOnlyWithAReasonByItsAssigneeOrALead() throws IOException {
    api.send("PATCH", CASE, RunningApi.JSON, "{\"step\":\"submitted\",\"assignee\":\"AB\"}");
    assertEquals(409, api.put(ANSWER, "{\"answer\":\"yes\"}").status());
    assertEquals(200, api.put(ANSWER, "{\"answer\":\"yes\",\"reason\":\"misread\"}").status());
    String other = api.token("other", Role.INSPECTOR);
    String assignee = api.token("AB", Role.INSPECTOR);
    String change = "{\"answer\":\"no\",\"reason\":\"misread\"}";
    assertEquals(403, api.as(other).put(ANSWER, change).status());
    assertEquals(200, api.as(assignee).put(ANSWER, change).status());
  }

  @Test
  void theTypeOfACaseWithAnswersIsFixed() {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    assertEquals(409, api.put(CASE, "{\"type\":\"out-of-court\"}").status());
  }

  @Test
  void judgementsAreForJudgedStandardsAndDiscretionForTheOthers() {
    String good = "{\"rating\":\"good\",\"reason\":\"r\"}";
    assertEquals(200, api.put(INSPECTION + "/judgements/1.1", good).status());
    assertEquals(422, api.put(INSPECTION + "/judgements/2.1", good).status());
    assertEquals(200, api.put(INSPECTION + "/discretion/2.1", good).status());
    assertEquals(422, api.put(INSPECTION + "/discretion/1.1", good).status());
    assertEquals(200, api.put(INSPECTION + "/discretion/overall", good).status());
    assertEquals(404, api.put(INSPECTION + "/judgements/9.9", good).status());
    assertEquals(422, api.put(INSPECTION + "/judgements/1.2", "{\"rating\":\"good\"}").status());
    JsonNode overall = api.get(INSPECTION + "/ratings").json().path("overall");
    assertEquals("good", overall.path("final").asText());
    assertTrue(overall.path("rating").isNull());
  }

  /** 000 prints no scale: themes are judged on the words of the reports of the time. */
  @Test
  void criteriaOf2014AreJudgedByTheme() {
    String old = "/api/v1/inspections/old";
    api.post(
        "/api/v1/inspections", "{\"id\":\"old\",\"service\":\"S\",\"framework\":\"fji-2014\"}");
    RunningApi.Answer judged =
        api.put(old + "/judgements/1", "{\"rating\":\"unsatisfactory\",\"reason\":\"r\"}");
    assertEquals(200, judged.status());
    assertEquals("1", judged.json().path("changed").path(0).path("code").asText());
    JsonNode theme = api.get(old + "/ratings").json().path("groups").path(0);
    assertEquals("unsatisfactory", theme.path("final").asText());
    assertEquals("practice", theme.path("basis").asText());
    JsonNode supposed =
        api.post(old + "/what-if", "{\"changes\":[{\"standard\":\"1\",\"rating\":\"good\"}]}")
            .json();
    assertEquals("good", supposed.path("changed").path(0).path("after").asText());
    String poor = "{\"rating\":\"poor\",\"reason\":\"r\"}";
    assertEquals(422, api.put(old + "/judgements/5.1", poor).status());
    RunningApi.Answer criterion = api.put(old + "/judgements/1.1", poor);
    assertEquals(422, criterion.status());
    assertEquals(
        "1.1 has percentages and no rating; 1 is judged as a whole",
        criterion.json().path("errors").path(0).path("message").asText());
    assertEquals(404, api.put(old + "/judgements/6", poor).status());
    String other = "{\"rating\":\"outstanding\",\"reason\":\"r\"}";
    assertEquals(422, api.put(old + "/judgements/2", other).status());
    assertEquals(200, api.delete(old + "/judgements/1").status());
    assertTrue(api.get(old + "/ratings").json().path("groups").path(0).path("final").isNull());
  }

  @Test
  void anOpenAlertRefusesSignOffAndSignOffFreezes() {
    RunningApi.Answer raised =
        api.post(
            INSPECTION + "/alerts",
            "{\"case\":\"C01\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
                + "\"at\":\"2026-11-22T10:00:00Z\",\"status\":\"raised\"}");
    assertEquals(201, raised.status());
    assertEquals(409, api.post(INSPECTION + "/sign-off", "{}").status());
    assertEquals(
        200,
        api.send(
                "PATCH",
                INSPECTION + "/alerts/1",
                RunningApi.JSON,
                "{\"status\":\"resolved\",\"outcome\":\"safe\"}")
            .status());
    assertEquals(200, api.post(INSPECTION + "/sign-off", "{}").status());
    assertEquals(409, api.put(ANSWER, "{\"answer\":\"yes\"}").status());
    assertEquals(
        200,
        api.send(
                "DELETE",
                INSPECTION + "/sign-off",
                RunningApi.JSON,
                "{\"reason\":\"late evidence\"}")
            .status());
    assertEquals(200, api.put(ANSWER, "{\"answer\":\"yes\"}").status());
  }

  @Test
  void anAlertOutlivesItsCaseAndIsResolved() {
    api.post(
        INSPECTION + "/alerts",
        "{\"case\":\"C01\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
            + "\"at\":\"2026-11-22T10:00:00Z\",\"status\":\"raised\"}");
    assertEquals(200, api.delete(CASE).status());
    String resolved = "{\"status\":\"resolved\",\"outcome\":\"safe\"}";
    RunningApi.Answer answer =
        api.send("PATCH", INSPECTION + "/alerts/1", RunningApi.JSON, resolved);
    assertEquals(200, answer.status(), () -> answer.response().body());
    assertEquals(200, api.post(INSPECTION + "/sign-off", "{}").status());
  }

  @Test
  void aPastStateIsReadByRevisionAndByMark() {
    api.put(CASE + "/answers/2.1.1", "{\"answer\":\"yes\"}");
    api.put(INSPECTION + "/marks/panel-1", "{\"revision\":3}");
    api.put(CASE + "/answers/2.1.1", "{\"answer\":\"no\"}");
    for (String at : List.of("3", "panel-1")) {
      JsonNode then = api.get(INSPECTION + "/ratings?at=" + at).json();
      assertEquals(3, then.path("revision").asLong());
      assertEquals(
          1,
          then.path("standards")
              .path(4)
              .path("keyQuestions")
              .path(0)
              .path("confirmed")
              .path("yes")
              .asInt());
    }
    assertEquals(404, api.get(INSPECTION + "/ratings?at=99").status());
  }

  @Test
  void whatIfEqualsTheWriteAndKeepsNothing() {
    JsonNode supposed =
        api.post(
                INSPECTION + "/what-if",
                "{\"changes\":[{\"case\":\"C01\",\"code\":\"2.1.1\",\"answer\":\"yes\"},"
                    + "{\"standard\":\"1.1\",\"rating\":\"good\"}]}")
            .json()
            .path("after")
            .path("standards");
    assertEquals(2, revision());
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    JsonNode written = api.get(INSPECTION + "/ratings").json().path("standards");
    assertEquals(written.path(4), supposed.path(4));
    assertEquals("good", supposed.path(0).path("final").asText());
  }

  @Test
  void aDeletedInspectionIsHiddenItsIdTakenAndALeadRestoresIt() {
    api.send("DELETE", INSPECTION, RunningApi.JSON, "", "If-Match", "\"2\"");
    assertEquals(404, api.get(INSPECTION).status());
    assertEquals(0, api.get("/api/v1/inspections").json().path("items").size());
    assertEquals(
        409,
        api.post(
                "/api/v1/inspections",
                "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}")
            .status());
    assertEquals(200, api.post(INSPECTION + "/restore", "").status());
    assertEquals(200, api.get(CASE).status());
  }

  @Test
  void theHistoryIsWholeAndItsChainVerifies() {
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    api.post(INSPECTION + "/undo", "");
    JsonNode lines = api.get(INSPECTION + "/history").json().path("items");
    assertEquals(4, lines.size());
    assertEquals("undo", lines.path(3).path("what").path("kind").asText());
    JsonNode verified = api.get(INSPECTION + "/history/verify").json();
    assertTrue(verified.path("ok").asBoolean());
    assertEquals(lines.path(3).path("hash"), verified.path("head"));
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
