package bandstand.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets that do not read cost no writer anything, and are closed in the end. */
class StallsTest {
  private static final String ALL = "/api/v1/inspections";

  /** More than the system holds for one who does not read: 10 KB each. */
  private static final int CHANGES = 1_000;

  private static final int WRITERS = 8;

  @TempDir Path data;

  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    api.post(ALL, "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
    api.put(ALL + "/i/cases/C01", "{\"type\":\"court\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  /** Asks, and never reads. */
  private Socket deaf(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.server.port()));
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, api.token())
                .getBytes(US_ASCII));
    return socket;
  }

  private void answer(int number) {
    String note = number + "n".repeat(9_000);
    RunningApi.Answer answer =
        api.put(
            ALL + "/i/cases/C01/answers/2.1.1",
            "{\"answer\":\"yes\",\"note\":\"%s\"}".formatted(note));
    assertEquals(200, answer.status(), answer.response().body());
  }

  /** Ends what has waited for as long as no write to one who reads takes. */
  private boolean ended() {
    long spared = Limits.UNTAKEN.minusSeconds(5).toNanos();
    api.server.lines().look(System.nanoTime() + spared);
    return api.inspections.hub().size() == 1;
  }

  /** The one who reads misses nothing. */
  private static int changes(EventStream reading) throws IOException {
    int changes = 0;
    while (changes < CHANGES) {
      assertEquals("change", reading.next().type());
      changes++;
    }
    return changes;
  }

  @Test
  void whoDoesNotReadIsClosedAndItsPlaceIsFreeWhileWritersGoOn() throws Exception {
    try (Socket one = deaf("/api/v1/events");
        Socket other = deaf(ALL + "/i/events");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        EventStream reading = new EventStream(api, "/api/v1/events", "")) {
      assertEquals("snapshot", reading.next().type());
      Eventually.until(() -> api.inspections.hub().size() == 3);
      Future<Integer> read = threads.submit(() -> changes(reading));
      List<Future<?>> writing = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        writing.add(
            threads.submit(
                () ->
                    IntStream.iterate(first, i -> i < CHANGES, i -> i + WRITERS)
                        .forEach(this::answer)));
      }
      for (Future<?> each : writing) {
        each.get();
      }
      assertEquals(CHANGES, read.get());
      Eventually.until(this::ended);
      for (Socket socket : List.of(one, other)) {
        long bytes = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertTrue(bytes > 0, "what was written before is there, then the end");
      }
    }
  }

  @Test
  void whatIsWrittenInTimeIsLeftAlone() throws IOException {
    try (EventStream stream = new EventStream(api, "/api/v1/events", "")) {
      stream.next();
      assertEquals(0, api.server.lines().look(System.nanoTime()));
      answer(1);
      assertEquals("change", stream.next().type());
      assertEquals(0, api.server.lines().look(System.nanoTime()));
    }
  }
}
