package bandstand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, silent or too many, on lines of their own. */
class LinesTest {
  private static final int MOST = 3;
  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";

  private RunningApi api;
  private Path unix;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    unix = folder.resolve("s");
    api = new RunningApi(folder.resolve("data"), new Doors(0, List.of(unix), MOST));
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  /** A client that says and hears what it wants. */
  private final class Client implements AutoCloseable {
    private final Socket socket = new Socket();

    Client() throws IOException {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.server.port()));
    }

    Client says(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    }

    /** The status of the next answer, whose body is read away; 0 at the end of the line. */
    int hears() throws IOException {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      try {
        while (head.indexOf("\r\n\r\n") < 0) {
          int next = in.read();
          if (next < 0) {
            return 0;
          }
          head.append((char) next);
        }
        in.readNBytes(length(head.toString()));
      } catch (java.net.SocketException reset) {
        return 0;
      }
      return Integer.parseInt(head.substring(9, 12));
    }

    private static int length(String head) {
      int at = head.indexOf("Content-Length: ");
      return at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r", at)));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** One that has been answered, and of which the daemon knows that it asks for nothing now. */
  private Client served() throws IOException {
    long before = api.server.lines().idle();
    Client client = new Client();
    assertEquals(200, client.says(LIVE + "\r\n").hears());
    Eventually.until(() -> api.server.lines().idle() > before || before >= MOST);
    return client;
  }

  /** Looks again and again, since the daemon may not have come round to waiting. */
  private void untilGone(Client client, Duration later) throws IOException {
    client.socket.setSoTimeout(100);
    Eventually.until(
        () -> {
          api.server.lines().look(System.nanoTime() + later.toNanos());
          try {
            assertEquals(0, client.hears());
            return true;
          } catch (SocketTimeoutException notYet) {
            return false;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private static Duration after(Duration limit) {
    return limit.plusSeconds(1);
  }

  private String ended(String reason) {
    String name = "bandstand_connections_ended_total{reason=\"" + reason + "\"} ";
    return api.get("/metrics")
        .response()
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst()
        .orElse("0");
  }

  @Test
  void aHeadThatTakesTooLongIsNotWaitedFor() throws IOException {
    try (Client client = served();
        Client other = served()) {
      client.says("GET /health/l");
      untilGone(client, after(Limits.HEAD));
      assertEquals(200, other.says(LIVE + "\r\n").hears(), "the others stay");
    }
    Eventually.until(() -> ended("slow-head").equals("1"));
  }

  @Test
  void aBodyThatComesTooSlowlyIsNotWaitedFor() throws IOException {
    try (Client client = new Client()) {
      client.says(
          "POST /api/v1/inspections HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
              + "Authorization: Bearer %s\r\nContent-Type: application/json\r\n"
                  .formatted(api.token())
              + "Content-Length: 100\r\n\r\n");
      assertEquals(100, client.hears());
      client.says("{");
      untilGone(client, after(Limits.BODY_BEGINS));
    }
    Eventually.until(() -> ended("slow-body").equals("1"));
  }

  @Test
  void aLineThatNobodyUsesIsClosed() throws IOException {
    try (Client silent = new Client();
        Client served = served()) {
      Eventually.until(() -> api.server.lines().size() == 2);
      untilGone(silent, after(Limits.IDLE));
      untilGone(served, after(Limits.IDLE));
    }
  }

  @Test
  void oneTooManyTakesThePlaceOfTheLongestIdle() throws IOException {
    try (Client first = served();
        Client second = served();
        Client third = served();
        Client fourth = served()) {
      assertEquals(0, first.hears());
      assertEquals(200, second.says(LIVE + "\r\n").hears());
      assertEquals(200, third.says(LIVE + "\r\n").hears());
      assertEquals(200, fourth.says(LIVE + "\r\n").hears());
    }
  }

  @Test
  void whereAllAreAtWorkOneMoreIsRefusedAndTheOthersStay() throws IOException {
    try (Client first = served();
        Client second = served();
        Client third = served()) {
      for (Client each : new Client[] {first, second, third}) {
        // With the answer comes the news that the next request has begun.
        assertEquals(200, each.says(LIVE + "\r\n" + LIVE).hears());
      }
      try (Client fourth = new Client()) {
        assertEquals(503, fourth.hears());
        assertEquals(0, fourth.hears());
      }
      for (Client each : new Client[] {first, second, third}) {
        assertEquals(200, each.says("\r\n").hears());
      }
    }
  }

  @Test
  void theUnixSocketHasTheSameLimits() throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(unix));
      String head = "GET /health/live HTTP/1.1\r\nX: " + "x".repeat(2 * Limits.HEADER_BYTES);
      channel.write(ByteBuffer.wrap(head.getBytes(ISO_8859_1)));
      ByteBuffer heard = ByteBuffer.allocate(100);
      while (heard.hasRemaining() && channel.read(heard) >= 0) {
        assertTrue(heard.position() > 0);
      }
      assertTrue(new String(heard.array(), ISO_8859_1).startsWith("HTTP/1.1 431 "));
    }
    try (SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.connect(UnixDomainSocketAddress.of(unix));
      int read = 0;
      while (read == 0) {
        api.server.lines().look(System.nanoTime() + after(Limits.IDLE).toNanos());
        silent.configureBlocking(false);
        read = silent.read(ByteBuffer.allocate(1));
      }
      assertEquals(-1, read);
    }
  }

  @Test
  void aForeignHostIsRefusedWhereNoTokenIsNeeded() throws IOException {
    try (Client client = new Client()) {
      assertEquals(
          403, client.says("GET /health/live HTTP/1.1\r\nHost: evil.example\r\n\r\n").hears());
      assertEquals(
          403, client.says("GET /health/ready HTTP/1.1\r\nHost: 127.evil.example\r\n\r\n").hears());
    }
  }
}
