package bandstand.http;

import static bandstand.http.MarkedCase.CASE;
import static bandstand.http.MarkedCase.I;
import static bandstand.http.MarkedCase.LEDGER;
import static bandstand.http.MarkedCase.REASON;
import static bandstand.http.MarkedCase.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an erasure: to the ledger, to watchers, to who asks what is held. */
class ErasureToldTest {
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
  void theLedgerNamesNobody() throws IOException {
    marked.filled();
    ok(marked.api().post(CASE + "/erase", REASON));
    JsonNode row = marked.api().get(LEDGER).json().at("/items/0");
    assertEquals("i", row.path("inspection").asText());
    assertEquals("erased-1", row.path("erased").asText());
    assertEquals(2, row.at("/frame/revision").asLong());
    assertEquals(1, row.at("/frame/part").asInt());
    assertEquals(3, row.at("/frame/sequence").asLong(), "after the creation and C1");
    assertTrue(row.at("/frame/chain").asText().matches("[0-9a-f]{64}"));
    Path file = marked.data.resolve("erasures.json");
    assertEquals(marked.api().get(LEDGER).response().body(), Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aWatcherIsToldAndOneThatResumesBeginsAnew() throws IOException {
    marked.filled();
    long last = marked.api().get(I).json().path("revision").asLong();
    try (EventStream live = new EventStream(marked.api(), I + "/events", "")) {
      assertEquals("snapshot", live.next().type());
      ok(marked.api().post(CASE + "/erase", REASON));
      EventStream.Event event = live.next();
      assertEquals("change", event.type());
      assertEquals("erase", event.json().at("/what/kind").asText());
      assertTrue(event.json().at("/what/entry").isMissingNode());
      assertEquals(0, event.json().path("changed").size());
    }
    for (String id : List.of("1", "" + last)) {
      try (EventStream resumed = new EventStream(marked.api(), I + "/events", id)) {
        EventStream.Event reset = resumed.next();
        assertEquals("reset", reset.type());
        assertEquals("erased", reset.json().path("reason").asText());
        assertEquals("snapshot", resumed.next().type());
      }
    }
  }

  @Test
  void theReportHoldsEverythingOfTheReference() throws IOException {
    marked.filled();
    ok(
        marked
            .api()
            .put(
                I + "/judgements/1.2", "{\"rating\":\"good\",\"reason\":\"See qzx-17 for why.\"}"));
    ok(
        marked
            .api()
            .send(
                "POST",
                I + "/answers",
                RunningApi.JSON,
                "[{\"case\":\"C1\",\"code\":\"2.2.3\",\"answer\":\"yes\"}]",
                "Idempotency-Key",
                "after/qzx-17"));
    String body = ok(marked.api().get("/api/v1/subject-report?reference=qzx-17")).response().body();
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
    assertEquals("key", one.at("/mentions/1/field").asText());
    assertEquals("after/qzx-17", one.at("/mentions/1/text").asText());
    assertEquals(
        0,
        ok(marked.api().get("/api/v1/subject-report?reference=nobody"))
            .json()
            .path("inspections")
            .size());
    assertEquals(422, marked.api().get("/api/v1/subject-report").status());
    assertEquals(
        422, marked.api().get("/api/v1/subject-report?reference=C1&inspection=no").status());
    assertEquals(2, ok(marked.api().post(CASE + "/erase", REASON)).json().path("mentions").asInt());
  }

  @Test
  void otherInspectionsThatHadItAreToldUntilTheyAreErasedToo() throws IOException {
    marked.filled();
    ok(marked.api().post(I + "/carry", "{\"framework\":\"yos-2021\",\"id\":\"carried\"}"));
    ok(
        marked
            .api()
            .send(
                "DELETE",
                "/api/v1/inspections/carried/cases/qzx-17",
                RunningApi.JSON,
                "{\"reason\":\"r\"}"));
    JsonNode first = ok(marked.api().post(CASE + "/erase", REASON)).json();
    assertEquals("carried", first.at("/elsewhere/0").asText(), "removed, and in its history");
    JsonNode second =
        ok(marked.api().post("/api/v1/inspections/carried/cases/qzx-17/erase", REASON)).json();
    assertEquals(0, second.path("elsewhere").size());
  }
}
