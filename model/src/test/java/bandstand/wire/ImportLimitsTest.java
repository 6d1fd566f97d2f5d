package bandstand.wire;

import static bandstand.wire.ImportReads.array;
import static bandstand.wire.ImportReads.assertBroken;
import static bandstand.wire.ImportReads.assertFaults;
import static bandstand.wire.ImportReads.csv;
import static bandstand.wire.ImportReads.lines;
import static bandstand.wire.Reads.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.wire.ImportReads.Given;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large a file of cases, its rows and their texts may be. */
class ImportLimitsTest {
  @Test
  void columnsHaveALimit() {
    String attributes = String.join(",", Collections.nCopies(41, "a"));
    StringBuilder header = new StringBuilder("reference");
    for (int i = 0; i < 41; i++) {
      header.append(",a").append(i);
    }
    assertBroken(
        csv(header + "\nC01," + attributes + "\n"), Problem.Kind.REFUSED, "1:  too-many-columns");
    assertBroken(
        csv("reference" + ",".repeat(1_000) + "\n"), Problem.Kind.REFUSED, "1:  too-many-columns");
  }

  @Test
  void textsHaveLimits() {
    Given given =
        csv(
            "reference,gender,note\nC01,"
                + "ŷ".repeat(201)
                + ",\nC02,"
                + "ŷ".repeat(200)
                + ",\nC03,,"
                + "🙂".repeat(10_001)
                + "\nC04,,"
                + "🙂".repeat(10_000)
                + "\n");
    assertFaults(given, "2: gender too-long", "4: note too-long");
    assertEquals(List.of("C02", "C04"), given.references());
  }

  @Test
  void aQuoteThatSwallowsTheFileIsStoppedBeforeItFillsTheMemory() {
    Given given = csv("reference,note\nC01,\"" + "x\n".repeat(1 << 20));
    assertBroken(given, Problem.Kind.UNREADABLE, "2:  row-too-large");
  }

  @Test
  void aRowHasALimit() {
    String cell = "x".repeat(600_000);
    Given given =
        csv(
            "reference,gender,note\nC01,"
                + cell
                + ","
                + cell
                + "\nC02,m,\nC03,"
                + ",".repeat(5_000));
    assertFaults(given, "2:  row-too-large", "4:  extra-cells");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void aLineLongerThanAMegabyteIsSkippedAndNamed() {
    String note = "x".repeat(Json.STRING_CHARACTERS);
    Given given =
        lines(
            "{'reference':'C01','note':'"
                + note
                + "'}\n{'reference':'C02'}\n"
                + " ".repeat(3 << 20));
    assertFaults(given, "1:  line-too-long", "3:  line-too-long");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void aCaseOfAnArrayHasALimit() {
    String note = "x".repeat(500_000);
    String row =
        "{'reference':'C0','note':'','manager':'" + note + "','assignee':'" + note + "','step':'";
    Given given = array("[{'reference':'C02'},\n" + row + note + "'}]");
    assertBroken(given, Problem.Kind.TOO_LARGE, "2:  row-too-large");
    assertBroken(
        array("\n".repeat(3 << 20) + "[]"), Problem.Kind.TOO_LARGE, "1048577:  row-too-large");
  }

  @Test
  void faultsAreCountedBeyondThoseKept() {
    StringBuilder rows = new StringBuilder("reference,2.1.1\n");
    for (int i = 0; i < 1_500; i++) {
      rows.append("C").append(i).append(",perhaps\n");
    }
    rows.append("C9,\"");
    Problem problem = refused(csv(rows.toString()).outcome());
    assertEquals(1_000, problem.faults().size());
    assertEquals(1_501, problem.faultCount());
    assertTrue(problem.detail().contains("line 1502"), problem.detail());
  }

  @Test
  void rowsHaveALimit() {
    StringBuilder text = new StringBuilder("reference\n");
    for (int i = 0; i <= 200_000; i++) {
      text.append("C").append(i).append('\n');
    }
    Given given = csv(text.toString());
    assertEquals(200_000, given.rows().size());
    assertBroken(given, Problem.Kind.TOO_LARGE, "200002:  too-many-rows");
  }
}
