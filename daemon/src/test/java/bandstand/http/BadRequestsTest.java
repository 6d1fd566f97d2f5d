package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input always gets a clear problem, and nothing changes. */
class BadRequestsTest {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final String ANSWER = INSPECTION + "/cases/C01/answers/2.1.1";

  private RunningApi api;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post(
        "/api/v1/inspections",
        "{'service':'S','framework':'yos-2018','id':'i'}".replace('\'', '"'));
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
  }

  @AfterEach
  void nothingChanged() throws IOException {
    assertEquals(2, api.get(INSPECTION).json().path("revision").asInt());
    api.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no JSON                      | {                                  | 400 | unreadable |    "
            + "      | ",
        "two values                   | {} {}                              | 400 | unreadable |    "
            + "      | ",
        "a member twice               | {\"answer\":\"yes\",\"answer\":\"no\"} | 400 | unreadable |"
            + "      | ",
        "an array for an object       | []                                 | 422 | refused    |    "
            + "      | type",
        "no answer                    | {\"note\":7}                       | 422 | refused    |"
            + " /note    | type",
        "a word that is no answer     | {\"answer\":\"maybe\"}             | 422 | refused    |"
            + " /answer  | value",
        "an answer in capitals        | {\"answer\":\"YES\"}               | 422 | refused    |"
            + " /answer  | value",
        "an unknown member            | {\"answer\":\"yes\",\"colour\":1}  | 422 | refused    |"
            + " /colour  | unknown-field",
        "a control character          | {\"answer\":\"no\",\"note\":\"a\\u001bb\"} | 422 | refused"
            + " | /note | control-character",
        "half a surrogate pair        | {\"answer\":\"no\",\"note\":\"\\ud800\"}   | 422 | refused"
            + " | /note | ",
      })
  void aBadBodyIsRefusedWithItsPlace(
      String name, String body, int status, String problem, String pointer, String code) {
    RunningApi.Answer answer = api.put(ANSWER, body);
    assertEquals(status, answer.status(), name);
    assertEquals(problem, answer.problem());
    JsonNode errors = answer.json().path("errors");
    if (pointer != null) {
      assertTrue(has(errors, "pointer", pointer), errors.toString());
    }
    if (code != null) {
      assertTrue(has(errors, "code", code), errors.toString());
    }
  }

  private static boolean has(JsonNode errors, String member, String value) {
    return StreamSupport.stream(errors.spliterator(), false)
        .anyMatch(error -> error.path(member).asText().equals(value));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "PUT, /api/v1/inspections/i/cases/C01/answers/9.9.9, 404, not-found",
    "PUT, /api/v1/inspections/i/cases/C01/answers/1.1.1, 422, refused",
    "PUT, /api/v1/inspections/i/cases/C01/answers/3.1.1, 422, refused",
    "PUT, /api/v1/inspections/i/answers/2.1.1, 422, refused",
    "PUT, /api/v1/inspections/i/cases/C99/answers/2.1.1, 404, not-found",
    "PUT, /api/v1/inspections/none/cases/C01/answers/2.1.1, 404, not-found",
    "PUT, /api/v1/inspections/NONE/cases/C01/answers/2.1.1, 404, not-found",
    "POST, /api/v1/nothing, 404, not-found",
    "POST, /api/v1/inspections/i, 405, method-not-allowed",
    "HEAD, /api/v1/inspections/i/events, 405, ''",
    "OPTIONS, /api/v1/inspections/i, 405, method-not-allowed",
    "PUT, /api/v1/inspections/i/cases/C01/answers/2.1.1?dryrun=true, 422, refused",
  })
  void aBadPathIsRefused(String method, String path, int status, String problem) {
    RunningApi.Answer answer = api.send(method, path, RunningApi.JSON, "{\"answer\":\"yes\"}");
    assertEquals(status, answer.status());
    if (!problem.isEmpty()) {
      assertEquals(problem, answer.problem());
    }
  }

  @Test
  void everyRouteNamesItsMethodsWhenAnotherIsTried() {
    for (Route route : api.routes) {
      String path = route.path().replaceAll("\\{[a-z]+}", "x");
      RunningApi.Answer answer = api.send("TRACE", path, RunningApi.JSON, "");
      assertEquals(405, answer.status(), path);
      assertEquals("method-not-allowed", answer.problem());
      assertTrue(answer.header("Allow").contains(route.method()), path);
    }
  }

  @Test
  void aBodyWithoutItsMediaTypeIsRefused() {
    RunningApi.Answer answer = api.send("PUT", ANSWER, "text/plain", "{\"answer\":\"yes\"}");
    assertEquals(415, answer.status());
    assertEquals("unsupported", answer.problem());
  }

  @Test
  void aCompressedBodyIsRefused() {
    RunningApi.Answer answer =
        api.send("PUT", ANSWER, RunningApi.JSON, "{}", "Content-Encoding", "gzip");
    assertEquals(415, answer.status());
    assertEquals("unsupported", answer.problem());
  }

  @Test
  void aBodyOfMoreThanOneMebibyteIsTooLarge() {
    RunningApi.Answer answer = api.put(ANSWER, " ".repeat((1 << 20) + 1));
    assertEquals(413, answer.status());
    assertEquals("too-large", answer.problem());
  }

  @Test
  void aNoteHasAtMostTenThousandCharacters() {
    String note = "é".repeat(10_001);
    RunningApi.Answer answer = api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"" + note + "\"}");
    assertEquals(422, answer.status());
    assertTrue(has(answer.json().path("errors"), "code", "too-long"));
  }

  @Test
  void allFaultsAreListedNotTheFirst() {
    RunningApi.Answer answer =
        api.put(ANSWER, "{\"answer\":\"perhaps\",\"note\":7,\"ask\":\"x\",\"more\":1}");
    assertEquals(4, answer.json().path("errorCount").asInt());
    assertEquals(4, answer.json().path("errors").size());
  }

  @Test
  void withoutATokenNobodyReads() {
    RunningApi.Answer answer = api.as("").get(INSPECTION);
    assertEquals(401, answer.status());
    assertEquals("unauthorized", answer.problem());
    assertEquals("Bearer", answer.header("WWW-Authenticate"));
    api.as(leadAgain());
  }

  @Test
  void aBadTokenIsTurnedAwayAndAfterAHundredAMinuteUnread() {
    String good = api.token();
    int unauthorized = 0;
    while (unauthorized < 1_000 && api.as("wrong").get(INSPECTION).status() == 401) {
      unauthorized++;
    }
    assertTrue(unauthorized >= 100, "turned away " + unauthorized);
    assertEquals("too-many", api.get(INSPECTION).problem());
    assertEquals(200, api.as(good).get(INSPECTION).status(), "a good token never is");
  }

  @Test
  void aViewerReadsAndDoesNotWrite() throws IOException {
    String lead = api.token();
    api.as(api.token("viewer", Role.VIEWER));
    assertEquals(200, api.get(INSPECTION).status());
    assertEquals("forbidden", api.put(ANSWER, "{\"answer\":\"yes\"}").problem());
    api.as(lead);
  }

  @Test
  void anInspectorDoesNotJudge() throws IOException {
    String lead = api.token();
    api.as(api.token("inspector", Role.INSPECTOR));
    RunningApi.Answer answer =
        api.put(INSPECTION + "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"r\"}");
    assertEquals("forbidden", answer.problem());
    api.as(lead);
  }

  @Test
  void aWebPageIsTurnedAway() {
    RunningApi.Answer answer =
        api.send("GET", INSPECTION, RunningApi.JSON, "", "Origin", "http://localhost");
    assertEquals(403, answer.status());
    assertEquals("forbidden", answer.problem());
  }

  @Test
  void anAnswerThatWasChangedSinceIsNotOverwritten() {
    RunningApi.Answer answer =
        api.send("PUT", ANSWER, RunningApi.JSON, "{\"answer\":\"yes\"}", "If-Match", "\"7\"");
    assertEquals(412, answer.status());
    assertEquals("precondition-failed", answer.problem());
  }

  @Test
  void anInspectionIsOnlyDeletedUnderAPrecondition() {
    assertEquals("precondition-required", api.delete(INSPECTION).problem());
  }

  @Test
  void aTakenIdIsAConflictAndTheReservedOneIsRefused() {
    String body = "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"%s\"}";
    assertEquals("conflict", api.post("/api/v1/inspections", body.formatted("i")).problem());
    RunningApi.Answer reserved = api.post("/api/v1/inspections", body.formatted("import-archive"));
    assertEquals("refused", reserved.problem());
    assertTrue(has(reserved.json().path("errors"), "pointer", "/id"));
  }

  @Test
  void anInspectionKeepsItsEdition() {
    RunningApi.Answer answer =
        api.send("PATCH", INSPECTION, RunningApi.JSON, "{\"framework\":\"yos-2021\"}");
    assertEquals("refused", answer.problem());
    assertTrue(has(answer.json().path("errors"), "pointer", "/framework"));
  }

  private String leadAgain() {
    try {
      return api.token("second", Role.LEAD);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
