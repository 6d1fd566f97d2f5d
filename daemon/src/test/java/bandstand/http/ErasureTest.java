package bandstand.http;

import static bandstand.http.MarkedCase.ALL;
import static bandstand.http.MarkedCase.CASE;
import static bandstand.http.MarkedCase.I;
import static bandstand.http.MarkedCase.LEDGER;
import static bandstand.http.MarkedCase.MARKED;
import static bandstand.http.MarkedCase.REASON;
import static bandstand.http.MarkedCase.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is in no file any more, and what was counted still counts. */
class ErasureTest {
  @TempDir Path folder;

  private MarkedCase marked;

  @BeforeEach
  void start() throws IOException {
    marked = new MarkedCase(folder);
  }

  @AfterEach
  void stop() throws IOException {
    marked.close();
  }

  @Test
  void erasedContentIsFoundInNoFile() throws IOException {
    marked.filled();
    ok(marked.api().post(I + "/carry", "{\"framework\":\"yos-2021\",\"id\":\"carried\"}"));
    Path older = marked.backup("older.zip");
    assertTrue(Grep.files(marked.data, MARKED).size() >= 3, "in the journal, at rest, torn");
    assertFalse(Grep.files(older, MARKED).isEmpty());
    JsonNode before = marked.ratings();

    JsonNode erased = ok(marked.api().post(CASE + "/erase", REASON)).json();
    assertEquals("erased-1", erased.path("erased").asText());
    assertEquals("carried", erased.at("/elsewhere/0").asText());
    assertEquals(0, erased.path("mentions").asInt());
    JsonNode other = ok(marked.api().post(ALL + "/carried/cases/qzx-17/erase", REASON)).json();
    assertEquals(0, other.path("elsewhere").size());

    assertEquals(List.of(), Grep.files(marked.data, MARKED));
    assertEquals(before, marked.ratings());
    for (String what : List.of("", "/state", "/cases", "/alerts", "/history?limit=1000")) {
      assertFalse(marked.api().get(I + what).response().body().contains(MARKED), what);
    }
    marked.restart();
    assertEquals(List.of(), Grep.files(marked.data, MARKED));
    assertEquals(before, marked.ratings());
    assertEquals(List.of(), Grep.files(marked.backup("newer.zip"), MARKED));
    for (String id : List.of("i", "carried")) {
      JsonNode verdict = marked.api().get(ALL + "/" + id + "/history/verify").json();
      assertTrue(verdict.path("ok").asBoolean(), verdict.toString());
    }
  }

  @Test
  void whatWasCountedStaysWithoutSayingOfWhom() throws IOException {
    marked.filled();
    ok(marked.api().post(CASE + "/erase", REASON));
    JsonNode left = ok(marked.api().get(I + "/cases/erased-1")).json();
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
    JsonNode alert = ok(marked.api().get(I + "/alerts/1")).json();
    assertEquals("erased-1", alert.path("case").asText());
    assertEquals("erased", alert.path("risk").asText());
    assertEquals("resolved", alert.path("status").asText());
    assertEquals(404, marked.api().get(CASE).status());
    assertEquals("stays", marked.api().get(I).json().path("notes").asText());
    assertEquals(
        "yes", marked.api().get(I + "/answers").json().at("/answers/1.1.1/answer").asText());
    assertEquals(
        "no", marked.api().get(I + "/cases/C1").json().at("/answers/2.2.2/answer").asText());
  }

  @Test
  void aRevisionThatShowedItIsGoneForGoodAndSaysWhoseDecisionThatWas() throws IOException {
    marked.filled();
    long made = 2;
    long last = marked.api().get(I).json().path("revision").asLong();
    long revision = ok(marked.api().post(CASE + "/erase", REASON)).json().path("revision").asLong();
    assertEquals(last + 1, revision);
    assertEquals(200, marked.api().get(I + "/ratings?at=" + (made - 1)).status());
    for (String at : List.of("" + made, "" + last, "panel")) {
      RunningApi.Answer answer = marked.api().get(I + "/ratings?at=" + at);
      assertEquals(410, answer.status(), at);
      assertEquals("erased", answer.problem());
      String detail = answer.json().path("detail").asText();
      assertTrue(detail.contains("lead erased at 20"), detail);
      assertTrue(detail.contains("the parents ask for it"), detail);
    }
    assertEquals(200, marked.api().get(I + "/ratings?at=" + revision).status());
    JsonNode lines = marked.api().get(I + "/history?limit=1000").json().path("items");
    assertEquals(revision, lines.size());
    assertEquals("create", lines.at("/0/what/kind").asText());
    assertEquals("erased", lines.at("/1/what/kind").asText());
    assertEquals("lead", lines.at("/1/by").asText());
    assertEquals("erase", lines.get(lines.size() - 1).at("/what/kind").asText());
    assertEquals("the parents ask for it", lines.get(lines.size() - 1).at("/what/reason").asText());
  }

  @Test
  void nothingOfItIsTakenBackOrComesAgain() throws IOException {
    marked.filled();
    long revision = ok(marked.api().post(CASE + "/erase", REASON)).json().path("revision").asLong();
    for (long taken = 2; taken <= revision; taken++) {
      RunningApi.Answer answer =
          marked.api().post(I + "/undo", "{\"revision\":%d}".formatted(taken));
      if (answer.status() == 200) {
        assertEquals("judge", kind(taken));
      } else {
        assertEquals("conflict", answer.problem());
      }
    }
    RunningApi.Answer again =
        marked
            .api()
            .send(
                "POST",
                I + "/answers",
                RunningApi.JSON,
                "[{\"case\":\"qzx-17\",\"code\":\"2.2.2\",\"answer\":\"yes\",\"note\":\"qzx-batch\"},"
                    + "{\"case\":\"C1\",\"code\":\"2.2.2\",\"answer\":\"no\"},"
                    + "{\"code\":\"1.1.1\",\"answer\":\"yes\"}]",
                "Idempotency-Key",
                "qzx-key-batch");
    assertEquals(422, again.status(), "the key is forgotten, and the case is none");
    assertEquals(List.of(), Grep.files(marked.data, MARKED));
    assertEquals(404, marked.api().post(CASE + "/erase", REASON).status());
    assertEquals("conflict", marked.api().post(I + "/cases/erased-1/erase", REASON).problem());
  }

  private String kind(long revision) {
    return marked
        .api()
        .get(I + "/history?limit=1&after=" + (revision - 1))
        .json()
        .at("/items/0/what/kind")
        .asText();
  }

  @Test
  void aSecondErasureLeavesTheFirstAsItIs() throws IOException {
    marked.filled();
    ok(marked.api().send("PATCH", I + "/alerts/1", RunningApi.JSON, "{\"case\":\"C1\"}"));
    JsonNode before = marked.ratings();
    ok(marked.api().post(CASE + "/erase", REASON));
    ok(marked.api().post(I + "/cases/C1/erase", REASON));
    assertEquals(List.of(), Grep.files(marked.data, MARKED), "the alert's words went with C1");
    assertEquals(before, marked.ratings());
    marked.restart();
    assertEquals(before, marked.ratings());
    JsonNode rows = marked.api().get(LEDGER).json().path("items");
    assertEquals(2, rows.size());
    assertEquals("erased-1", rows.at("/0/erased").asText());
    assertEquals("erased-2", rows.at("/1/erased").asText());
    assertEquals("erased-2", marked.api().get(I + "/alerts/1").json().path("case").asText());
    assertTrue(marked.api().get(I + "/history/verify").json().path("ok").asBoolean());
  }

  @Test
  void aRemovedCaseIsErasedToo() throws IOException {
    marked.filled();
    ok(marked.api().send("DELETE", CASE, RunningApi.JSON, "{\"reason\":\"r\"}"));
    JsonNode before = marked.ratings();
    ok(marked.api().post(CASE + "/erase", REASON));
    assertEquals(List.of(), Grep.files(marked.data, MARKED));
    assertEquals(before, marked.ratings());
    assertEquals(404, marked.api().get(I + "/cases/erased-1").status());
  }
}
