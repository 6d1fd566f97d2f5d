package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** If-Match is honoured on every write: what its sender did not see is not written over. */
class IfMatchTest {
  private static RunningApi api;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  /**
   * A write of an inspection with one case, one answer, one alert and one judgement.
   *
   * @param first what must have been done before it; {@code METHOD path body}
   */
  private record Write(String method, String path, String body, String... first) {
    String name() {
      return method + " " + path;
    }
  }

  private static final String REASON = "{\"reason\":\"why\"}";
  private static final String NOTHING = "";
  private static final String ALERT =
      "{\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
          + "\"at\":\"2026-11-22T10:00:00Z\",\"status\":\"raised\"}";
  private static final String RESOLVE = "{\"status\":\"resolved\",\"outcome\":\"safe\"}";

  private static final List<Write> WRITES =
      List.of(
          new Write("PATCH", "", "{\"service\":\"B\"}"),
          new Write("DELETE", "", NOTHING),
          new Write("POST", "/restore", NOTHING, "DELETE  "),
          new Write("PUT", "/cases/C01", "{\"type\":\"court\",\"note\":\"n\"}"),
          new Write("PATCH", "/cases/C01", "{\"note\":\"n\"}"),
          new Write("DELETE", "/cases/C01", NOTHING),
          new Write("POST", "/cases", "[{\"reference\":\"C02\",\"type\":\"court\"}]"),
          new Write("PUT", "/cases/C01/answers/2.1.1", "{\"answer\":\"no\"}"),
          new Write("DELETE", "/cases/C01/answers/2.1.1", NOTHING),
          new Write("PUT", "/answers/1.1.1.1", "{\"answer\":\"no\"}"),
          new Write("DELETE", "/answers/1.1.1.2", NOTHING),
          new Write(
              "POST", "/answers", "[{\"case\":\"C01\",\"code\":\"2.1.2\",\"answer\":\"no\"}]"),
          new Write("PUT", "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"why\"}"),
          new Write("DELETE", "/judgements/1.2", NOTHING),
          new Write("PUT", "/discretion/2.1", "{\"rating\":\"good\",\"reason\":\"why\"}"),
          new Write(
              "DELETE",
              "/discretion/2.1",
              NOTHING,
              "PUT /discretion/2.1 {\"rating\":\"good\",\"reason\":\"why\"}"),
          new Write("POST", "/alerts", ALERT),
          new Write("PATCH", "/alerts/1", RESOLVE),
          new Write("PUT", "/marks/panel-1", NOTHING),
          new Write("POST", "/sign-off", NOTHING, "PATCH /alerts/1 " + RESOLVE),
          new Write("DELETE", "/sign-off", REASON, "PATCH /alerts/1 " + RESOLVE, "POST /sign-off "),
          new Write("POST", "/undo", NOTHING),
          new Write("POST", "/redo", NOTHING, "POST /undo "),
          new Write("POST", "/carry", "{\"framework\":\"yos-2018\"}"),
          new Write("POST", "/cases/C01/erase", REASON),
          new Write("POST", "/erase", REASON, "PATCH  {\"retainUntil\":\"2020-01-01\"}"));

  @TestFactory
  Stream<DynamicTest> everyWrite() {
    return WRITES.stream().map(write -> DynamicTest.dynamicTest(write.name(), () -> held(write)));
  }

  /** The last segments of a route as a write of the table fills them. */
  private static boolean isOf(Route route, Write write) {
    String pattern = route.path().replaceAll("\\{\\w+}", "[^/]+");
    return route.method().equals(write.method())
        && ("/api/v1/inspections/i" + write.path()).matches(pattern);
  }

  @Test
  void noWriteIsForgotten() {
    List<String> forgotten =
        api.routes.stream()
            .filter(route -> route.writes() && route.revised())
            .filter(route -> WRITES.stream().noneMatch(write -> isOf(route, write)))
            .map(route -> route.method() + " " + route.path())
            .toList();
    assertEquals(List.of(), forgotten);
  }

  @Test
  void theDescriptionNamesItWhereItIsHonoured() {
    JsonNode paths = api.get("/openapi.json").json().path("paths");
    for (Route route : api.routes) {
      JsonNode parameters =
          paths.path(route.path()).path(route.method().toLowerCase(Locale.ROOT)).path("parameters");
      assertEquals(
          route.writes() && route.revised(),
          parameters.toString().contains("/IfMatch\""),
          () -> route.method() + " " + route.path());
    }
  }

  @TestFactory
  Stream<DynamicTest> whatHasNoRevisionSaysSo() {
    return api.routes.stream()
        .filter(route -> route.writes() && !route.revised())
        .map(
            route ->
                DynamicTest.dynamicTest(
                    route.method() + " " + route.path(), () -> refusedToMatch(route)));
  }

  private static void refusedToMatch(Route route) {
    String path = route.path().replaceAll("\\{\\w+}", "yos-2021");
    RunningApi.Answer refused =
        api.send(route.method(), path, RunningApi.JSON, "", "If-Match", "\"999\"");
    assertEquals(422, refused.status(), () -> refused.response().body());
    assertEquals("no-revision", refused.json().at("/errors/0/code").asText());
  }

  private static void held(Write write) {
    String id = "i" + WRITES.indexOf(write);
    String inspection = "/api/v1/inspections/" + id;
    long revision = prepared(id, inspection, write);
    RunningApi.Answer stale = send(inspection, write, "\"999\"");
    assertEquals(412, stale.status(), () -> stale.response().body());
    assertEquals("precondition-failed", stale.problem());
    for (String none : List.of("", " ", ",", "\"1\",")) {
      RunningApi.Answer refused = send(inspection, write, none);
      assertEquals(422, refused.status(), () -> refused.response().body());
      assertEquals("etag", refused.json().at("/errors/0/code").asText());
    }
    RunningApi.Answer seen = send(inspection, write, "\"" + revision + "\"");
    assertEquals(2, seen.status() / 100, () -> seen.response().body());
  }

  /** Its revision, which a refused write must not have moved. */
  private static long prepared(String id, String inspection, Write write) {
    api.post(
        "/api/v1/inspections",
        "{\"id\":\"%s\",\"service\":\"A\",\"framework\":\"yos-2021\"}".formatted(id));
    api.put(inspection + "/cases/C01", "{\"type\":\"court\"}");
    api.put(inspection + "/answers/1.1.1.2", "{\"answer\":\"yes\"}");
    api.put(inspection + "/judgements/1.2", "{\"rating\":\"good\",\"reason\":\"why\"}");
    api.post(inspection + "/alerts", ALERT);
    long revision =
        api.put(inspection + "/cases/C01/answers/2.1.1", "{\"answer\":\"yes\"}")
            .json()
            .get("revision")
            .asLong();
    for (String first : write.first()) {
      String[] parts = first.split(" ", 3);
      RunningApi.Answer done =
          send(inspection, new Write(parts[0], parts[1], parts[2]), "\"" + revision + "\"");
      assertEquals(2, done.status() / 100, () -> first + ": " + done.response().body());
      revision++;
    }
    return revision;
  }

  private static RunningApi.Answer send(String inspection, Write write, String tag) {
    return api.send(
        write.method(), inspection + write.path(), RunningApi.JSON, write.body(), "If-Match", tag);
  }
}
