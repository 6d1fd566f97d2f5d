package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is in no file any more, and what was counted still counts. */
class ErasureTest {
  private static final String ALL = "/api/v1/inspections";
  private static final String I = ALL + "/i";
  private static final String CASE = I + "/cases/qzx-17";
  private static final String LEDGER = "/api/v1/admin/erasures";

  /** In everything that is written of the case, and in nothing else. */
  private static final String MARKED = "qzx-";

  private static final String REASON = "{\"reason\":\"the parents ask for it\"}";

  @TempDir Path folder;

  private Path data;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    api = new RunningApi(data);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private void restart() throws IOException {
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
  }

  private RunningApi.Answer ok(RunningApi.Answer answer) {
    assertTrue(answer.status() / 100 == 2, answer.response().body());
    return answer;
  }

  /** An inspection with the case marked in every field there is, at rest and changed since. */
  private void filled() throws IOException {
    ok(
        api.post(
            ALL,
            "{\"id\":\"i\",\"service\":\"Ashby\",\"framework\":\"yos-2018\",\"notes\":\"stays\"}"));
    ok(
        api.send(
            "POST",
            I + "/cases",
            "text/csv",
            """
            reference,type,gender,2.1.1,2.1.2
            C1,court,male,yes,no
            qzx-17,court,qzx-sex,yes,yes
            C2,court,male,no,yes
            """,
            "Idempotency-Key",
            "qzx-key-import"));
    ok(
        api.put(
            CASE,
            "{\"type\":\"court\",\"manager\":\"qzx-manager\",\"note\":\"qzx-note\",\"assignee\":\"lead\","
                + "\"attributes\":{\"district\":\"qzx-north\"}}"));
    ok(api.put(CASE + "/answers/2.1.3", "{\"answer\":\"no\",\"note\":\"qzx-why\",\"ask\":true}"));
    ok(api.put(CASE + "/answers/2.2.1", "{\"answer\":\"yes\",\"note\":\"qzx-first\"}"));
    ok(api.post(I + "/undo", ""));
    ok(api.post(I + "/redo", ""));
    restart();
    ok(
        api.send(
            "POST",
            I + "/answers",
            RunningApi.JSON,
            "[{\"case\":\"qzx-17\",\"code\":\"2.2.2\",\"answer\":\"yes\",\"note\":\"qzx-batch\"},"
                + "{\"case\":\"C1\",\"code\":\"2.2.2\",\"answer\":\"no\"},"
                + "{\"code\":\"1.1.1\",\"answer\":\"yes\"}]",
            "Idempotency-Key",
            "qzx-key-batch"));
    ok(
        api.post(
            I + "/alerts",
            "{\"risk\":\"qzx-before\",\"organisation\":\"qzx-o\",\"toldRole\":\"qzx-r\","
                + "\"at\":\"2026-11-01\",\"status\":\"raised\"}"));
    ok(api.send("PATCH", I + "/alerts/1", RunningApi.JSON, "{\"case\":\"qzx-17\"}"));
    ok(
        api.send(
            "PATCH",
            I + "/alerts/1",
            RunningApi.JSON,
            "{\"status\":\"resolved\",\"outcome\":\"qzx-outcome\"}"));
    ok(
        api.send(
            "PATCH", CASE, RunningApi.JSON, "{\"step\":\"submitted\",\"reason\":\"qzx-done\"}"));
    ok(api.send("DELETE", CASE, RunningApi.JSON, "{\"reason\":\"qzx-removed\"}"));
    ok(api.post(I + "/undo", "{\"reason\":\"qzx-back\"}"));
    ok(
        api.put(
            I + "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"The board acts on it.\"}"));
    ok(api.put(I + "/marks/panel", ""));
    Files.writeString(data.resolve("journal/torn-000000000099.bytes"), "qzx-torn");
    restart();
    ok(
        api.put(
            CASE + "/answers/2.3.1", "{\"answer\":\"no\",\"note\":\"qzx-last\",\"reason\":\"r\"}"));
  }

  private JsonNode ratings() {
    JsonNode tree = api.get(I + "/ratings").json();
    ((ObjectNode) tree).remove("revision");
    return tree;
  }

  private Path backup(String name) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + api.server.port() + "/api/v1/admin/backup"))
            .header("Authorization", "Bearer " + api.token())
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofFile(folder.resolve(name))).body();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void erasedContentIsFoundInNoFile() throws IOException {
    filled();
    ok(api.post(I + "/carry", "{\"framework\":\"yos-2021\",\"id\":\"carried\"}"));
    Path older = backup("older.zip");
    assertTrue(Grep.files(data, MARKED).size() >= 3, "in the journal, at rest, torn");
    assertFalse(Grep.files(older, MARKED).isEmpty());
    JsonNode before = ratings();

    JsonNode erased = ok(api.post(CASE + "/erase", REASON)).json();
    assertEquals("erased-1", erased.path("erased").asText());
    assertEquals("carried", erased.at("/elsewhere/0").asText());
    assertEquals(0, erased.path("mentions").asInt());
    JsonNode other = ok(api.post(ALL + "/carried/cases/qzx-17/erase", REASON)).json();
    assertEquals(0, other.path("elsewhere").size());

    assertEquals(List.of(), Grep.files(data, MARKED));
    assertEquals(before, ratings());
    for (String what : List.of("", "/state", "/cases", "/alerts", "/history?limit=1000")) {
      assertFalse(api.get(I + what).response().body().contains(MARKED), what);
    }
    restart();
    assertEquals(List.of(), Grep.files(data, MARKED));
    assertEquals(before, ratings());
    assertEquals(List.of(), Grep.files(backup("newer.zip"), MARKED));
    for (String id : List.of("i", "carried")) {
      JsonNode verdict = api.get(ALL + "/" + id + "/history/verify").json();
      assertTrue(verdict.path("ok").asBoolean(), verdict.toString());
    }
  }

  @Test
  void whatWasCountedStaysWithoutSayingOfWhom() throws IOException {
    filled();
    ok(api.post(CASE + "/erase", REASON));
    JsonNode left = ok(api.get(I + "/cases/erased-1")).json();
    assertEquals("court", left.path("type").asText());
    assertEquals("submitted", left.path("step").asText());
    assertEquals("yes", left.at("/answers/2.1.1/answer").asText());
    assertEquals("no", left.at("/answers/2.3.1/answer").asText());
    assertTrue(left.path("attributes").isEmpty());
    for (String absent : List.of("note", "manager", "assignee")) {
      assertTrue(left.path(absent).isMissingNode(), absent);
    }
    assertTrue(
        left.at("/answers/2.1.3/ask").isMissingNode()
            || !left.at("/answers/2.1.3/ask").asBoolean());
    JsonNode alert = ok(api.get(I + "/alerts/1")).json();
    assertEquals("erased-1", alert.path("case").asText());
    assertEquals("erased", alert.path("risk").asText());
    assertEquals("resolved", alert.path("status").asText());
    assertEquals(404, api.get(CASE).status());
    assertEquals("stays", api.get(I).json().path("notes").asText());
    assertEquals("yes", api.get(I + "/answers").json().at("/answers/1.1.1/answer").asText());
    assertEquals("no", api.get(I + "/cases/C1").json().at("/answers/2.2.2/answer").asText());
  }

  @Test
  void aRevisionThatShowedItIsGoneForGoodAndSaysWhoseDecisionThatWas() throws IOException {
    filled();
    long made = 2;
    long last = api.get(I).json().path("revision").asLong();
    long revision = ok(api.post(CASE + "/erase", REASON)).json().path("revision").asLong();
    assertEquals(last + 1, revision);
    assertEquals(200, api.get(I + "/ratings?at=" + (made - 1)).status());
    for (String at : List.of("" + made, "" + last, "panel")) {
      RunningApi.Answer answer = api.get(I + "/ratings?at=" + at);
      assertEquals(410, answer.status(), at);
      assertEquals("erased", answer.problem());
      String detail = answer.json().path("detail").asText();
      assertTrue(detail.contains("lead erased at 20"), detail);
      assertTrue(detail.contains("the parents ask for it"), detail);
    }
    assertEquals(200, api.get(I + "/ratings?at=" + revision).status());
    JsonNode lines = api.get(I + "/history?limit=1000").json().path("items");
    assertEquals(revision, lines.size());
    assertEquals("create", lines.at("/0/what/kind").asText());
    assertEquals("erased", lines.at("/1/what/kind").asText());
    assertEquals("lead", lines.at("/1/by").asText());
    assertEquals("erase", lines.get(lines.size() - 1).at("/what/kind").asText());
    assertEquals("the parents ask for it", lines.get(lines.size() - 1).at("/what/reason").asText());
  }

  @Test
  void nothingOfItIsTakenBackOrComesAgain() throws IOException {
    filled();
    long revision = ok(api.post(CASE + "/erase", REASON)).json().path("revision").asLong();
    for (long taken = 2; taken <= revision; taken++) {
      RunningApi.Answer answer = api.post(I + "/undo", "{\"revision\":%d}".formatted(taken));
      if (answer.status() == 200) {
        assertEquals("judge", kind(taken));
      } else {
        assertEquals("conflict", answer.problem());
      }
    }
    RunningApi.Answer again =
        api.send(
            "POST",
            I + "/answers",
            RunningApi.JSON,
            "[{\"case\":\"qzx-17\",\"code\":\"2.2.2\",\"answer\":\"yes\",\"note\":\"qzx-batch\"},"
                + "{\"case\":\"C1\",\"code\":\"2.2.2\",\"answer\":\"no\"},"
                + "{\"code\":\"1.1.1\",\"answer\":\"yes\"}]",
            "Idempotency-Key",
            "qzx-key-batch");
    assertEquals(422, again.status(), "the key is forgotten, and the case is none");
    assertEquals(List.of(), Grep.files(data, MARKED));
    assertEquals(404, api.post(CASE + "/erase", REASON).status());
    assertEquals("conflict", api.post(I + "/cases/erased-1/erase", REASON).problem());
  }

  private String kind(long revision) {
    return api.get(I + "/history?limit=1&after=" + (revision - 1))
        .json()
        .at("/items/0/what/kind")
        .asText();
  }

  @Test
  void aSecondErasureLeavesTheFirstAsItIs() throws IOException {
    filled();
    ok(api.send("PATCH", I + "/alerts/1", RunningApi.JSON, "{\"case\":\"C1\"}"));
    JsonNode before = ratings();
    ok(api.post(CASE + "/erase", REASON));
    ok(api.post(I + "/cases/C1/erase", REASON));
    assertEquals(List.of(), Grep.files(data, MARKED), "the alert's words went with C1");
    assertEquals(before, ratings());
    restart();
    assertEquals(before, ratings());
    JsonNode rows = api.get(LEDGER).json().path("items");
    assertEquals(2, rows.size());
    assertEquals("erased-1", rows.at("/0/erased").asText());
    assertEquals("erased-2", rows.at("/1/erased").asText());
    assertEquals("erased-2", api.get(I + "/alerts/1").json().path("case").asText());
    assertTrue(api.get(I + "/history/verify").json().path("ok").asBoolean());
  }

  @Test
  void aRemovedCaseIsErasedToo() throws IOException {
    filled();
    ok(api.send("DELETE", CASE, RunningApi.JSON, "{\"reason\":\"r\"}"));
    JsonNode before = ratings();
    ok(api.post(CASE + "/erase", REASON));
    assertEquals(List.of(), Grep.files(data, MARKED));
    assertEquals(before, ratings());
    assertEquals(404, api.get(I + "/cases/erased-1").status());
  }

  @Test
  void neitherSignOffNorDeletionStandsInItsWay() throws IOException {
    filled();
    ok(api.post(I + "/sign-off", ""));
    JsonNode before = ratings();
    ok(api.post(CASE + "/erase", REASON));
    assertEquals(before, ratings());
    assertTrue(api.get(I).json().path("signedOff").isObject());
    String tag = api.get(I).header("ETag");
    ok(api.send("DELETE", I, RunningApi.JSON, "", "If-Match", tag));
    ok(api.post(I + "/cases/C1/erase", REASON));
    ok(api.post(I + "/restore", ""));
    assertEquals(before, ratings());
  }

  @Test
  void whatIsWrongIsRefusedAndNothingChanges() throws IOException {
    filled();
    RunningApi.Answer named = api.post(CASE + "/erase", "{\"reason\":\"QZX-17 moved\"}");
    assertEquals(422, named.status());
    assertEquals("/reason", named.json().at("/errors/0/pointer").asText());
    assertEquals(422, api.post(CASE + "/erase", "").status());
    assertEquals(404, api.post(I + "/cases/none/erase", REASON).status());
    assertEquals(404, api.post(ALL + "/none/cases/C1/erase", REASON).status());
    assertEquals(
        412,
        api.send("POST", CASE + "/erase", RunningApi.JSON, REASON, "If-Match", "\"1\"").status());
    String lead = api.token();
    api.as(api.token("nia", Role.INSPECTOR));
    assertEquals(403, api.post(CASE + "/erase", REASON).status());
    assertEquals(403, api.post(I + "/erase", REASON).status());
    assertEquals(403, api.get(LEDGER).status());
    assertEquals(403, api.get("/api/v1/subject-report?reference=qzx-17").status());
    api.as(lead);
    assertEquals(200, api.get(CASE).status());
    assertFalse(Files.exists(data.resolve("erasures.json")));
  }

  @Test
  void aTagOfTheCaseOrOfTheInspectionIsMet() throws IOException {
    filled();
    String tag = api.get(CASE).header("ETag");
    ok(api.send("POST", CASE + "/erase", RunningApi.JSON, REASON, "If-Match", tag));
    String whole = api.get(I).header("ETag");
    ok(api.send("POST", I + "/cases/C1/erase", RunningApi.JSON, REASON, "If-Match", whole));
  }

  @Test
  void theLedgerNamesNobody() throws IOException {
    filled();
    ok(api.post(CASE + "/erase", REASON));
    JsonNode row = api.get(LEDGER).json().at("/items/0");
    assertEquals("i", row.path("inspection").asText());
    assertEquals("erased-1", row.path("erased").asText());
    assertEquals(2, row.at("/frame/revision").asLong());
    assertEquals(1, row.at("/frame/part").asInt());
    assertEquals(3, row.at("/frame/sequence").asLong(), "after the creation and C1");
    assertTrue(row.at("/frame/chain").asText().matches("[0-9a-f]{64}"));
    Path file = data.resolve("erasures.json");
    assertEquals(api.get(LEDGER).response().body(), Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aWatcherIsToldAndOneThatResumesBeginsAnew() throws IOException {
    filled();
    long last = api.get(I).json().path("revision").asLong();
    try (EventStream live = new EventStream(api, I + "/events", "")) {
      assertEquals("snapshot", live.next().type());
      ok(api.post(CASE + "/erase", REASON));
      EventStream.Event event = live.next();
      assertEquals("change", event.type());
      assertEquals("erase", event.json().at("/what/kind").asText());
      assertTrue(event.json().at("/what/entry").isMissingNode());
      assertEquals(0, event.json().path("changed").size());
    }
    try (EventStream resumed = new EventStream(api, I + "/events", "" + last)) {
      assertEquals("reset", resumed.next().type());
      assertEquals("snapshot", resumed.next().type());
    }
  }

  @Test
  void everythingGoesOnceItsLastDayIsPast() throws IOException {
    filled();
    assertEquals("conflict", api.post(I + "/erase", REASON).problem());
    ok(
        api.send(
            "PATCH", I, RunningApi.JSON, "{\"retainUntil\":\"2999-01-01\",\"notes\":\"qzx-n\"}"));
    assertEquals("conflict", api.post(I + "/erase", REASON).problem());
    assertEquals(0, api.get(ALL + "?due=true").json().path("items").size());
    ok(api.send("PATCH", I, RunningApi.JSON, "{\"retainUntil\":\"2020-01-31\"}"));
    JsonNode due = api.get(ALL + "?due=true").json().path("items");
    assertEquals("2020-01-31", due.at("/0/retainUntil").asText());
    JsonNode before = api.get(I + "/ratings").json().path("overall");
    JsonNode erased = ok(api.post(I + "/erase", REASON)).json();
    assertEquals("everything", erased.path("erased").asText());
    assertEquals(List.of(), Grep.files(data, MARKED));
    assertEquals(List.of(), Grep.files(data, "The board acts"));
    assertEquals(before, api.get(I + "/ratings").json().path("overall"));
    assertEquals(0, api.get(ALL + "?due=true").json().path("items").size());
    assertEquals(
        409, api.post(ALL, "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}").status());
    restart();
    JsonNode shell = api.get(I).json();
    assertEquals("Ashby", shell.path("service").asText());
    assertTrue(shell.path("notes").isMissingNode());
    assertEquals(3, shell.at("/progress/cases").asInt());
    assertEquals(before, api.get(I + "/ratings").json().path("overall"));
    assertTrue(api.get(I + "/history/verify").json().path("ok").asBoolean());
    assertEquals(410, api.get(I + "/ratings?at=1").status());
    assertEquals("conflict", api.post(I + "/erase", REASON).problem());
  }

  @Test
  void theReportHoldsEverythingOfTheReference() throws IOException {
    filled();
    ok(api.put(I + "/judgements/1.2", "{\"rating\":\"good\",\"reason\":\"See qzx-17 for why.\"}"));
    String body = ok(api.get("/api/v1/subject-report?reference=qzx-17")).response().body();
    for (String word :
        List.of(
            "qzx-sex",
            "qzx-manager",
            "qzx-note",
            "qzx-north",
            "qzx-why",
            "qzx-first",
            "qzx-batch",
            "qzx-before",
            "qzx-o",
            "qzx-r",
            "qzx-outcome",
            "qzx-done",
            "qzx-removed",
            "qzx-back",
            "qzx-last",
            "See qzx-17 for why.")) {
      assertTrue(body.contains(word), word);
    }
    JsonNode one = RunningApi.read(body).at("/inspections/0");
    assertEquals("i", one.path("id").asText());
    assertEquals("qzx-17", one.at("/case/reference").asText());
    assertEquals("judgements/1.2", one.at("/mentions/0/field").asText());
    assertEquals(
        0,
        ok(api.get("/api/v1/subject-report?reference=nobody")).json().path("inspections").size());
    assertEquals(422, api.get("/api/v1/subject-report").status());
    assertEquals(422, api.get("/api/v1/subject-report?reference=C1&inspection=no").status());
    assertEquals(1, ok(api.post(CASE + "/erase", REASON)).json().path("mentions").asInt());
  }
}
