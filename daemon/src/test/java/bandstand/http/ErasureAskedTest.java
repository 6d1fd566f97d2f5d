package bandstand.http;

import static bandstand.http.MarkedCase.ALL;
import static bandstand.http.MarkedCase.CASE;
import static bandstand.http.MarkedCase.I;
import static bandstand.http.MarkedCase.LEDGER;
import static bandstand.http.MarkedCase.REASON;
import static bandstand.http.MarkedCase.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have what erased, and what is refused. */
class ErasureAskedTest {
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
  void neitherSignOffNorDeletionStandsInItsWay() throws IOException {
    marked.filled();
    ok(marked.api().post(I + "/sign-off", ""));
    JsonNode before = marked.ratings();
    ok(marked.api().post(CASE + "/erase", REASON));
    assertEquals(before, marked.ratings());
    assertTrue(marked.api().get(I).json().path("signedOff").isObject());
    String tag = marked.api().get(I).header("ETag");
    ok(marked.api().send("DELETE", I, RunningApi.JSON, "", "If-Match", tag));
    ok(marked.api().post(I + "/cases/C1/erase", REASON));
    ok(marked.api().post(I + "/restore", ""));
    assertEquals(before, marked.ratings());
  }

  @Test
  void whatIsWrongIsRefusedAndNothingChanges() throws IOException {
    marked.filled();
    RunningApi.Answer named = marked.api().post(CASE + "/erase", "{\"reason\":\"QZX-17 moved\"}");
    assertEquals(422, named.status());
    assertEquals("/reason", named.json().at("/errors/0/pointer").asText());
    assertEquals(422, marked.api().post(CASE + "/erase", "").status());
    assertEquals(404, marked.api().post(I + "/cases/none/erase", REASON).status());
    assertEquals(404, marked.api().post(ALL + "/none/cases/C1/erase", REASON).status());
    assertEquals(
        412,
        marked
            .api()
            .send("POST", CASE + "/erase", RunningApi.JSON, REASON, "If-Match", "\"1\"")
            .status());
    String lead = marked.api().token();
    marked.api().as(marked.api().token("nia", Role.INSPECTOR));
    assertEquals(403, marked.api().post(CASE + "/erase", REASON).status());
    assertEquals(403, marked.api().post(I + "/erase", REASON).status());
    assertEquals(403, marked.api().get(LEDGER).status());
    assertEquals(403, marked.api().get("/api/v1/subject-report?reference=qzx-17").status());
    marked.api().as(lead);
    assertEquals(200, marked.api().get(CASE).status());
    assertEquals(0, marked.api().get(LEDGER).json().path("items").size());
  }

  @Test
  void aTagOfTheCaseOrOfTheInspectionIsMet() throws IOException {
    marked.filled();
    String tag = marked.api().get(CASE).header("ETag");
    ok(marked.api().send("POST", CASE + "/erase", RunningApi.JSON, REASON, "If-Match", tag));
    String whole = marked.api().get(I).header("ETag");
    ok(
        marked
            .api()
            .send("POST", I + "/cases/C1/erase", RunningApi.JSON, REASON, "If-Match", whole));
  }
}
