package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A POST that comes again under its Idempotency-Key takes effect once and is answered the same. */
class RepeatedRequestsTest {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final String ALERT =
      "{\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\",\"at\":\"2026-11-22\",\"status\":\"raised\"}";

  private Path data;
  private RunningApi api;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = folder;
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private RunningApi.Answer post(String path, String mediaType, String body, String key) {
    return api.send("POST", path, mediaType, body, "Idempotency-Key", key);
  }

  private long revision() {
    return api.get(INSPECTION).json().path("revision").asLong();
  }

  private void restart() throws IOException {
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
  }

  @Test
  void anAlertIsRaisedOnceAlsoAcrossARestart() throws IOException {
    RunningApi.Answer first = post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "k1");
    post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "k2");
    restart();
    RunningApi.Answer again = post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "k1");
    assertEquals(201, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(first.header("Location"), again.header("Location"));
    assertEquals(3, revision());
  }

  @Test
  void anImportIsAnsweredWithTheSameFigures() throws IOException {
    String rows = "reference,type,2.1.1\nC01,court,yes\nC02,court,no\n";
    RunningApi.Answer first = post(INSPECTION + "/cases", "text/csv", rows, "k");
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    restart();
    RunningApi.Answer again = post(INSPECTION + "/cases", "text/csv", rows, "k");
    assertEquals(200, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(3, revision());
  }

  @Test
  void anInspectionWithoutAnIdIsMadeOnce() {
    String body = "{\"service\":\"Leicester\",\"framework\":\"yos-2018\"}";
    RunningApi.Answer first = post("/api/v1/inspections", RunningApi.JSON, body, "k");
    RunningApi.Answer again = post("/api/v1/inspections", RunningApi.JSON, body, "k");
    assertEquals(201, again.status());
    assertEquals(first.json(), again.json());
    RunningApi.Answer other = post("/api/v1/inspections", RunningApi.JSON, body, "k2");
    assertEquals(first.json().path("id").asText() + "-2", other.json().path("id").asText());
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "k");
    RunningApi.Answer other =
        post(INSPECTION + "/alerts", RunningApi.JSON, ALERT.replace("\"r\"", "\"s\""), "k");
    assertEquals(422, other.status());
    assertEquals("refused", other.problem());
    assertEquals(2, revision());
  }

  private RunningApi.Answer answers(String answer, String key, String tag) {
    String body = "[{\"case\":\"C01\",\"code\":\"2.1.1\",\"answer\":\"%s\"}]".formatted(answer);
    return api.send(
        "POST",
        INSPECTION + "/answers",
        RunningApi.JSON,
        body,
        "Idempotency-Key",
        key,
        "If-Match",
        tag);
  }

  @Test
  void aRequestComesAgainWhateverItMatchesNow() {
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    RunningApi.Answer first = answers("yes", "k", "\"2\"");
    RunningApi.Answer again = answers("yes", "k", "\"3\"");
    RunningApi.Answer stale = answers("yes", "k", "\"2\"");
    assertEquals(200, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(first.header("ETag"), again.header("ETag"));
    assertEquals(first.json(), stale.json());
    assertEquals(3, revision());
  }

  @Test
  void anUndoComesAgainThoughItsSenderIsNoLeadAnyMore() throws IOException {
    String lead = api.token();
    String nia = api.token("nia", Role.LEAD);
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    api.as(nia);
    RunningApi.Answer first = post(INSPECTION + "/undo", RunningApi.JSON, "{\"revision\":2}", "k");
    api.as(lead).send("PATCH", "/api/v1/tokens/nia", RunningApi.JSON, "{\"role\":\"inspector\"}");
    api.as(nia);
    RunningApi.Answer again = post(INSPECTION + "/undo", RunningApi.JSON, "{\"revision\":2}", "k");
    assertEquals(200, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(3, revision());
  }

  @Test
  void anImportComesAgainThoughItIsSignedOffSince() {
    String rows = "reference,type,2.1.1\nC01,court,yes\nC01x y,court,no\n";
    String path = INSPECTION + "/cases?mode=partial";
    RunningApi.Answer first = post(path, "text/csv", rows, "k");
    assertEquals(201, post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "a").status());
    api.send(
        "PATCH",
        INSPECTION + "/alerts/1",
        RunningApi.JSON,
        "{\"status\":\"resolved\",\"outcome\":\"safe\"}");
    RunningApi.Answer signed = post(INSPECTION + "/sign-off", RunningApi.JSON, "", "s");
    assertEquals(200, signed.status());
    RunningApi.Answer again = post(path, "text/csv", rows, "k");
    assertEquals(200, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(signed.json(), post(INSPECTION + "/sign-off", RunningApi.JSON, "", "s").json());
    assertEquals(5, revision());
  }

  @Test
  void whatChangedNothingChangesNothingWhenItComesAgain() {
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"yes\"}");
    RunningApi.Answer first = answers("yes", "noop", "*");
    assertEquals(3, first.json().path("revision").asInt());
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    RunningApi.Answer again = answers("yes", "noop", "*");
    assertEquals(200, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(4, revision());
    assertEquals(422, answers("na", "noop", "*").status());
    assertEquals(4, revision());
  }

  @Test
  void aKeyThatMadeAnInspectionMakesNoOther() throws IOException {
    String body = "{\"service\":\"Abc\",\"framework\":\"yos-2018\"}";
    RunningApi.Answer first = post("/api/v1/inspections", RunningApi.JSON, body, "cc");
    assertEquals(201, first.status());
    for (String other :
        List.of(
            body.replace("Abc", "Abd"),
            body.replace("2018", "2021"),
            body.replace("}", ",\"id\":\"other\"}"))) {
      RunningApi.Answer refused = post("/api/v1/inspections", RunningApi.JSON, other, "cc");
      assertEquals(422, refused.status(), other);
      assertEquals("key-reused", refused.json().at("/errors/0/code").asText());
    }
    restart();
    assertEquals(
        422,
        post("/api/v1/inspections", RunningApi.JSON, body.replace("Abc", "Abd"), "cc").status());
    assertEquals(first.json(), post("/api/v1/inspections", RunningApi.JSON, body, "cc").json());
    assertEquals(2, api.get("/api/v1/inspections").json().path("items").size());
    String other = api.token("nia", Role.INSPECTOR);
    api.as(other);
    assertEquals(201, post("/api/v1/inspections", RunningApi.JSON, body, "cc").status());
  }

  @Test
  void aCarryIsMadeOnce() {
    String body = "{\"framework\":\"yos-2021\"}";
    RunningApi.Answer first = post(INSPECTION + "/carry", RunningApi.JSON, body, "k");
    assertEquals(201, first.status());
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    assertEquals(first.json(), post(INSPECTION + "/carry", RunningApi.JSON, body, "k").json());
    assertEquals(
        422,
        post(INSPECTION + "/carry", RunningApi.JSON, body.replace("yos-2021", "fji-2014"), "k")
            .status());
  }

  @Test
  void anUndoThatComesAgainTakesBackNothingMore() {
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    RunningApi.Answer first = post(INSPECTION + "/undo", RunningApi.JSON, "{}", "k");
    RunningApi.Answer again = post(INSPECTION + "/undo", RunningApi.JSON, "{}", "k");
    assertEquals(first.json(), again.json());
    assertEquals(4, revision());
  }

  @Test
  void aKeyOfNothingOrBlanksIsRefused() {
    assertEquals(422, post(INSPECTION + "/alerts", RunningApi.JSON, ALERT, "a b").status());
  }
}
