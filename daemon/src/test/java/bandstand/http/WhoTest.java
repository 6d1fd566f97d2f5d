package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Change;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does something stands beside it, wherever it is shown. */
class WhoTest {
  private static final String I = "/api/v1/inspections/i";
  private static final String C01 = I + "/cases/C01";
  private static final String GOOD = "{\"rating\":\"good\",\"reason\":\"r\"}";
  private static final String WHY = "{\"reason\":\"r\"}";
  private static final String ALERT =
      "{\"case\":\"C01\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
          + "\"at\":\"2026-11-22T10:00:00Z\",\"status\":\"raised\"}";

  /** One change of each kind there is, but for the one that is made of others. */
  private static final List<Step> STEPS =
      List.of(
          new Step(
              Change.Kind.CREATE,
              "POST",
              "/api/v1/inspections",
              "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}"),
          new Step(Change.Kind.DETAILS, "PATCH", I, "{\"notes\":\"n\"}"),
          new Step(Change.Kind.CASE, "PUT", C01, "{\"type\":\"court\"}"),
          new Step(Change.Kind.ANSWER, "PUT", C01 + "/answers/2.1.1", "{\"answer\":\"yes\"}"),
          new Step(Change.Kind.UNDO, "POST", I + "/undo", "{\"revision\":4}"),
          new Step(Change.Kind.REDO, "POST", I + "/redo", "{\"revision\":5}"),
          new Step(Change.Kind.CLEAR, "DELETE", C01 + "/answers/2.1.1", ""),
          new Step(
              Change.Kind.BATCH,
              "POST",
              I + "/answers",
              "[{\"case\":\"C01\",\"code\":\"2.1.1\",\"answer\":\"no\"}]"),
          new Step(
              Change.Kind.IMPORT,
              "POST",
              I + "/cases",
              "[{\"reference\":\"C02\",\"type\":\"court\",\"answers\":{\"2.1.1\":\"yes\"}}]"),
          new Step(Change.Kind.REMOVE_CASE, "DELETE", I + "/cases/C02", ""),
          new Step(Change.Kind.JUDGE, "PUT", I + "/judgements/1.1", GOOD),
          new Step(Change.Kind.DISCRETION, "PUT", I + "/discretion/2.1", GOOD),
          new Step(Change.Kind.ALERT, "POST", I + "/alerts", ALERT),
          new Step(
              Change.Kind.ALERT,
              "PATCH",
              I + "/alerts/1",
              "{\"status\":\"resolved\",\"outcome\":\"seen\"}"),
          new Step(Change.Kind.MARK, "PUT", I + "/marks/panel", "{}"),
          new Step(Change.Kind.SIGN_OFF, "POST", I + "/sign-off", "{}"),
          new Step(Change.Kind.REOPEN, "DELETE", I + "/sign-off", WHY),
          new Step(Change.Kind.DELETE, "DELETE", I, ""),
          new Step(Change.Kind.RESTORE, "POST", I + "/restore", ""),
          new Step(Change.Kind.ERASE, "POST", C01 + "/erase", WHY));

  private RunningApi api;
  private List<String> tokens;

  private record Step(Change.Kind kind, String method, String path, String body) {}

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    tokens = List.of(api.token("anna", Role.LEAD), api.token("ben", Role.LEAD));
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private static String name(int step) {
    return step % 2 == 0 ? "anna" : "ben";
  }

  /** By anna and ben in turn. */
  private RunningApi.Answer done(int step) {
    Step one = STEPS.get(step);
    RunningApi.Answer answer =
        api.as(tokens.get(step % 2))
            .send(one.method(), one.path(), RunningApi.JSON, one.body(), "If-Match", "*");
    assertTrue(answer.status() < 300, one + ": " + answer.response().body());
    return answer;
  }

  @Test
  void theStepsAreOfEveryKind() {
    assertEquals(
        EnumSet.complementOf(EnumSet.of(Change.Kind.ERASED)),
        STEPS.stream()
            .map(Step::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Change.Kind.class))));
  }

  @Test
  void everyEventAndEveryLineOfTheHistoryNamesWhoDidIt() throws IOException {
    try (EventStream events = new EventStream(api.as(tokens.get(0)), "/api/v1/events", "")) {
      assertEquals("snapshot", events.next().type());
      for (int step = 0; step < STEPS.size(); step++) {
        done(step);
        JsonNode told = events.next().json();
        assertEquals(STEPS.get(step).kind().word(), told.path("what").path("kind").asText());
        assertEquals(name(step), told.path("by").asText(), STEPS.get(step).toString());
        assertTrue(told.path("at").asText().endsWith("Z"), told.toString());
      }
    }
    List<String> names = new ArrayList<>();
    api.get(I + "/history?limit=1000")
        .json()
        .path("items")
        .forEach(line -> names.add(line.path("by").asText()));
    assertEquals(
        Stream.iterate(0, step -> step + 1).limit(STEPS.size()).map(WhoTest::name).toList(), names);
    JsonNode bens = api.get(I + "/history?limit=1000&by=ben").json().path("items");
    assertEquals(STEPS.size() / 2, bens.size());
    bens.forEach(line -> assertEquals("ben", line.path("by").asText()));
  }

  /** The name beside what stands after so many steps. */
  private void assertBy(String name, String path, String... fields) {
    JsonNode node = api.get(path).json();
    for (String field : fields) {
      node = field.matches("[0-9]+") ? node.path(Integer.parseInt(field)) : node.path(field);
    }
    assertEquals(name, node.path("by").asText(), path + ": " + node);
  }

  private int through(int from, Change.Kind kind) {
    int step = from;
    while (STEPS.get(step).kind() != kind) {
      done(step++);
    }
    done(step);
    return step;
  }

  @Test
  void whatStandsNamesWhoSetIt() {
    int step = through(0, Change.Kind.ANSWER);
    assertBy(name(step), C01, "answers", "2.1.1");
    step = through(step + 1, Change.Kind.BATCH);
    assertBy(name(step), C01, "answers", "2.1.1");
    step = through(step + 1, Change.Kind.IMPORT);
    assertBy(name(step), I + "/cases/C02", "answers", "2.1.1");
    step = through(step + 1, Change.Kind.JUDGE);
    assertBy(name(step), I + "/ratings", "standards", "0", "judgement");
    step = through(step + 1, Change.Kind.DISCRETION);
    assertBy(name(step), I + "/ratings", "standards", "4", "discretion");
    step = through(step + 1, Change.Kind.ALERT);
    assertBy(name(step), I + "/alerts/1");
    String raised = name(step);
    done(++step);
    assertBy(raised, I + "/alerts/1");
    step = through(step + 1, Change.Kind.SIGN_OFF);
    assertBy(name(step), I, "signedOff");
    step = through(step + 1, Change.Kind.ERASE);
    assertBy(name(step), "/api/v1/admin/erasures", "items", "0");
    RunningApi.Answer gone = api.get(I + "/ratings?at=4");
    assertEquals(410, gone.status());
    assertTrue(gone.response().body().contains(name(step)), gone.response().body());
  }

  @Test
  void whoeverVerifiedABackupIsNamed() {
    done(0);
    String sha = "0".repeat(64);
    assertEquals(
        200,
        api.as(tokens.get(1))
            .post("/api/v1/admin/backups", "{\"sequence\":1,\"sha256\":\"" + sha + "\"}")
            .status());
    assertBy("ben", "/api/v1/admin/backups", "last");
  }

  @Test
  void answersThatWereCarriedAreByWhoeverCarriedThem() {
    through(0, Change.Kind.ANSWER);
    api.as(tokens.get(0)).post(I + "/carry", "{\"framework\":\"yos-2018\",\"id\":\"carried\"}");
    Set<String> names =
        Set.copyOf(api.get("/api/v1/inspections/carried/cases").json().findValuesAsText("by"));
    assertEquals(Set.of("anna"), names);
  }
}
