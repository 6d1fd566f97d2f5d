package bandstand.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One stream of events, read as it comes. */
final class EventStream implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private final HttpURLConnection connection;
  private final BufferedReader lines;

  record Event(String type, long id, JsonNode json) {}

  /** Begins after {@code lastEventId}, unless that is empty. */
  EventStream(RunningApi api, String path, String lastEventId) throws IOException {
    connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + api.server.port() + path).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + api.token());
    if (!lastEventId.isEmpty()) {
      connection.setRequestProperty("Last-Event-ID", lastEventId);
    }
    connection.setReadTimeout(PATIENCE_MILLISECONDS);
    lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Waits for the next event; comments are passed over.
   *
   * @throws EOFException when the stream has ended
   * @throws SocketTimeoutException when nothing but comments came for a minute
   */
  Event next() throws IOException {
    long begun = System.nanoTime();
    String type = "";
    String id = "";
    String json = "";
    while (true) {
      String line = line();
      if (System.nanoTime() - begun > PATIENCE_MILLISECONDS * 1_000_000L) {
        throw new SocketTimeoutException("no event came");
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

  /** Waits for the next line, comments among them. */
  String line() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new EOFException("the stream ended");
    }
    return line;
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
