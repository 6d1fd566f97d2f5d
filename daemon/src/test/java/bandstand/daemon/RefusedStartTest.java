package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon that does not start says why in one line, and with a code of its own. */
class RefusedStartTest {
  private Home home;

  @BeforeEach
  void settle(@TempDir Path folder) {
    home = new Home(folder);
  }

  /** Ends with this code and this one line. */
  static void assertGivesUp(DaemonProcess daemon, int exit, String line) {
    try (daemon) {
      assertEquals(exit, daemon.exit());
      assertEquals(List.of(), daemon.said());
      List<String> complained =
          daemon.complained().stream().filter(each -> !each.contains(" INFO ")).toList();
      assertEquals(1, complained.size(), complained.toString());
      assertTrue(complained.getFirst().contains(line), complained.toString());
    }
  }

  @Test
  void aGroupSocketThatOthersCouldReplaceIsGivenUp() throws IOException {
    Path folder = Files.createDirectory(home.folder().resolve("team"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertGivesUp(
        DaemonProcess.run(
            home, "--data", home.data().toString(), "--port", "0", "--group-socket", folder + "/s"),
        10,
        "run: chmod go-w " + folder);
  }

  @Test
  void aSocketGroupWithoutASocketIsAFaultOfUse() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.run(home, "--socket-group", "root")) {
      assertEquals(2, daemon.exit());
    }
  }

  @Test
  void aSecondDaemonOnTheSameDataGivesUp() throws IOException {
    try (DaemonProcess first = DaemonProcess.serving(home)) {
      assertGivesUp(
          DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
          6,
          "Another daemon uses " + home.data());
      assertEquals(200, first.get("/api/v1/inspections").statusCode(), "the first goes on");
    }
  }

  @Test
  void aTakenPortIsGivenUp() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertGivesUp(
          DaemonProcess.run(home, "--data", home.data().toString(), "--port", "" + port),
          7,
          "Port " + port + " on 127.0.0.1 is taken");
    }
    assertFalse(Files.exists(home.running()));
  }

  @Test
  void aTokenThatOthersCanReadIsRefused() throws IOException {
    Files.createDirectories(home.token().getParent());
    Files.writeString(home.token(), "x".repeat(43) + "\n");
    Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw-r-----"));
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        9,
        "chmod 600 " + home.token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "", "a line of words that are no token", "\u001b[2J0123456789abcdef0123"})
  void withoutATokenOfItsOwnNoDataIsOpened(String held) throws IOException {
    Files.createDirectories(home.token().getParent());
    Files.writeString(home.token(), held + "\n");
    Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw-------"));
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        9,
        "holds no token");
  }

  @Test
  void aDataFolderThatIsAFileIsGivenUp() throws IOException {
    Files.writeString(home.data(), "a file");
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        10,
        "is a file, not a folder");
  }

  @Test
  void aDataFolderThatOthersCanLookIntoIsGivenUp() throws IOException {
    Files.createDirectory(home.data());
    Files.writeString(home.data().resolve("tokens"), "");
    Files.setPosixFilePermissions(home.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        10,
        "others can look into %s: run chmod 700 %s".formatted(home.data(), home.data()));
  }

  @Test
  void aRuntimeFolderThatOthersMayChangeIsGivenUp() throws IOException {
    Files.createDirectories(home.runtime());
    Files.setPosixFilePermissions(home.runtime(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        10,
        "others may change %s".formatted(home.runtime()));
  }

  @Test
  void aDataFolderOfSomebodyElseIsGivenUp() throws IOException {
    Files.createDirectory(home.data());
    assumeTrue(givenAway(home.data()), "only root may give a folder away");
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0"),
        8,
        home.data() + " belongs to 4321: start the daemon as 4321");
    try (Stream<Path> files = Files.list(home.data())) {
      assertEquals(0, files.count(), "nothing was made there");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsGivenUp() throws IOException {
    assertGivesUp(
        DaemonProcess.run(home, "--data", "/sys/bandstand", "--port", "0"),
        10,
        "/sys/bandstand cannot be used: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=70000", "--port=-1"})
  void aPortThatIsNoneIsGivenUp(String argument) throws IOException {
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), argument),
        2,
        "--port takes a number from 0 to 65535");
  }

  @Test
  void minutesThatAreNoneAreGivenUp() throws IOException {
    assertGivesUp(
        DaemonProcess.run(home, "--data", home.data().toString(), "--idle-minutes=-5"),
        2,
        "--idle-minutes takes a number from 0");
  }

  @Test
  void aWordThatIsNoOptionIsAFaultOfUse() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.run(home, "--prot", "0")) {
      assertEquals(2, daemon.exit());
      assertTrue(daemon.complained().getFirst().contains("--prot"));
    }
  }

  @Test
  void helpTellsTheExitCodes() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.run(home, "--help")) {
      assertEquals(0, daemon.exit());
      assertTrue(daemon.said().stream().anyMatch(line -> line.contains("Exit codes")));
    }
  }

  private static boolean givenAway(Path folder) {
    try {
      Files.setAttribute(folder, "unix:uid", 4321);
      return true;
    } catch (IOException notRoot) {
      return false;
    }
  }
}
