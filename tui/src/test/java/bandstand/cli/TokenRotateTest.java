package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import bandstand.framework.Problem;
import bandstand.state.Walk;
import bandstand.wire.PeopleJson;
import bandstand.wire.ProblemJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class TokenRotateTest extends OnACannedDaemon {
  private static void me(OutputStream output) throws IOException {
    FakeDaemon.reply(output, 200, "application/json", text(PeopleJson.person(Walk.PB)));
  }

  private String kept() throws IOException {
    return Files.readString(Path.of(folders().token())).strip();
  }

  private Path next() {
    return Path.of(folders().token() + ".next");
  }

  @Test
  void aRotationWhoseAnswerIsLostIsSettledByAskingWhichTokenHolds() throws IOException {
    for (boolean taken : new boolean[] {true, false}) {
      scripted(
          (got, output) -> {
            boolean old = got.headers().get("Authorization").equals("Bearer secret");
            if (got.method().equals("POST")) {
              return false;
            } else if (old || taken) {
              me(output);
            } else {
              FakeDaemon.reply(output, 401, "text/plain", "");
            }
            return true;
          });
      assertEquals(taken ? 0 : 3, run("token", "rotate"));
      assertEquals(!taken, kept().equals("secret"));
      assertFalse(Files.exists(next()));
      assertFalse(out().contains(kept()) || err().contains(kept()));
      daemon.get().close();
      writeToken();
    }
  }

  @Test
  void aRotationThatStaysInDoubtIsSettledByTheNextOne() throws IOException {
    scripted(
        (got, output) -> {
          if (got.method().equals("POST")
              || !got.headers().get("Authorization").endsWith("secret")) {
            return false;
          }
          me(output);
          return true;
        });
    assertEquals(3, run("token", "rotate"));
    assertTrue(err().contains("both tokens are kept"), err());
    assertEquals("secret", kept());
    String doubted = Files.readString(next()).strip();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(next())));
    daemon.get().close();

    scripted(
        (got, output) -> {
          if (got.headers().get("Authorization").endsWith(doubted)) {
            me(output);
          } else {
            FakeDaemon.reply(output, 401, "text/plain", "");
          }
          return true;
        });
    assertEquals(0, run("token", "rotate"));
    assertEquals(doubted, kept());
    assertFalse(Files.exists(next()));
  }

  @Test
  void aRotationThatIsRefusedLeavesTheTokenAsItWas() throws IOException {
    scripted(
        (got, output) -> {
          if (got.method().equals("POST")) {
            Problem problem = Problem.of(Problem.Kind.UNAVAILABLE, "The tokens cannot be written");
            FakeDaemon.reply(
                output, 503, "application/problem+json", text(ProblemJson.write(problem)));
          } else {
            me(output);
          }
          return true;
        });
    assertEquals(1, run("token", "rotate"));
    assertEquals("bandstand: The tokens cannot be written\n", err());
    assertEquals("secret", kept());
    assertFalse(Files.exists(next()));
  }
}
