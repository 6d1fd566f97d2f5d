package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon.Script;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens to a connection, a request ends with a loss that says why. */
class LostDaemonTest extends OverBothTransports {
  @Test
  void aKeptConnectionThatTheDaemonClosedIsNoLoss() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          ask(client);
          daemon.hangUp();
          assertInstanceOf(Answered.Done.class, ask(client));
          assertEquals(2, daemon.connections.get());
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a connection ended instead of an answer, ''",
    "an answer cut short, 'HTTP/1.1 200 OK|Content-Length: 10||{'",
    "what is no HTTP, SSH-2.0-OpenSSH_9.2||"
  })
  void whatIsNoWholeAnswerIsALoss(String what, String said) throws Exception {
    onBoth(
        (_, output) -> {
          output.write(said.replace("|", "\r\n").getBytes(UTF_8));
          return false;
        },
        (_, client) -> assertInstanceOf(Answered.Lost.class, ask(client), what));
  }

  @Test
  void nobodyListeningIsALossThatNamesTheAddress() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var client = new DaemonClient(new Address.Tcp("127.0.0.1", port), "")) {
      var lost = assertInstanceOf(Answered.Lost.class, ask(client));
      assertEquals("cannot reach 127.0.0.1:" + port + ": Connection refused", lost.why());
    }
    try (var client = new DaemonClient(new Address.Local(folder.resolve("none")), "")) {
      var lost = assertInstanceOf(Answered.Lost.class, ask(client));
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
                      result[0] = ask(client);
                    });
        Eventually.until(() -> !daemon.got.isEmpty());
        time.pass(Request.PATIENCE);
        asking.join();
        var lost = assertInstanceOf(Answered.Lost.class, result[0]);
        assertEquals("no answer from " + daemon.address().shown() + " in 20 s", lost.why());
      }
    }
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
        (_, client) -> assertInstanceOf(Answered.Lost.class, ask(client)));
  }
}
