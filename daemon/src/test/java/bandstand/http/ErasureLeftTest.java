package bandstand.http;

import static bandstand.http.MarkedCase.CASE;
import static bandstand.http.MarkedCase.I;
import static bandstand.http.MarkedCase.REASON;
import static bandstand.http.MarkedCase.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an erased case is nobody's to write on, since it could not be erased again. */
class ErasureLeftTest {
  private static final String LEFT = I + "/cases/erased-1";
  private static final String SAYS = "erased-1 is what is left of an erased case";

  @TempDir Path folder;

  private MarkedCase marked;

  @BeforeEach
  void erase() throws IOException {
    marked = new MarkedCase(folder);
    marked.filled();
    ok(marked.api().post(CASE + "/erase", REASON));
  }

  @AfterEach
  void stop() throws IOException {
    marked.close();
  }

  private void refused(RunningApi.Answer answer) {
    assertEquals(409, answer.status(), answer.response().body());
    assertTrue(answer.json().path("detail").asText().contains(SAYS), answer.response().body());
  }

  private RunningApi.Answer patch(String path, String json) {
    return marked.api().send("PATCH", path, RunningApi.JSON, json);
  }

  private RunningApi.Answer rows(String csv, String query) {
    return marked.api().send("POST", I + "/cases" + query, "text/csv", csv);
  }

  @Test
  void everyWayOfWritingOnItIsRefused() {
    long before = marked.api().get(I).json().path("revision").asLong();
    refused(marked.api().put(LEFT + "/answers/2.1.1", "{\"answer\":\"no\",\"reason\":\"r\"}"));
    refused(
        marked
            .api()
            .put(LEFT + "/answers/2.1.1", "{\"answer\":\"yes\",\"note\":\"n\",\"reason\":\"r\"}"));
    refused(
        marked
            .api()
            .send("DELETE", LEFT + "/answers/2.1.1", RunningApi.JSON, "{\"reason\":\"r\"}"));
    refused(marked.api().put(LEFT, "{\"type\":\"court\",\"note\":\"n\",\"reason\":\"r\"}"));
    refused(patch(LEFT, "{\"attributes\":{\"district\":\"n\"},\"reason\":\"r\"}"));
    refused(patch(LEFT, "{\"step\":\"open\",\"reason\":\"r\"}"));
    refused(patch(LEFT, "{\"assignee\":\"lead\",\"reason\":\"r\"}"));
    refused(marked.api().send("DELETE", LEFT, RunningApi.JSON, "{\"reason\":\"r\"}"));
    refused(
        marked
            .api()
            .post(
                I + "/answers",
                "[{\"case\":\"erased-1\",\"code\":\"2.1.1\",\"answer\":\"no\",\"reason\":\"r\"},"
                    + "{\"case\":\"C1\",\"code\":\"2.1.1\",\"answer\":\"no\"}]"));
    refused(patch(I + "/alerts/1", "{\"outcome\":\"more\"}"));
    refused(patch(I + "/alerts/1", "{\"case\":\"C1\"}"));
    refused(
        marked
            .api()
            .post(
                I + "/alerts",
                "{\"case\":\"erased-1\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
                    + "\"at\":\"2026-11-01\",\"status\":\"raised\"}"));
    refused(marked.api().post(LEFT + "/erase", REASON));
    assertEquals(before, marked.api().get(I).json().path("revision").asLong());
  }

  @Test
  void anImportSaysWhichRowsAndTakesTheRestIfAsked() {
    String csv = "reference,type,gender\nC1,court,female\nerased-1,court,female\n";
    RunningApi.Answer whole = rows(csv, "");
    assertEquals(409, whole.status());
    assertEquals(3, whole.json().at("/errors/0/line").asInt());
    assertEquals("erased", whole.json().at("/errors/0/code").asText());
    assertEquals(409, rows(csv, "?dryRun=true").status());
    JsonNode part = ok(rows(csv, "?mode=partial")).json();
    assertEquals(1, part.path("updated").asInt());
    assertEquals(1, part.path("rejected").asInt());
    JsonNode same = ok(rows("reference,type\nerased-1,court\n", "")).json();
    assertEquals(1, same.path("unchanged").asInt(), "an export comes back as it was");
  }

  @Test
  void noNewCaseIsCalledSo() {
    RunningApi.Answer put = marked.api().put(I + "/cases/erased-7", "{\"type\":\"court\"}");
    assertEquals(422, put.status());
    assertEquals("erasure-name", put.json().at("/errors/0/code").asText());
    RunningApi.Answer row = rows("reference,type\nC9,court\nerased-7,court\n", "");
    assertEquals(422, row.status());
    assertEquals("erasure-name", row.json().at("/errors/0/code").asText());
    assertEquals(3, row.json().at("/errors/0/line").asInt());
    assertEquals(404, marked.api().get(I + "/cases/erased-7").status());
    ok(marked.api().put(I + "/cases/erased-x", "{\"type\":\"court\"}"));
  }

  @Test
  void anOpenAlertOfAnErasedCaseDoesNotKeepAnybodyFromSigningOff() {
    ok(
        marked
            .api()
            .post(
                I + "/alerts",
                "{\"case\":\"C1\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
                    + "\"at\":\"2026-11-01\",\"status\":\"raised\"}"));
    assertEquals(409, marked.api().post(I + "/sign-off", "").status());
    ok(marked.api().post(I + "/cases/C1/erase", REASON));
    ok(marked.api().post(I + "/sign-off", ""));
  }

  @Test
  void whatWasLeftIsCarriedAndLeftAloneThereToo() throws IOException {
    ok(marked.api().post(I + "/carry", "{\"framework\":\"yos-2021\",\"id\":\"carried\"}"));
    String there = "/api/v1/inspections/carried/cases/erased-1";
    ok(marked.api().get(there));
    refused(patch(there, "{\"note\":\"n\",\"reason\":\"r\"}"));
    marked.restart();
    refused(patch(there, "{\"note\":\"n\",\"reason\":\"r\"}"));
    JsonNode erased = ok(marked.api().post(there + "/erase", REASON)).json();
    assertEquals("erased-2", erased.path("erased").asText());
  }

  @Test
  void anAlertOfACaseThatWasRemovedIsLeftAloneToo() {
    String alert =
        "{\"case\":\"C2\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
            + "\"at\":\"2026-11-01\",\"status\":\"raised\"}";
    ok(marked.api().post(I + "/alerts", alert));
    ok(marked.api().send("DELETE", I + "/cases/C2", RunningApi.JSON, "{\"reason\":\"r\"}"));
    ok(marked.api().post(I + "/cases/C2/erase", REASON));
    assertEquals("erased-2", marked.api().get(I + "/alerts/2").json().path("case").asText());
    assertEquals(409, patch(I + "/alerts/2", "{\"risk\":\"more\"}").status());
  }
}
