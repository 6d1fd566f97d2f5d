package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all commands have in common, and the tree of ratings. */
class CommandsTest extends OnACannedDaemon {
  @Test
  void helpListsEveryCommandAndExitCode() {
    assertEquals(0, run("--help"));
    for (String name :
        List.of(
            "demo", "import", "rate", "ratings", "login", "logout", "status", "stop", "token",
            "wording", "daemon", "backup", "verify", "restore", "doctor", "--plain")) {
      assertTrue(out().contains("  " + name), name);
    }
    for (ExitCode exit : ExitCode.values()) {
      assertTrue(out().contains("  " + exit.code() + " "), exit.name());
    }
    assertEquals(0, run("import", "--help"));
    assertEquals(0, run("--version"));
    assertTrue(out().startsWith("Bandstand "), out());
  }

  @Test
  void aDaemonThatCannotBeReachedIsNamed() {
    environment.put("BANDSTAND_URL", "http://127.0.0.1:1");
    for (String[] command : new String[][] {{"status"}, {"ratings", "x"}, {}}) {
      assertEquals(3, run(command));
      assertEquals(
          "bandstand: cannot reach 127.0.0.1:1: Connection refused\n"
              + "BANDSTAND_URL names it: start it, or unset BANDSTAND_URL for your own\n",
          err());
    }
  }

  @Test
  void whatIsNoUrlIsAWrongCommandLine() {
    assertEquals(2, run("--url", "7117", "status"));
    assertTrue(err().contains("is no address of a daemon"), err());
    assertEquals(2, run("--url", "http://127.0.0.1:1", "stop"));
    assertEquals(2, run("--url", "http://127.0.0.1:1", "demo"));
    assertEquals(2, run("--url", "http://127.0.0.1:1", "daemon"));
  }

  @Test
  void anotherHostIsForATunnel() {
    for (String host :
        List.of("10.0.0.5:7117", "example.org", "127.evil.com", "localhost.evil.com")) {
      assertEquals(2, run("--url", "http://" + host, "status"), host);
      assertTrue(err().contains("use an SSH tunnel"), err());
      assertEquals(2, run("login", "http://" + host), host);
    }
  }

  @Test
  void aTokenOthersCanReadIsNotUsed() throws IOException {
    daemon();
    Files.setPosixFilePermissions(
        Path.of(folders().token()), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("status"));
    assertTrue(err().contains("chmod 600 " + folders().token()), err());
  }

  @Test
  void aTokenTheDaemonDoesNotKnowIsNotPermitted() throws IOException {
    scripted(FakeDaemon.always(401, "text/plain", ""));
    assertEquals(4, run("ratings", "x"));
    assertEquals(4, run("--plain"));
  }

  @Test
  void ratingsPrintTheWholeTree() throws IOException {
    daemon();
    assertEquals(0, run("ratings", "leicester-2019"));
    assertTrue(
        out().startsWith("Leicester City  yos-2018  revision 1\n24/36 Good  settled\n"), out());
    assertTrue(
        out().contains("2.4 Reviewing: Requires improvement  lowest: 2.4.3  settled\n"), out());
    assertTrue(out().contains("  2.4.3 21/35 60% Requires improvement  down 4 up 2\n"), out());
  }

  @Test
  void anInspectionThatIsNotThereFails() throws IOException {
    daemon();
    assertEquals(1, run("ratings", "nope"));
    String said =
        "bandstand: there is no inspection \"nope\"; there are leicester-2019\ncreate one with c ";
    assertTrue(err().startsWith(said), err());
    assertEquals(1, run("import", cases(), "--inspection", "nope"));
    assertTrue(err().startsWith(said), err());
  }
}
