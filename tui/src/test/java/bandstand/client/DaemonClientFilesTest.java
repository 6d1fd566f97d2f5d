package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Files that are sent to a daemon and saved from it. */
class DaemonClientFilesTest extends OverBothTransports {
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
                      .carrying(
                          new Request.Content.File("text/csv", () -> Files.newInputStream(file)))
                      .patient(Duration.ofMinutes(1)),
                  OverBothTransports::text));
          var got = daemon.got.remove();
          assertEquals(row.repeat(50_000), got.body());
          assertEquals("text/csv", got.headers().get("Content-Type"));
        });
  }
}
