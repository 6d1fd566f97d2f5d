package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Changes are taken back and brought back, and a deleted inspection restored. */
class TakingBackTest extends OnOneCase {
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
}
