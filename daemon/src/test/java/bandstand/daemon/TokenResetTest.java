package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is locked out of the own data comes in again. */
class TokenResetTest {
  private Home home;

  @BeforeEach
  void settle(@TempDir Path folder) {
    home = new Home(folder);
  }

  private DaemonProcess reset() throws IOException {
    return DaemonProcess.run(home, "token-reset", "--data", home.data().toString());
  }

  @Test
  void aResetLetsTheOwnerInAgainWithTheTokenThatIsThereOrANewOne() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      assertEquals(200, daemon.get("/api/v1/me").statusCode());
      RefusedStartTest.assertGivesUp(reset(), 6, "A daemon uses " + home.data());
      daemon.terminated();
    }
    String before = home.tokenText();
    Files.writeString(home.token(), "y".repeat(43) + "\n");
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      assertEquals(401, daemon.get("/api/v1/me").statusCode(), "locked out");
    }
    for (boolean there : new boolean[] {true, false}) {
      if (!there) {
        Files.delete(home.token());
      }
      try (DaemonProcess done = reset()) {
        assertEquals(0, done.exit());
        String said = done.said().getFirst();
        assertTrue(said.contains(" is a lead of " + home.data()), said);
        assertTrue(said.contains((there ? "existing" : "new") + " token in " + home.token()), said);
      }
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.token())));
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        assertEquals(200, daemon.get("/api/v1/tokens").statusCode());
      }
    }
    assertFalse(home.tokenText().equals(before));
  }

  @Test
  void aResetOfWhatIsNoDataFolderChangesNothing() throws IOException {
    Files.createDirectory(home.data());
    RefusedStartTest.assertGivesUp(reset(), 1, home.data() + " is no data folder");
    assertFalse(Files.exists(home.token()));
  }
}
