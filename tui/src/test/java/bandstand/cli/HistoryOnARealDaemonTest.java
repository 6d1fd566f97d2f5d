package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was done to an inspection, taken back and brought back, at the command line. */
class HistoryOnARealDaemonTest extends OnOneDaemon {
  private static final String WHEN = "  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  \\S+  ";

  /** Made at revision 1, two cases with three answers at revision 2. */
  private String imported(String id) throws IOException {
    Path bundle = home.resolve(id + ".json");
    Files.writeString(
        bundle,
        "{\"inspection\":{\"id\":\"%s\",\"service\":\"S\",\"framework\":\"yos-2021\"}}"
            .formatted(id));
    Files.writeString(
        home.resolve(id + ".csv"),
        "reference,type,2.1.1,2.1.2\nC01,court,yes,no\nC02,court,yes,\n");
    assertEquals(0, run("import", bundle.toString()), this::err);
    return id;
  }

  private void says(String pattern) {
    assertTrue(out().matches(pattern), out());
  }

  @Test
  void anImportIsOneChangeThatIsTakenBackAndBroughtBack() throws IOException {
    String id = imported("taken");
    assertEquals(0, run("history", id), this::err);
    says(
        "r 1" + WHEN + "created the inspection\n" + "r 2" + WHEN + "imported 2 cases, 3 answers\n");
    assertEquals(0, run("undo", id), this::err);
    says("r 3" + WHEN + "took back 2 cases, 3 answers\n");
    assertEquals(0, run("status"));
    assertTrue(out().contains("taken  S  yos-2021  0/0 cases"), out());
    assertEquals(0, run("redo", id), this::err);
    says("r 4" + WHEN + "brought back 2 cases, 3 answers\n");
    assertEquals(0, run("undo", id, "2", "--json"), this::err);
    assertTrue(out().startsWith("{\"revision\":5,"), out());
    assertEquals(1, run("undo", id));
    assertEquals(
        "bandstand: There is nothing of yours to take back\nbandstand history taken lists all"
            + " changes; --reason TEXT says why a submitted case changes\n",
        err());
    assertEquals(0, run("history", id, "--json"));
    List<String> lines = out().lines().toList();
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).startsWith("{\"revision\":2,\"by\":"), out());
  }

  @Test
  void whatStandsInTheWayIsNamedWithTheNextStep() throws IOException {
    String id = imported("stood");
    daemon().put("{\"answer\":\"no\"}", "inspections", id, "cases", "C01", "answers", "2.1.1");
    assertEquals(1, run("undo", id, "2"));
    String said = err();
    assertTrue(
        said.matches(
            "bandstand: Later changes stand on revision 2: \\[3]\n  r 3"
                + WHEN
                + "C01 2.1.1 yes → no\n"
                + "take those back first, the last one first: bandstand undo stood 3\n"),
        said);
    assertEquals(0, run("undo", id, "3"), this::err);
    assertEquals(0, run("undo", id, "2"), this::err);
  }

  @Test
  void whatIsNoAnswerIsNamedWhenItIsTakenBack() throws IOException {
    String id = imported("named");
    daemon().put("{\"rating\":\"good\",\"reason\":\"r\"}", "inspections", id, "judgements", "1.1");
    assertEquals(0, run("undo", id), this::err);
    says("r 4" + WHEN + "took back the judgement of 1.1\n");
  }

  @Test
  void whatIsSomebodyElsesOrNotThereIsRefused() throws IOException {
    String id = imported("others");
    assertEquals(0, run("token", "add", "Ivy", "--role", "inspector"));
    Path token = Files.writeString(home.resolve("ivy"), out().strip());
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertEquals(4, run("undo", id, "2", "--token-file", token.toString()));
    assertTrue(err().contains("only they or a lead can take it back"), err());
    assertEquals(1, run("undo", id, "9"));
    assertTrue(err().contains("There is no revision 9"), err());
    assertEquals(1, run("redo", id));
    assertTrue(err().contains("There is nothing of yours to bring back"), err());
    assertEquals(1, run("history", "nowhere"));
    assertTrue(err().contains("there is no inspection \"nowhere\""), err());
    assertEquals(2, run("undo"));
    assertEquals(2, run("undo", id, "last"));
  }

  @Test
  void aSignedOffInspectionSaysSo() throws IOException {
    String id = imported("frozen");
    daemon().post("{}", "inspections", id, "sign-off");
    assertEquals(0, run("status"));
    assertTrue(
        out()
            .lines()
            .anyMatch(line -> line.contains("frozen  S ") && line.contains("  signed off by ")),
        out());
    assertEquals(0, run("ratings", id));
    assertTrue(out().lines().findFirst().orElseThrow().contains("  signed off by "), out());
    assertEquals(1, run("undo", id));
    assertTrue(err().contains("Signed off by "), err());
  }
}
