package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /** One stream of events, read as it comes. */
  private final class Stream implements AutoCloseable {
    private final HttpURLConnection connection;
    private final BufferedReader lines;

    Stream(String path, String lastEventId) throws IOException {
      connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + api.server.port() + path).toURL().openConnection();
      connection.setRequestProperty("Authorization", "Bearer " + api.token());
      if (!lastEventId.isEmpty()) {
        connection.setRequestProperty("Last-Event-ID", lastEventId);
      }
      connection.setReadTimeout(20_000);
      lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    Event next() throws IOException {
      String type = "";
      String id = "";
      String json = "";
      while (true) {
        String line = lines.readLine();
        if (line == null) {
          throw new IOException("the stream ended");
        }
        if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          json = line.substring(6);
        } else if (line.isEmpty() && !type.isEmpty()) {
          return new Event(type, Long.parseLong(id), new ObjectMapper().readTree(json));
        }
      }
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }

  private record Event(String type, long id, JsonNode json) {}

  @Test
  void aWatcherGetsASnapshotThenEveryChangeWithItsEffect() throws IOException {
    try (Stream stream = new Stream(INSPECTION + "/events", "")) {
      Event first = stream.next();
      assertEquals("snapshot", first.type());
      assertEquals(2, first.id());
      assertEquals(12, first.json().path("standards").size());
      answer("2.1.1", "yes");
      Event change = stream.next();
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
    try (Stream stream = new Stream(INSPECTION + "/events", "")) {
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
    try (Stream stream = new Stream(INSPECTION + "/events", "3")) {
      Event missed = stream.next();
      assertEquals(4, missed.id());
      assertTrue(missed.json().path("changed").isMissingNode());
      Event last = stream.next();
      assertEquals(5, last.id());
      assertTrue(last.json().path("changed").size() >= 2, "the last one tells the effect");
      answer("2.2.1", "yes");
      assertEquals(6, stream.next().id());
    }
  }

  @Test
  void anIdAheadOfTheInspectionIsResetWithASnapshot() throws IOException {
    try (Stream stream = new Stream(INSPECTION + "/events", "99")) {
      assertEquals("reset", stream.next().type());
      assertEquals("snapshot", stream.next().type());
    }
  }

  @Test
  void theDaemonWideStreamTellsEveryInspection() throws IOException {
    try (Stream stream = new Stream("/api/v1/events", "")) {
      assertEquals(2, stream.next().json().path("inspections").path("i").asLong());
      answer("2.1.1", "na");
      Event change = stream.next();
      assertEquals("i", change.json().path("inspection").asText());
      assertEquals(3, change.json().path("revision").asLong());
    }
  }
}
