package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Judgements, discretion, what if, alerts and sign-off. */
class DecisionsApiTest extends OnOneCase {
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
    RunningApi.Answer signed = api.post(INSPECTION + "/sign-off", "{}");
    assertEquals(200, signed.status());
    assertEquals(
        RunningApi.read(
            "{\"cases\":1,\"keyQuestions\":12,\"standards\":[\"1.1\",\"1.2\",\"1.3\",\"1.4\",\"2.1\",\"2.2\","
                + "\"2.3\",\"2.4\",\"3.1\",\"3.2\",\"3.3\",\"3.4\"]}"),
        signed.json().path("open"));
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
}
