package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Change;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

  /** As api.md has it: an inspector undoes own changes, but to judge is a lead's. */
  @Test
  void whoJudgesNoMoreTakesNoJudgementBackAndBringsNoneBack() throws IOException {
    String lead = api.token();
    String nia = api.token("nia", Role.LEAD);
    api.as(nia).put(ANSWER, "{\"answer\":\"yes\"}");
    for (String decided : List.of("/judgements/1.1", "/discretion/2.1")) {
      api.as(nia).put(INSPECTION + decided, "{\"rating\":\"good\",\"reason\":\"r\"}");
      long undone =
          api.put(INSPECTION + decided, "{\"rating\":\"inadequate\",\"reason\":\"r\"}")
              .json()
              .path("revision")
              .asLong();
      api.post(INSPECTION + "/undo", "");
      role(lead, "inspector");
      assertEquals(403, api.as(nia).post(INSPECTION + "/undo", "").status());
      RunningApi.Answer named = api.post(INSPECTION + "/undo", "{\"revision\":" + undone + "}");
      assertEquals(403, named.status());
      assertTrue(named.json().path("detail").asText().contains("which only a lead can take back"));
      assertEquals(403, api.post(INSPECTION + "/redo", "").status());
      assertEquals(
          403, api.post(INSPECTION + "/redo", "{\"revision\":" + (undone + 1) + "}").status());
      role(lead, "lead");
      assertEquals(200, api.as(nia).post(INSPECTION + "/redo", "").status());
    }
    role(lead, "inspector");
    assertEquals(200, api.as(nia).post(INSPECTION + "/undo", "{\"revision\":3}").status());
  }

  private void role(String lead, String role) {
    RunningApi.Answer given =
        api.as(lead)
            .send("PATCH", "/api/v1/tokens/nia", RunningApi.JSON, "{\"role\":\"" + role + "\"}");
    assertEquals(200, given.status());
  }

  /** To take a change back asks the role of the route that makes it. */
  @Test
  void everyKindOfChangeAsksTheRoleOfItsRoute() {
    Map<Change.Kind, String> makes =
        Map.ofEntries(
            Map.entry(Change.Kind.DETAILS, "PATCH /api/v1/inspections/{id}"),
            Map.entry(
                Change.Kind.ANSWER, "PUT /api/v1/inspections/{id}/cases/{ref}/answers/{code}"),
            Map.entry(Change.Kind.CLEAR, "DELETE /api/v1/inspections/{id}/answers/{code}"),
            Map.entry(Change.Kind.BATCH, "POST /api/v1/inspections/{id}/answers"),
            Map.entry(Change.Kind.IMPORT, "POST /api/v1/inspections/{id}/cases"),
            Map.entry(Change.Kind.CASE, "PUT /api/v1/inspections/{id}/cases/{ref}"),
            Map.entry(Change.Kind.REMOVE_CASE, "DELETE /api/v1/inspections/{id}/cases/{ref}"),
            Map.entry(Change.Kind.JUDGE, "PUT /api/v1/inspections/{id}/judgements/{standard}"),
            Map.entry(Change.Kind.DISCRETION, "PUT /api/v1/inspections/{id}/discretion/{standard}"),
            Map.entry(Change.Kind.ALERT, "POST /api/v1/inspections/{id}/alerts"),
            Map.entry(Change.Kind.MARK, "PUT /api/v1/inspections/{id}/marks/{name}"),
            Map.entry(Change.Kind.SIGN_OFF, "POST /api/v1/inspections/{id}/sign-off"),
            Map.entry(Change.Kind.REOPEN, "DELETE /api/v1/inspections/{id}/sign-off"),
            Map.entry(Change.Kind.DELETE, "DELETE /api/v1/inspections/{id}"),
            Map.entry(Change.Kind.RESTORE, "POST /api/v1/inspections/{id}/restore"),
            Map.entry(Change.Kind.UNDO, "POST /api/v1/inspections/{id}/undo"),
            Map.entry(Change.Kind.REDO, "POST /api/v1/inspections/{id}/redo"),
            Map.entry(Change.Kind.CREATE, "POST /api/v1/inspections"),
            Map.entry(Change.Kind.ERASE, "POST /api/v1/inspections/{id}/erase"));
    for (Map.Entry<Change.Kind, String> made : makes.entrySet()) {
      Role role =
          api.routes.stream()
              .filter(route -> (route.method() + " " + route.path()).equals(made.getValue()))
              .findFirst()
              .flatMap(Route::role)
              .orElseThrow(() -> new AssertionError(made));
      assertEquals(role, made.getKey().role(), made::getValue);
    }
    assertEquals(Change.Kind.values().length - 1, makes.size(), "all but what was erased");
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
