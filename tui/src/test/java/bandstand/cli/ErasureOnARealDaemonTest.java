package bandstand.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasure, retention and the subject report as a lead types them. */
class ErasureOnARealDaemonTest extends OnARealDaemon {
  private static final String REASON = "the family asks for it";

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

  private static long filesWith(Path folder, String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, word)).count();
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(word);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aCaseIsReportedErasedAndStaysSoInARestore() throws IOException {
    String[] path = {"inspections", "leicester-2019", "cases", "QZX17"};
    daemon.put("{\"type\":\"court\",\"note\":\"qzx note\"}", path);
    Path backups = Files.createDirectory(home.resolve("backups"));
    assertEquals(0, run("backup", backups + "/old.zip"), this::err);

    Path report = home.resolve("report.json");
    assertEquals(0, run("subject-report", "QZX17", "--output", report.toString()), this::err);
    assertTrue(out().startsWith("leicester-2019  Leicester City"), out());
    assertTrue(out().contains(": 1 change, 0 alerts, 0 mentions\n"), out());
    assertTrue(Files.readString(report).contains("qzx note"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));

    String[] erase = {"erase", "QZX17", "--inspection", "leicester-2019", "--reason", REASON};
    assertEquals(2, run(erase));
    assertTrue(err().contains("say --yes if it is meant"), err());
    assertEquals(1, typed(true, "QZX\n", erase));
    assertTrue(err().contains("that is not QZX17; nothing was erased"), err());
    assertEquals(1, typed(true, "", erase));
    assertEquals(0, typed(true, "QZX17\n", erase), this::err);
    assertTrue(err().contains("if it is not to count. Type QZX17 to go on:"), err());
    assertTrue(
        out()
            .startsWith(
                "QZX17 is erased: what is counted of it is called erased-1 now; 1 frame of the"
                    + " journal"),
        out());
    assertEquals(0, filesWith(home.resolve("data"), "QZX17"));
    assertEquals(0, filesWith(home.resolve("data"), "qzx note"));
    assertEquals(1, typed(true, "QZX17\n", erase));
    assertTrue(err().contains("There is no case QZX17, and nothing is held of one"), err());
    assertEquals(0, run("verify"), this::err);

    assertEquals(0, run("backup", backups + "/new.zip"), this::err);
    assertTrue(Files.readString(backups.resolve("erasures.json")).contains("\"erased-1\""));
    String back = home.resolve("back").toString();
    assertEquals(0, run("restore", backups + "/old.zip", "--to", back), this::err);
    assertTrue(out().contains("erased again: a case of leicester-2019, as on "), out());
    assertEquals("", err());
    assertEquals(0, filesWith(Path.of(back), "QZX17"));
    assertEquals(0, run("subject-report", "QZX17"));
    assertTrue(out().startsWith("nothing is held on QZX17\n"), out());
    Path none = home.resolve("none.json");
    assertEquals(0, run("subject-report", "QZX17", "--output", none.toString()), this::err);
    assertTrue(out().startsWith("nothing is held on QZX17; " + none + " says so\n"), out());
    assertTrue(Files.readString(none).contains("\"QZX17\""));
  }

  @Test
  void whatIsDueIsListedWithTheCommandThatErasesIt() throws IOException {
    assertEquals(0, run("due"), this::err);
    assertEquals("nothing is due\n", out());
    Path bundle =
        Files.writeString(
            home.resolve("old.json"),
            "{\"inspection\":{\"id\":\"old\",\"service\":\"Oldtown\",\"framework\":\"yos-2018\","
                + "\"retainUntil\":\"2020-01-31\"}}");
    assertEquals(0, run("import", bundle.toString()), this::err);
    assertEquals(0, run("due"), this::err);
    assertTrue(out().startsWith("old  Oldtown  retain until 2020-01-31, "), out());
    assertTrue(
        out().contains(" days over\n  bandstand erase --inspection old --reason TEXT\n"), out());
    assertEquals(0, run("due", "--json"), this::err);
    assertTrue(
        out()
            .startsWith(
                "{\"id\":\"old\",\"service\":\"Oldtown\",\"retainUntil\":\"2020-01-31\",\"daysOver\":"),
        out());
    assertEquals(0, run("status"), this::err);
    assertTrue(
        out().contains("retention   1 inspection is past its retention date: bandstand due\n"),
        out());
    assertEquals(1, run("erase", "--inspection", "brookvale", "--reason", REASON, "--yes"));
    assertEquals(
        0, run("erase", "--inspection", "old", "--reason", REASON, "--yes", "--json"), this::err);
    assertTrue(out().contains("\"erased\":\"everything\""), out());
    assertEquals(0, run("due"), this::err);
    assertEquals("nothing is due\n", out());
  }
}
