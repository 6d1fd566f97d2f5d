package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a team's socket may lie, and what is said where it may not. */
class GroupSocketTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void place() {
    path = folder.resolve("run/team.sock");
  }

  private void folderWith(String permissions) throws IOException {
    Files.createDirectory(path.getParent());
    Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString(permissions));
  }

  private Optional<Started.Refused> prepared(String... group) throws IOException {
    return new GroupSocket(path, group.length == 0 ? Optional.empty() : Optional.of(group[0]))
        .prepare();
  }

  private void assertRefused(ExitCode exit, String why) throws IOException {
    Started.Refused refused = prepared().orElseThrow();
    assertEquals(exit, refused.exit());
    assertTrue(refused.why().contains(why), refused.why());
  }

  @Test
  void aFolderThatOnlyItsOwnerChangesWillDoAndThePathIsLeftFree() throws IOException {
    for (String permissions : new String[] {"rwx------", "rwxr-x---", "rwxr-xr-x"}) {
      folderWith(permissions);
      assertEquals(Optional.empty(), prepared());
      assertFalse(Files.exists(path));
      Files.delete(path.getParent());
    }
  }

  @Test
  void aFolderThatOthersMayChangeIsRefusedWithTheRemedy() throws IOException {
    for (String permissions : new String[] {"rwxrwx---", "rwxr-xrwx", "rwxrwxrwx"}) {
      folderWith(permissions);
      assertRefused(ExitCode.NOT_USABLE, "run: chmod go-w " + path.getParent());
      Files.delete(path.getParent());
    }
  }

  @Test
  void soIsOneAboveItUnlessItKeepsEachTheirOwn() throws IOException {
    folderWith("rwxr-x---");
    Path open = folder.toRealPath();
    Files.setAttribute(open, "unix:mode", 0777);
    assertRefused(ExitCode.NOT_USABLE, "run: chmod go-w " + open);
    Files.setAttribute(open, "unix:mode", 01777);
    assertEquals(Optional.empty(), prepared());
  }

  @Test
  void aFolderOfAnotherUserIsRefused() throws IOException {
    folderWith("rwxr-x---");
    try {
      Files.setAttribute(path.getParent(), "unix:uid", 4321);
    } catch (IOException notRoot) {
      assumeTrue(false, "only root may give a folder away");
    }
    assertRefused(ExitCode.NOT_USABLE, "belongs to 4321; choose a folder of the daemon's user");
  }

  @Test
  void withoutAFolderItIsRefused() throws IOException {
    assertRefused(ExitCode.NOT_USABLE, "has no folder: make " + path.getParent());
  }

  @Test
  void whatIsNoSocketStaysWhereItIs() throws IOException {
    folderWith("rwxr-x---");
    Files.writeString(path, "notes");
    assertRefused(ExitCode.NOT_USABLE, "is no socket; move it away");
    assertEquals("notes", Files.readString(path));
    Files.delete(path);
    Files.createSymbolicLink(path, folder.resolve("elsewhere"));
    assertRefused(ExitCode.NOT_USABLE, "is no socket; move it away");
  }

  @Test
  void aSocketNobodyListensAtIsReplacedAndAnotherDaemonsIsNot() throws IOException {
    folderWith("rwxr-x---");
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(path));
      assertRefused(ExitCode.PORT_TAKEN, "another daemon listens at " + path);
    }
    assertTrue(Files.exists(path));
    assertEquals(Optional.empty(), prepared());
  }

  @Test
  void aGroupNobodyKnowsIsRefused() throws IOException {
    folderWith("rwxr-x---");
    Started.Refused refused = prepared("no-such-group").orElseThrow();
    assertTrue(refused.why().endsWith("there is no group no-such-group"), refused.why());
    assertFalse(Files.exists(path));
  }

  @Test
  void aPathLongerThanASocketsMayBeIsRefused() throws IOException {
    path = folder.resolve("x".repeat(100));
    assertRefused(ExitCode.NOT_USABLE, "has a path of more than 100 bytes");
  }
}
