package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.wire.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonProcessTest {

  @TempDir Path home;

  private DaemonProcess started(String script) throws IOException {
    Path launcher = home.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("BANDSTAND_LAUNCHER", launcher.toString());
    return DaemonProcess.start(environment, folders(), 30);
  }

  private Folders folders() {
    return Folders.of(Map.of(), home.toString());
  }

  private Path log() {
    return Path.of(folders().daemonLog());
  }

  private boolean logged(String word) {
    try {
      return Files.readString(log()).contains(word);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void await(DaemonProcess daemon) {
    Eventually.until(() -> !daemon.alive());
  }

  @Test
  void theLauncherIsAskedForADaemonOnTheUsersData() throws IOException {
    var daemon = started("echo \"$@\"");
    await(daemon);
    assertEquals(
        "daemon --data " + home + "/.local/share/bandstand --port 0 --idle-minutes 30",
        daemon.lastWords());
  }

  @Test
  void itsLastLineIsGivenWithoutItsName() throws IOException {
    var daemon = started("echo 'bandstand: Port 1 is taken' >&2");
    await(daemon);
    assertEquals("Port 1 is taken", daemon.lastWords());
  }

  @Test
  void itIsInASessionOfItsOwn() throws IOException {
    var daemon = started("ps -o sid= -p $$ | tr -d ' '; echo $$");
    await(daemon);
    var said = Files.readAllLines(log());
    assertEquals(said.get(1), said.get(0));
  }

  @Test
  void itReadsNothingAndHoldsNoFolder() throws IOException {
    var daemon = started("pwd; read line || echo nothing to read");
    await(daemon);
    assertEquals("/\nnothing to read\n", Files.readString(log()));
  }

  @Test
  void theLogIsForTheUserAloneAndGrowsFromStartToStart() throws IOException {
    await(started("echo first"));
    var second = started("echo second; echo; echo broken >&2");
    await(second);
    assertEquals("first\nsecond\n\nbroken\n", Files.readString(log()));
    assertEquals("broken", second.lastWords());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log())));
  }

  @Test
  void lastWordsAreOfThisStart() throws IOException {
    await(started("echo first"));
    var second = started("exit 1");
    await(second);
    assertEquals("it said nothing in " + log(), second.lastWords());
  }

  @Test
  void aLogTooLargeIsBegunAnew() throws IOException {
    Files.createDirectories(log().getParent());
    Files.writeString(log(), "x".repeat((1 << 20) + 1));
    await(started("echo new"));
    assertEquals("new\n", Files.readString(log()));
  }

  @Test
  void stoppingWaitsForItsEnd() throws IOException {
    var daemon = started("trap 'echo ended; exit 0' TERM; echo ready; while :; do :; done");
    Eventually.until(() -> logged("ready"));
    assertTrue(daemon.alive());
    daemon.stop();
    assertFalse(daemon.alive());
    assertEquals("ended", daemon.lastWords());
  }

  @Test
  void withoutALauncherThereIsNothingToStart() {
    assertThrows(
        IOException.class, () -> DaemonProcess.start(Map.of("PATH", "/bin"), folders(), 30));
  }
}
