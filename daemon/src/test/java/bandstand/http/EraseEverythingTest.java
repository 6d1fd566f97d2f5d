package bandstand.http;

import static bandstand.http.MarkedCase.ALL;
import static bandstand.http.MarkedCase.I;
import static bandstand.http.MarkedCase.MARKED;
import static bandstand.http.MarkedCase.REASON;
import static bandstand.http.MarkedCase.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A whole inspection goes once it is kept no longer. */
class EraseEverythingTest {
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
  void everythingGoesOnceItsLastDayIsPast() throws IOException {
    marked.filled();
    assertEquals("conflict", marked.api().post(I + "/erase", REASON).problem());
    ok(
        marked
            .api()
            .send(
                "PATCH",
                I,
                RunningApi.JSON,
                "{\"retainUntil\":\"2999-01-01\",\"notes\":\"qzx-n\"}"));
    assertEquals("conflict", marked.api().post(I + "/erase", REASON).problem());
    assertEquals(0, marked.api().get(ALL + "?due=true").json().path("items").size());
    ok(marked.api().send("PATCH", I, RunningApi.JSON, "{\"retainUntil\":\"2020-01-31\"}"));
    JsonNode due = marked.api().get(ALL + "?due=true").json().path("items");
    assertEquals("2020-01-31", due.at("/0/retainUntil").asText());
    JsonNode before = marked.api().get(I + "/ratings").json().path("overall");
    JsonNode erased = ok(marked.api().post(I + "/erase", REASON)).json();
    assertEquals("everything", erased.path("erased").asText());
    assertEquals(List.of(), Grep.files(marked.data, MARKED));
    assertEquals(List.of(), Grep.files(marked.data, "The board acts"));
    assertEquals(before, marked.api().get(I + "/ratings").json().path("overall"));
    assertEquals(0, marked.api().get(ALL + "?due=true").json().path("items").size());
    assertEquals(
        409,
        marked
            .api()
            .post(ALL, "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}")
            .status());
    marked.restart();
    JsonNode shell = marked.api().get(I).json();
    assertEquals("Ashby", shell.path("service").asText());
    assertTrue(shell.path("notes").isMissingNode());
    assertEquals(3, shell.at("/progress/cases").asInt());
    assertEquals(before, marked.api().get(I + "/ratings").json().path("overall"));
    assertTrue(marked.api().get(I + "/history/verify").json().path("ok").asBoolean());
    assertEquals(410, marked.api().get(I + "/ratings?at=1").status());
    assertEquals("conflict", marked.api().post(I + "/erase", REASON).problem());
  }

  @Test
  void itsReasonNamesNoCaseThereIsOrWas() throws IOException {
    marked.filled();
    ok(marked.api().send("PATCH", I, RunningApi.JSON, "{\"retainUntil\":\"2020-01-31\"}"));
    ok(marked.api().send("DELETE", I + "/cases/C2", RunningApi.JSON, "{\"reason\":\"r\"}"));
    for (String name : new String[] {"C1", "c2", "QZX-17"}) {
      RunningApi.Answer answer =
          marked.api().post(I + "/erase", "{\"reason\":\"%s asked for it\"}".formatted(name));
      assertEquals(422, answer.status(), name);
      assertEquals("names-case", answer.json().at("/errors/0/code").asText());
    }
    ok(marked.api().post(I + "/erase", REASON));
  }
}
