package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import bandstand.wire.HistoryJson;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Backing up, and proving what is kept. */
class BackupCommandTest extends OnACannedDaemon {
  @Test
  void aBackupGoesOverNothingUnlessItIsForcedTo() throws IOException {
    daemon();
    String file = cases();
    assertEquals(1, run("backup", file));
    assertTrue(err().contains(file + " exists; choose another name, or replace it with --force"));
    assertEquals(2, run("backup", home.toString()));
    assertEquals(2, run("backup"));
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void aBackupIsNotWrittenIntoADataFolder() throws IOException {
    daemon();
    Files.createDirectories(home.resolve("data/journal"));
    Files.writeString(home.resolve("data/daemon.lock"), "");
    assertEquals(2, run("backup", home + "/data/editions/b.zip"));
    String where = home + "/data/editions/b.zip lies in the data folder " + home + "/data, ";
    assertTrue(err().contains(where + "where no erasure reaches it"), err());
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void aBackupWithoutAFolderIsNotWritten() throws IOException {
    daemon();
    assertEquals(1, run("backup", home + "/none/b.zip"));
    assertTrue(err().contains("cannot be written: there is no such folder"), err());
    assertFalse(Files.exists(home.resolve("none")));
  }

  @Test
  void aBackupThatBreaksOffLeavesNothing() throws IOException {
    scripted(
        (_, output) -> {
          FakeDaemon.startStream(output);
          FakeDaemon.chunk(output, "half");
          return false;
        });
    assertEquals(3, run("backup", home + "/b.zip"));
    assertTrue(err().startsWith("bandstand: the backup broke off: lost "), err());
    assertFalse(Files.exists(home.resolve("b.zip")));
    assertFalse(Files.exists(home.resolve("b.zip.part")));
  }

  @Test
  void whatTheDaemonsOwnCommandsNeedIsSaidWhenItIsNotThere() throws IOException {
    String file = Files.createFile(home.resolve("b.zip")).toString();
    for (String[] command :
        new String[][] {{"verify", file}, {"restore", file, "--to", "x"}, {"doctor"}}) {
      assertEquals(1, run(command));
      assertTrue(err().contains("BANDSTAND_LAUNCHER is not set"), err());
      environment.put("BANDSTAND_LAUNCHER", home + "/none");
      assertEquals(1, run(command));
      assertTrue(err().contains(home + "/none cannot be run: "), err());
      environment.remove("BANDSTAND_LAUNCHER");
    }
    assertEquals(2, run("restore", "b.zip"));
  }

  @Test
  void verifyNamesWhatIsBroken() throws IOException {
    daemon();
    verdict = HistoryJson.broken(1, "journal-000000000001.log at byte 32: no sound frame");
    assertEquals(1, run("verify"));
    assertEquals(
        "leicester-2019  1 change  BROKEN: journal-000000000001.log at byte 32: no sound frame\n",
        out());
    assertTrue(err().startsWith("bandstand: 1 inspection, 1 change; 1 broken: "), err());
    verdict = HistoryJson.sound(1, "0123456789abcdef".repeat(4));
    assertEquals(0, run("verify"));
    assertEquals(
        """
        leicester-2019  1 change  sound, chain 0123456789abcdef
        1 inspection, 1 change: all sound
        """,
        out());
  }
}
