package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
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
