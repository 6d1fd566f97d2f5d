package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watcher sees every change once, in order, also after it was away. */
class EventsTest {
  private static final String INSPECTION = "/api/v1/inspections/i";

  private RunningApi api;
  private Path data;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = folder;
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private void answer(String code, String answer) {
    assertEquals(
        200,
        api.put(INSPECTION + "/cases/C01/answers/" + code, "{\"answer\":\"" + answer + "\"}")
            .status());
  }

  private EventStream stream(String path, String lastEventId) throws IOException {
    return new EventStream(api, path, lastEventId);
  }

  @Test
  void aWatcherGetsASnapshotThenEveryChangeWithItsEffect() throws IOException {
    try (EventStream stream = stream(INSPECTION + "/events", "")) {
      EventStream.Event first = stream.next();
      assertEquals("snapshot", first.type());
      assertEquals(2, first.id());
      assertEquals(12, first.json().path("standards").size());
      answer("2.1.1", "yes");
      EventStream.Event change = stream.next();
      assertEquals("change", change.type());
      assertEquals(3, change.id());
      assertEquals("lead", change.json().path("by").asText());
      assertEquals("2.1.1", change.json().path("what").path("code").asText());
      assertEquals("yes", change.json().path("what").path("after").asText());
      assertTrue(change.json().path("changed").size() >= 2);
      assertTrue(change.json().path("overall").has("range"));
    }
  }

  @Test
  void whatAlreadyStandsIsNoEvent() throws IOException {
    answer("2.1.1", "yes");
    try (EventStream stream = stream(INSPECTION + "/events", "")) {
      stream.next();
      answer("2.1.1", "yes");
      answer("2.1.1", "no");
      assertEquals(4, stream.next().id());
    }
  }

  @Test
  void aWatcherResumesWithoutAGapAlsoAcrossARestart() throws IOException {
    answer("2.1.1", "yes");
    answer("2.1.2", "yes");
    answer("2.1.3", "no");
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
    try (EventStream stream = stream(INSPECTION + "/events", "3")) {
      EventStream.Event missed = stream.next();
      assertEquals(4, missed.id());
      assertTrue(missed.json().path("changed").isMissingNode());
      EventStream.Event last = stream.next();
      assertEquals(5, last.id());
      assertTrue(last.json().path("changed").size() >= 2, "the last one tells the effect");
      answer("2.2.1", "yes");
      assertEquals(6, stream.next().id());
    }
  }

  @Test
  void anIdAheadOfTheInspectionIsResetWithASnapshot() throws IOException {
    try (EventStream stream = stream(INSPECTION + "/events", "99")) {
      assertEquals("reset", stream.next().type());
      assertEquals("snapshot", stream.next().type());
    }
  }

  @Test
  void theDaemonWideStreamTellsEveryInspection() throws IOException {
    try (EventStream stream = stream("/api/v1/events", "")) {
      assertEquals(2, stream.next().json().path("inspections").path("i").asLong());
      answer("2.1.1", "na");
      EventStream.Event change = stream.next();
      assertEquals("i", change.json().path("inspection").asText());
      assertEquals(3, change.json().path("revision").asLong());
    }
  }
}
