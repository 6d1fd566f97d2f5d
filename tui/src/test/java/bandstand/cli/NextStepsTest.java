package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a command that cannot be done says to do. */
class NextStepsTest extends OnACannedDaemon {

  @Test
  void stopNamesWhoNamesAnotherDaemon() {
    environment.put("BANDSTAND_URL", "http://127.0.0.1:1");
    assertEquals(2, run("stop"));
    assertEquals(
        "bandstand: BANDSTAND_URL names another daemon than your own; your own is stopped with"
            + " bandstand --url own stop\n",
        err());
    assertEquals(2, run("--url", "/run/team.sock", "stop"));
    assertEquals(
        "bandstand: stop ends your own daemon: leave out --url, or say --url own\n", err());
  }

  @Test
  void aNamedDaemonThatIsNotThereIsFollowedByWhatToDo() throws IOException {
    daemon();
    daemon.orElseThrow().close();
    for (String command : new String[] {"status", "due"}) {
      assertEquals(3, run(command));
      assertTrue(
          err()
              .endsWith(
                  "\nBANDSTAND_URL names it: start it, or unset BANDSTAND_URL for your own\n"),
          err());
    }
    assertEquals(3, run("--url", "/run/none.sock", "due"));
    assertTrue(err().endsWith("\nis it running, and there? own is your own: --url own\n"), err());
  }

  @Test
  void aTokenThatIsNotKnownIsFollowedByWhoMakesOne() throws IOException {
    scripted(FakeDaemon.always(401, "text/plain", ""));
    input = "wrong-token";
    assertEquals(4, run("login", url()));
    assertTrue(err().contains("bandstand token rotate NAME"), err());
  }

  @Test
  void aNameThatIsNoneIsFollowedByWhatOneIs() {
    assertEquals(2, run("token", "add", "x y", "--role", "viewer"));
    assertEquals(
        "bandstand: \"x y\" is no name: it has 1 to 64 letters, digits and . _ -\n", err());
  }

  @Test
  void aRevisionThatIsNoneIsSaidInPlainWords() {
    for (String[] command :
        new String[][] {
          {"watch", "--from", "abc"}, {"watch", "--from", "-1"}, {"undo", "a", "x"}
        }) {
      assertEquals(2, run(command));
      assertTrue(err().contains("is no whole number, such as 57"), err());
    }
  }
}
