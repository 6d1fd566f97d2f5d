package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of cases as a person sends them, and what is left out of them. */
class ImportOnARealDaemonTest extends OnOneDaemon {
  /** With the ends of lines that spreadsheets write, but for the last. */
  private static final String FAULTY =
      """
      reference,type,note,2.1.1
      A1,court,"two
      lines",yes

      A2,court,,maybe
      A3,yard,,no
      A4,court,,no\
      """
          .replace("\n", "\r\n");

  private String made(String id) throws IOException {
    Path bundle = home.resolve(id + ".json");
    Files.writeString(
        bundle,
        "{\"inspection\":{\"id\":\"%s\",\"service\":\"S\",\"framework\":\"yos-2018\"}}"
            .formatted(id));
    assertEquals(0, run("import", bundle.toString()), err());
    return id;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  @Test
  void rowsLeftOutAreWrittenAsTheyWereAndCanBeSentAgain() throws IOException {
    String id = made("left-out");
    String faulty = file("faulty.csv", FAULTY).toString();
    Path left = home.resolve("left.csv");
    assertEquals(
        5, run("import", faulty, "--inspection", id, "--partial", "--failed", left.toString()));
    assertEquals("4 cases: 2 created, 0 updated, 0 unchanged, 2 rejected; 2 answers set\n", out());
    assertEquals(
        faulty
            + ":5: 2.1.1 \"maybe\": It must be one of: y, yes, 1, n, no, 0, na, n/a\n"
            + faulty
            + ":6: type \"yard\": yos-2018 inspects cases of these types: court, out-of-court\n"
            + "2 rows left out: see "
            + left
            + "; mend them and import that file\n",
        err());
    String rows = "reference,type,note,2.1.1\r\nA2,court,,maybe\r\nA3,yard,,no\r\n";
    assertEquals(rows, Files.readString(left));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(left)));

    Files.writeString(left, rows.replace("maybe", "na").replace("yard", "court"));
    assertEquals(0, run("import", left.toString(), "--inspection", id), err());
    assertEquals("2 cases: 2 created, 0 updated, 0 unchanged, 0 rejected; 2 answers set\n", out());
  }

  @Test
  void nothingIsWrittenOverAFileAndNothingWhereNoRowIsLeftOut() throws IOException {
    String id = made("unwritten");
    String faulty = file("faulty-2.csv", FAULTY).toString();
    Path there = file("there.csv", "mine");
    String[] command = {
      "import", faulty, "--inspection", id, "--partial", "--failed", there.toString()
    };
    assertEquals(1, run(command));
    assertTrue(err().contains("there.csv exists; choose another name"), err());
    assertEquals("mine", Files.readString(there));

    command[6] = home + "/no-folder/left.csv";
    assertEquals(1, run(command));
    assertTrue(err().contains("there is no such folder"), err());
    assertEquals(2, run("import", faulty, "--inspection", id, "--failed", home + "/x.csv"));
    assertTrue(err().contains("--failed goes with --partial"), err());

    String sound = file("sound.csv", "reference,type\nA1,court\n").toString();
    String left = home + "/left-2.csv";
    assertEquals(0, run("import", sound, "--inspection", id, "--partial", "--failed", left), err());
    assertFalse(Files.exists(Path.of(left)));
  }

  @Test
  void rowsOfAnArrayAreLeftOutToo() throws IOException {
    String id = made("array");
    String rows = "[{\"reference\":\"A1\",\"type\":\"court\"}, {\"reference\":\"A2\"},\n7]";
    String left = home + "/left.json";
    assertEquals(
        5,
        run(
            "import",
            file("rows.json", rows).toString(),
            "--inspection",
            id,
            "--partial",
            "--failed",
            left));
    assertEquals("[\n{\"reference\":\"A2\"},\n7\n]\n", Files.readString(Path.of(left)));
  }

  @Test
  void whatIsPipedInIsImportedAndNotKept() throws IOException {
    String id = made("piped");
    String[] command = {"import", "-", "--format", "csv", "--inspection", id};
    assertEquals(0, typed(false, "reference,type,2.1.1\nA1,court,yes\n", command), err());
    assertTrue(out().startsWith("1 case: 1 created"), out());
    assertEquals(5, typed(false, "reference,type,2.1.1\nA2,court,maybe\n", command));
    assertTrue(err().startsWith("standard input:2: 2.1.1 \"maybe\""), err());
    assertEquals(2, typed(false, "", "import", "-", "--inspection", id));
    try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertFalse(
          temporary.anyMatch(
              path -> String.valueOf(path.getFileName()).startsWith("bandstand-import")));
    }
  }

  @Test
  void answersThatAreOverwrittenAreNamedOrRefused() throws IOException {
    String id = made("overwritten");
    assertEquals(
        0,
        run(
            "import",
            file("first.csv", "reference,type,2.1.1\nA1,court,yes\n").toString(),
            "--inspection",
            id));
    String other = file("other.csv", "reference,2.1.1\nA1,no\n").toString();
    assertEquals(5, run("import", other, "--inspection", id, "--no-overwrite"));
    assertTrue(err().contains("A1 2.1.1 stands as yes, by "), err());
    assertEquals(0, run("import", other, "--inspection", id, "--dry-run"));
    assertTrue(out().startsWith("dry run, nothing kept: 1 case: 0 created, 1 updated"), out());
    assertTrue(out().contains("\n  A1 2.1.1: no in place of yes, by "), out());
    assertEquals(0, run("import", other, "--inspection", id));
    assertTrue(out().contains("1 answer set, 1 of them overwritten\n"), out());
    String noted =
        "[{\"reference\":\"A1\",\"answers\":{\"2.1.1\":{\"answer\":\"no\",\"note\":\"late\"}}}]";
    assertEquals(
        0, run("import", file("noted.json", noted).toString(), "--inspection", id, "--dry-run"));
    assertTrue(out().contains("\n  A1 2.1.1: another note, still no, by "), out());
  }

  @Test
  void underOneKeyAnImportTakesEffectOnce() throws IOException {
    String id = made("once");
    String cases = file("once.csv", "reference,type\nA1,court\n").toString();
    String[] command = {"import", cases, "--inspection", id, "--key", "monday"};
    assertEquals(0, run(command), err());
    String first = out();
    assertEquals(0, run(command), err());
    assertEquals(first, out());
    assertEquals(2, run("import", cases, "--inspection", id, "--key", ""));
  }

  @Test
  void aTerminalShowsHowFarItIsAndAPipeDoesNot() throws IOException {
    String id = made("shown");
    String cases = file("shown.csv", "reference,type\nA1,court\nA2,court\n").toString();
    assertEquals(0, onATerminal("import", cases, "--inspection", id, "--dry-run"), err());
    assertTrue(err().contains("shown.csv [####################] 100% of 0.0 MB, 2 rows"), err());
    assertTrue(err().contains("shown.csv sent, 2 rows; the daemon reads and records them"), err());
    assertTrue(err().endsWith("\r\u001b[K"), err());
    assertEquals(0, onATerminal("import", cases, "--inspection", id, "--dry-run", "--json"));
    assertEquals("", err());
    assertEquals(0, run("import", cases, "--inspection", id, "--dry-run"));
    assertEquals("", err());
  }
}
