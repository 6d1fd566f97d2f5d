package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that a command is to read and cannot, or to write and may not. */
class FilesOfCommandsTest extends OnACannedDaemon {
  /** Where nobody can make a file, root included. */
  private static final Path PROC = Path.of("/proc");

  private boolean posted() {
    return daemon.orElseThrow().got.stream().anyMatch(got -> got.method().equals("POST"));
  }

  @Test
  void aFileThatIsNotThereIsOneErrorForAllCommands() throws IOException {
    daemon();
    for (String[] command :
        new String[][] {
          {"import", "none.csv", "--inspection", "leicester-2019"},
          {"import", "none.json"},
          {"verify", "none.zip"},
          {"restore", "none.zip", "--to", "x"},
          {"wording", "none.txt"},
          {"framework", "check", "none.json"},
          {"framework", "add", "none.json"}
        }) {
      assertEquals(5, run(command), command[0]);
      assertTrue(err().contains("cannot be read: there is no such file\n"), err());
    }
  }

  @Test
  void aFormatThatIsNoneIsNotTheFilesFault() throws IOException {
    assertEquals(2, run("import", cases(), "--format", "xml"));
    assertEquals("bandstand: --format takes csv, ndjson or json, not xml\n", err());
    assertEquals(2, run("import", "cases.txt"));
    assertEquals("bandstand: cases.txt is neither .csv, .ndjson nor .json; say --format\n", err());
  }

  @Test
  void whereTheRowsLeftOutCannotGoIsKnownBeforeAnyIsSent() throws IOException {
    assumeTrue(Files.isDirectory(PROC));
    daemon();
    String there = Files.writeString(home.resolve("there"), "mine").toString();
    for (List<String> wrong :
        List.of(
            List.of("/proc/left.csv", "cannot be written: no file can be made in that folder"),
            List.of(home + "/none/left.csv", "cannot be written: there is no such folder"),
            List.of(there, "exists; choose another name"))) {
      String file = wrong.getFirst();
      String[] command = {
        "import", cases(), "--inspection", "leicester-2019", "--partial", "--failed", file
      };
      assertEquals(1, run(command));
      assertTrue(err().startsWith("bandstand: " + file + " " + wrong.getLast()), err());
    }
    assertFalse(posted());
    assertEquals("mine", Files.readString(Path.of(there)));
  }

  @Test
  void aReportTakesNoPlaceOfAnotherFileAndSaysWhyItCannotBeWritten() throws IOException {
    assumeTrue(Files.isDirectory(PROC));
    daemon();
    String there = Files.writeString(home.resolve("there"), "mine").toString();
    assertEquals(1, run("subject-report", "C01", "--output", there));
    assertEquals("bandstand: " + there + " exists; choose another name\n", err());
    assertEquals(1, run("subject-report", "C01", "--output", "/proc/x"));
    assertEquals(
        "bandstand: /proc/x cannot be written: no file can be made in that folder\n", err());
    assertTrue(daemon.orElseThrow().got.isEmpty());
    assertEquals("mine", Files.readString(Path.of(there)));
  }

  @Test
  void aBackupSaysWhyItCannotBeWritten() throws IOException {
    assumeTrue(Files.isDirectory(PROC));
    daemon();
    assertEquals(1, run("backup", "/proc/x.zip"));
    assertEquals(
        "bandstand: /proc/x.zip cannot be written: no file can be made in that folder; nothing was"
            + " kept\n",
        err());
  }

  @Test
  void whatIsPipedInLeavesNoFile() throws IOException {
    daemon();
    input = "reference,type\nC01,court\n";
    run("import", "-", "--format", "csv", "--inspection", "leicester-2019");
    assertTrue(posted());
    try (var left = Files.list(Path.of(folders().runtime()))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
