package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginCommandTest extends OnACannedDaemon {
  @Test
  void whoIsLoggedInToATeamStopsNothingAndStartsNothing() throws IOException {
    daemon();
    String url = url();
    environment.remove("BANDSTAND_URL");
    input = "team-token\n";
    assertEquals(0, run("login", url));
    assertEquals("logged in to " + url + " as PB, inspector\n", out());
    Path login = Path.of(folders().login());
    assertEquals(url + "\nteam-token\n", Files.readString(login));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(login)));
    assertEquals(0, run("ratings", "leicester-2019"));
    assertTrue(
        daemon.get().got.stream()
            .allMatch(got -> got.headers().get("Authorization").equals("Bearer team-token")));
    assertEquals(0, run("status"));
    assertTrue(out().contains("because     you are logged in to it; bandstand logout forgets it"));
    assertEquals(1, run("stop"));
    assertTrue(err().contains("sudo systemctl stop bandstand"), err());
    assertTrue(err().contains("bandstand --url own stop"), err());
    assertEquals(3, run("--url", "own", "stop"));
    assertEquals("bandstand: no daemon runs\n", err());

    assertEquals(0, run("logout"));
    assertEquals("logged out\n", out());
    assertFalse(Files.exists(login));
    assertEquals(0, run("logout"));
    assertEquals("you were not logged in\n", out());
    assertEquals(3, run("status"));
  }

  @Test
  void theTokenOfALoginIsForItsDaemonAlone() throws IOException {
    daemon();
    input = "team-token\n";
    assertEquals(0, run("login", url()));
    assertTrue(err().contains("BANDSTAND_URL still names"), err());
    daemon.get().close();
    scripted(FakeDaemon.always(401, "text/plain", ""));
    assertEquals(4, run("ratings", "x"));
    assertEquals("Bearer secret", daemon.get().got.peek().headers().get("Authorization"));
  }

  @Test
  void aLoginThatIsRefusedIsNotKept() throws IOException {
    daemon = Optional.of(FakeDaemon.onPort(FakeDaemon.always(401, "text/plain", "")));
    String url = url();
    input = "bad\n";
    assertEquals(4, run("login", url));
    input = "two words\n";
    assertEquals(4, run("login", url));
    assertEquals(
        "bandstand: that is no token: ask a lead for one, who makes it with bandstand token rotate"
            + " NAME\n",
        err());
    assertEquals(1, daemon.get().got.size());
    assertEquals(3, run("login", "http://127.0.0.1:1", "--token-file", folders().token()));
    assertEquals(2, run("login", "nonsense"));
    assertEquals(2, run("login", url, "--url", url));
    assertEquals(2, run("login"));
    assertFalse(Files.exists(Path.of(folders().login())));
  }

  @Test
  void aTokenForALoginComesFromAFileOrStandardInput() throws IOException {
    daemon();
    String url = url();
    assertEquals(0, run("login", url, "--token-file", folders().token()));
    assertEquals(url + "\nsecret\n", Files.readString(Path.of(folders().login())));
    input = "piped";
    assertEquals(0, run("login", url, "--token-file", "-"));
    assertEquals(url + "\npiped\n", Files.readString(Path.of(folders().login())));
    Files.setPosixFilePermissions(
        Path.of(folders().token()), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("login", url, "--token-file", folders().token()));
  }

  @Test
  void aLoginOthersCanReadOrThatIsNoneIsNotUsed() throws IOException {
    Path login = Path.of(folders().login());
    Files.writeString(login, "http://127.0.0.1:1\ntoken\n");
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("status"));
    assertTrue(err().contains("chmod 600 " + login), err());
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-------"));
    for (String text : List.of("", "token\n", "nonsense\ntoken\n", "http://127.0.0.1:1\n \n")) {
      Files.writeString(login, text);
      assertEquals(4, run("status"), text);
      assertTrue(err().contains("is no login; bandstand logout removes it"), err());
    }
    assertEquals(0, run("logout"));
    assertEquals(3, run("status"));
  }
}
