package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon.Script;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonClientTest {

  private static Outcome<String> text(byte[] bytes) {
    return Outcome.done(new String(bytes, UTF_8));
  }

  @TempDir Path folder;

  private interface Check {
    void on(FakeDaemon daemon, DaemonClient client) throws Exception;
  }

  /** The same over both transports. */
  private void onBoth(Script script, Check check) throws Exception {
    try (var daemon = FakeDaemon.onPort(script);
        var client = new DaemonClient(daemon.address(), "secret")) {
      check.on(daemon, client);
    }
    try (var daemon = FakeDaemon.onSocket(folder.resolve("s"), script);
        var client = new DaemonClient(daemon.address(), "secret")) {
      check.on(daemon, client);
    }
    Files.delete(folder.resolve("s"));
  }

  @Test
  void anAnswerComesWithItsStatusAndTag() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{\"tŷ\":1}"),
        (_, client) ->
            assertEquals(
                new Answered.Done<>("{\"tŷ\":1}", 200, "7"),
                client.ask(Request.get("inspections"), DaemonClientTest::text)));
  }

  private static final Request FILE = Request.of("POST", "admin", "backup");

  @Test
  void aFileIsPassedOnAsItComes() throws Exception {
    onBoth(
        (_, output) -> {
          FakeDaemon.startStream(output);
          for (int i = 0; i < 1_000; i++) {
            FakeDaemon.chunk(output, "0123456789".repeat(100));
          }
          output.write("0\r\n\r\n".getBytes(UTF_8));
          return true;
        },
        (_, client) -> {
          var to = new ByteArrayOutputStream();
          assertEquals(new Answered.Done<>(1_000_000L, 200, ""), client.save(FILE, to));
          assertEquals("0123456789".repeat(100_000), to.toString(UTF_8));
        });
  }

  @Test
  void aFileThatBreaksOffIsLost() throws Exception {
    onBoth(
        (_, output) -> {
          FakeDaemon.startStream(output);
          FakeDaemon.chunk(output, "half");
          return false;
        },
        (_, client) ->
            assertInstanceOf(Answered.Lost.class, client.save(FILE, new ByteArrayOutputStream())));
  }

  @Test
  void aFileThatIsRefusedIsNone() throws Exception {
    byte[] problem = ProblemJson.write(Problem.of(Problem.Kind.FORBIDDEN, "not yours"));
    onBoth(
        FakeDaemon.always(403, "application/problem+json", new String(problem, UTF_8)),
        (_, client) -> {
          var to = new ByteArrayOutputStream();
          assertInstanceOf(Answered.Refused.class, client.save(FILE, to));
          assertEquals(0, to.size());
        });
  }

  @Test
  void theRequestCarriesMethodPathTokenAndBody() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          client.ask(
              Request.of("PUT", "inspections", "a b", "answers", "1.1.1")
                  .with("at", "panel 1/ŵ")
                  .with("x", "&")
                  .header("If-Match", "\"3\"")
                  .json("{\"answer\":\"yes\"}".getBytes(UTF_8)),
              DaemonClientTest::text);
          var got = daemon.got.remove();
          assertEquals(
              "PUT /api/v1/inspections/a%20b/answers/1.1.1?at=panel%201%2F%C5%B5&x=%26",
              got.line());
          assertEquals("Bearer secret", got.headers().get("Authorization"));
          assertEquals("\"3\"", got.headers().get("If-Match"));
          assertEquals("application/json", got.headers().get("Content-Type"));
          assertEquals("{\"answer\":\"yes\"}", got.body());
          assertTrue(got.headers().get("Host").matches("localhost(:80)?|127\\.0\\.0\\.1:\\d+"));
        });
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          for (int i = 0; i < 20; i++) {
            client.ask(Request.get("inspections"), DaemonClientTest::text);
          }
          assertEquals(20, daemon.got.size());
          assertEquals(1, daemon.connections.get());
        });
  }

  @Test
  void aRefusalIsAProblem() throws Exception {
    onBoth(
        FakeDaemon.always(404, "text/html", "<html>"),
        (_, client) ->
            assertEquals(
                Problem.Kind.NOT_FOUND,
                assertInstanceOf(
                        Answered.Refused.class,
                        client.ask(Request.get("inspections"), DaemonClientTest::text))
                    .problem()
                    .kind()));
  }

  @Test
  void aProblemDocumentIsReadWithItsErrors() throws Exception {
    var problem =
        Problem.refused(new Fault(12, "", "2.1.1", Optional.of("maybe"), "value", "yes, no, na"));
    onBoth(
        FakeDaemon.always(
            422, "application/problem+json", new String(ProblemJson.write(problem), UTF_8)),
        (_, client) ->
            assertEquals(
                new Answered.Refused<>(problem),
                client.ask(Request.get("inspections"), DaemonClientTest::text)));
  }

  @Test
  void anAnswerTheReaderRefusesIsAProblem() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{"),
        (_, client) ->
            assertInstanceOf(
                Answered.Refused.class,
                client.ask(
                    Request.get("inspections"),
                    _ -> Outcome.refused(Problem.Kind.UNREADABLE, "not JSON"))));
  }

  @Test
  void aKeptConnectionThatTheDaemonClosedIsNoLoss() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          client.ask(Request.get("inspections"), DaemonClientTest::text);
          daemon.hangUp();
          assertInstanceOf(
              Answered.Done.class, client.ask(Request.get("inspections"), DaemonClientTest::text));
          assertEquals(2, daemon.connections.get());
        });
  }

  @Test
  void aConnectionEndedInsteadOfAnAnswerIsALoss() throws Exception {
    onBoth(
        (_, _) -> false,
        (_, client) ->
            assertInstanceOf(
                Answered.Lost.class,
                client.ask(Request.get("inspections"), DaemonClientTest::text)));
  }

  @Test
  void anAnswerCutShortIsALoss() throws Exception {
    onBoth(
        (_, output) -> {
          output.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{".getBytes(UTF_8));
          return false;
        },
        (_, client) ->
            assertInstanceOf(
                Answered.Lost.class,
                client.ask(Request.get("inspections"), DaemonClientTest::text)));
  }

  @Test
  void whatIsNoHttpIsALoss() throws Exception {
    onBoth(
        (_, output) -> {
          output.write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(UTF_8));
          return false;
        },
        (_, client) ->
            assertInstanceOf(
                Answered.Lost.class,
                client.ask(Request.get("inspections"), DaemonClientTest::text)));
  }

  @Test
  void nobodyListeningIsALossThatNamesTheAddress() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var client = new DaemonClient(new Address.Tcp("127.0.0.1", port), "")) {
      var lost =
          assertInstanceOf(
              Answered.Lost.class, client.ask(Request.get("inspections"), DaemonClientTest::text));
      assertEquals("cannot reach 127.0.0.1:" + port + ": Connection refused", lost.why());
    }
    try (var client = new DaemonClient(new Address.Local(folder.resolve("none")), "")) {
      var lost =
          assertInstanceOf(
              Answered.Lost.class, client.ask(Request.get("inspections"), DaemonClientTest::text));
      assertTrue(lost.why().startsWith("cannot reach this user's daemon: "), lost.why());
    }
  }

  @Test
  void aDaemonThatDoesNotAnswerIsALossWhenPatienceEnds() throws Exception {
    var asked = new CountDownLatch(2);
    Script hanging =
        (_, _) -> {
          asked.countDown();
          new CountDownLatch(1).await();
          return false;
        };
    for (boolean unix : new boolean[] {false, true}) {
      var time = new FakeTime();
      try (var daemon =
              unix
                  ? FakeDaemon.onSocket(folder.resolve("h"), hanging)
                  : FakeDaemon.onPort(hanging);
          var client = new DaemonClient(daemon.address(), "", time)) {
        var waiting = new CountDownLatch(1);
        var result = new Answered<?>[1];
        Thread asking =
            Thread.ofVirtual()
                .start(
                    () -> {
                      waiting.countDown();
                      result[0] = client.ask(Request.get("inspections"), DaemonClientTest::text);
                    });
        while (daemon.got.isEmpty()) {
          Thread.onSpinWait();
        }
        time.pass(Request.PATIENCE);
        asking.join();
        var lost = assertInstanceOf(Answered.Lost.class, result[0]);
        assertEquals("no answer from " + daemon.address().shown() + " in 20 s", lost.why());
      }
    }
  }

  @Test
  void aFileIsStreamedInChunks() throws Exception {
    Path file = folder.resolve("cases.csv");
    String row = "C01,court,yes\n";
    Files.writeString(file, row.repeat(50_000));
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          assertInstanceOf(
              Answered.Done.class,
              client.ask(
                  Request.of("POST", "inspections", "x", "cases")
                      .carrying(new Request.Content.File("text/csv", file))
                      .patient(Duration.ofMinutes(1)),
                  DaemonClientTest::text));
          var got = daemon.got.remove();
          assertEquals(row.repeat(50_000), got.body());
          assertEquals("text/csv", got.headers().get("Content-Type"));
        });
  }

  @Test
  void anAnswerInChunksIsRead() throws Exception {
    onBoth(
        (_, output) -> {
          FakeDaemon.startStream(output);
          FakeDaemon.chunk(output, "one ");
          FakeDaemon.chunk(output, "two");
          output.write("0\r\n\r\n".getBytes(UTF_8));
          output.flush();
          return true;
        },
        (daemon, client) -> {
          for (int i = 0; i < 2; i++) {
            assertEquals(
                "one two",
                assertInstanceOf(
                        Answered.Done.class,
                        client.ask(Request.get("inspections"), DaemonClientTest::text))
                    .value());
          }
          assertEquals(1, daemon.connections.get());
        });
  }

  @Test
  void anEmptyAnswerIsEmpty() throws Exception {
    onBoth(
        (_, output) -> {
          output.write("HTTP/1.1 204 None\r\n\r\n".getBytes(UTF_8));
          return true;
        },
        (_, client) ->
            assertEquals(
                new Answered.Done<>("", 204, ""),
                client.ask(Request.get("x"), DaemonClientTest::text)));
  }

  @Test
  void anAnswerLargerThanALimitIsALoss() throws Exception {
    onBoth(
        (_, output) -> {
          output.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + (Exchange.ANSWER_BYTES + 1L) + "\r\n\r\n")
                  .getBytes(UTF_8));
          byte[] piece = new byte[1 << 20];
          for (int sent = 0; sent <= Exchange.ANSWER_BYTES; sent += piece.length) {
            output.write(piece);
          }
          return false;
        },
        (_, client) ->
            assertInstanceOf(
                Answered.Lost.class, client.ask(Request.get("x"), DaemonClientTest::text)));
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (var elsewhere = FakeDaemon.onPort(FakeDaemon.always(200, "text/plain", "no"));
        var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  output.write(
                      ("HTTP/1.1 302 Found\r\nLocation: "
                              + elsewhere.address().url()
                              + "/\r\nContent-Length: 0\r\n\r\n")
                          .getBytes(UTF_8));
                  return true;
                });
        var client = new DaemonClient(daemon.address(), "secret")) {
      assertInstanceOf(
          Answered.Refused.class, client.ask(Request.get("x"), DaemonClientTest::text));
      assertEquals(0, elsewhere.got.size());
    }
  }
}
