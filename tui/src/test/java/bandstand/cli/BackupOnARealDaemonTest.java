package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, verify, restore and doctor as a person types them, on the samples. */
class BackupOnARealDaemonTest extends OnARealDaemon {

  @TempDir static Path home;

  private static RealDaemon daemon;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.started(home);
  }

  @AfterAll
  static void stop() {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Override
  RealDaemon daemon() {
    return daemon;
  }

  @Test
  void whatIsBackedUpIsVerifiedToldAndRestored() throws IOException {
    Path file = home.resolve("b.zip");
    assertEquals(0, run("backup", file.toString()), this::err);
    assertTrue(
        out().matches("\\S+/b\\.zip: 2 inspections up to change [0-9]+, [0-9]+ bytes, verified\n"),
        out());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.exists(home.resolve("b.zip.part")));

    assertEquals(0, run("status"));
    assertTrue(
        out().contains("backup      last verified backup: less than a minute ago, at"), out());

    assertEquals(0, run("verify"), this::err);
    assertTrue(out().contains("leicester-2019  7 changes  sound, chain "), out());
    assertTrue(out().contains("\n2 inspections, "), out());
    assertEquals(0, run("verify", file.toString()), this::err);
    assertTrue(out().contains(file + " is sound: 2 inspections in "), out());

    String back = home.resolve("back").toString();
    assertEquals(0, run("restore", file.toString(), "--to", back), this::err);
    assertTrue(out().contains("leicester-2019  revision 7\n"), out());
    assertTrue(out().endsWith("start it: bandstand daemon --data " + back + "\n"), out());
    assertEquals(1, run("restore", file.toString(), "--to", back));
    assertEquals(
        "bandstand: " + back + " is not empty; name a folder that does not exist yet\n", err());

    assertEquals(0, run("doctor", "--data", back), this::out);
    assertTrue(out().contains("ok    journal: "), out());
  }

  @Test
  void forcedItReplacesAnOlderOneOnceItIsSound() throws IOException {
    Path file = Files.writeString(home.resolve("old.zip"), "old");
    assertEquals(1, run("backup", file.toString()));
    assertEquals("old", Files.readString(file));
    assertEquals(0, run("backup", "--force", file.toString()), this::err);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertEquals(5, run("verify", file.toString()));
    assertTrue(err().contains("is no whole backup"), err());
  }

  @Test
  void onlyALeadMayMakeOne() throws IOException {
    assertEquals(0, run("token", "add", "Amir", "--role", "inspector"));
    Path token =
        Files.createFile(
            home.resolve("amir"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(token, out());
    assertEquals(4, run("backup", home + "/mine.zip", "--token-file", token.toString()));
    assertTrue(err().contains("This needs the role lead"), err());
    assertFalse(Files.exists(home.resolve("mine.zip")));
    assertFalse(Files.exists(home.resolve("mine.zip.part")));
  }

  @Test
  void aDiskThatIsTooSmallIsToldAndKeepsNothing() throws Exception {
    Path file = home.resolve("whole.zip");
    assertEquals(0, run("backup", file.toString()), this::err);
    Path small = Files.createDirectory(home.resolve("small"));
    assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", small.toString()));
    try {
      assertEquals(1, run("backup", small + "/b.zip"));
      assertTrue(err().contains("b.zip cannot be written: No space left on device"), err());
      assertEquals(1, run("restore", file.toString(), "--to", small + "/back"));
      assertTrue(err().contains("bandstand: It needs 7"), err());
      try (var left = Files.list(small)) {
        assertEquals(0, left.count());
      }
    } finally {
      command("umount", small.toString());
    }
  }

  private static boolean command(String... words) throws Exception {
    return Files.isExecutable(Path.of("/usr/bin/" + words[0]))
        && new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }
}
