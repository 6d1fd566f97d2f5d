package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a figure is what it is, at the command line. */
class ReceiptOnARealDaemonTest extends OnARealDaemon {

  @TempDir static Path home;

  private static RealDaemon daemon;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.none(home);
    daemon.start(0);
    new ReceiptOnARealDaemonTest().load();
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

  private void load() throws IOException {
    Path bundle = home.resolve("a.json");
    Files.writeString(
        bundle, "{\"inspection\":{\"id\":\"a\",\"service\":\"S\",\"framework\":\"yos-2018\"}}");
    Path cases = home.resolve("cases.csv");
    Files.writeString(
        cases,
        """
        reference,type,2.1.1,2.1.2,2.1.3
        C01,court,yes,yes,yes
        C02,court,no,yes,yes
        C03,court,na,yes,yes
        C04,court,yes,,yes
        P01,out-of-court,,,
        """);
    assertEquals(0, run("import", bundle.toString()), this::err);
    assertEquals(0, run("import", cases.toString(), "--inspection", "a"), this::err);
  }

  @Test
  void theCasesCountedAndLeftOutAreNamed() {
    assertEquals(0, run("receipt", "a", "2.1.1"), this::err);
    assertTrue(out().contains("2.1.1 2/3 67% Good"), out());
    assertTrue(out().contains("counted yes: 2 (C01 C04)"), out());
    assertTrue(out().contains("counted no: 1 (C02)"), out());
    assertTrue(out().contains("left out, not applicable: 1 (C03)"), out());
    assertTrue(out().contains("left out, other type: 1 (P01)"), out());
    assertTrue(out().contains("rule: bands (published, 004 Annex 2): "), out());
  }

  @Test
  void aMarkStandsForItsRevision() {
    assertEquals(0, run("receipt", "a", "2.1", "--at", "1"), this::err);
    assertTrue(out().contains("revision 1  2.1 Assessment"), out());
    assertTrue(out().contains("2.1 Assessment: not rated"), out());
  }

  @Test
  void aJudgementIsToldWithItsReasonAndWhoseItIs() throws IOException {
    Path bundle = home.resolve("j.json");
    Files.writeString(
        bundle,
        """
        {"inspection":{"id":"j","service":"S","framework":"yos-2021"},
         "judgements":{"1.1":{"rating":"good","reason":"The board acts on it."},
                       "2.1":{"notRated":true,"reason":"No case was seen."}}}
        """);
    assertEquals(0, run("import", bundle.toString()), this::err);
    assertEquals(0, run("receipt", "j", "1.1"), this::err);
    assertTrue(
        out()
            .lines()
            .anyMatch(
                line -> line.matches("judged Good by \\S+, \\d{4}(-\\d\\d){2} \\d\\d:\\d\\d")),
        out());
    assertTrue(out().contains("\nreason: The board acts on it.\n"), out());
    assertTrue(out().contains("\n  1.1.1 "), out());
    assertEquals(0, run("receipt", "j", "2.1"), this::err);
    assertTrue(out().contains("judged as not rated by "), out());
    daemon.put(
        "{\"rating\":\"good\",\"reason\":\"It is.\"}", "inspections", "j", "discretion", "2.2");
    assertEquals(0, run("receipt", "j", "2.2"), this::err);
    assertTrue(out().contains("by discretion Good by "), out());
  }

  @Test
  void theBytesAreTheDaemons() {
    assertEquals(0, run("receipt", "a", "overall", "--json"), this::err);
    assertTrue(out().startsWith("{\"inspection\":\"a\",\"revision\":2,"), out());
    assertTrue(out().strip().endsWith("\"}"), out());
  }

  @Test
  void whatIsNoFigureIsSaid() {
    assertEquals(1, run("receipt", "a", "9.9"));
    assertTrue(err().contains("yos-2018 has no figure 9.9"), err());
    assertEquals(1, run("receipt", "nowhere", "2.1"));
    assertTrue(err().contains("there is no inspection \"nowhere\""), err());
  }
}
