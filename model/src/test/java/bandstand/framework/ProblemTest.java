package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Why something is not done, and how much of it is told. */
class ProblemTest {

  @Test
  void aThousandFaultsAreAllTold() {
    Problem problem = Problem.refused(faults(1000));
    assertEquals(faults(1000), problem.faults());
    assertEquals(1000, problem.faultCount());
  }

  @Test
  void ofMoreTheFirstThousandAreToldAndAllAreCounted() {
    Problem problem = Problem.refused(faults(1001));
    assertEquals(faults(1000), problem.faults());
    assertEquals(1001, problem.faultCount());
    assertEquals("1001 errors; see errors", problem.detail());
  }

  @Test
  void aCountBeyondTheListStands() {
    Problem problem = new Problem(Problem.Kind.REFUSED, "Many.", faults(1000), 30_000, List.of());
    assertEquals(30_000, problem.faultCount());
  }

  @Test
  void aCountBelowTheListIsImpossible() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Problem(Problem.Kind.REFUSED, "Two.", faults(2), 1, List.of()));
  }

  @Test
  void oneFaultSpeaksForItself() {
    Problem problem = Problem.refused(faults(1).getFirst());
    assertEquals("Fault 1.", problem.detail());
    assertEquals(Problem.Kind.REFUSED, problem.kind());
    assertEquals(1, problem.faultCount());
  }

  @Test
  void aConflictNamesTheRevisionsInTheWay() {
    Problem problem = Problem.conflict("Revision 9 stands on it.", List.of(9L));
    assertEquals(Problem.Kind.CONFLICT, problem.kind());
    assertEquals(List.of(9L), problem.conflicts());
    assertEquals(0, problem.faultCount());
  }

  @Test
  void aKindIsNamedInOneWord() {
    assertEquals("precondition-failed", Problem.Kind.PRECONDITION_FAILED.word());
    assertEquals(412, Problem.Kind.PRECONDITION_FAILED.status());
  }

  @Test
  void aRefusalPassesThroughWhatWouldFollow() {
    Outcome<Integer> refused = Outcome.refused(Problem.Kind.NOT_FOUND, "No such case.");
    assertEquals(refused, refused.map(value -> value + 1));
    assertEquals(Outcome.done(3), Outcome.done(2).map(value -> value + 1));
    assertEquals(refused, Outcome.done(2).then(value -> refused));
  }

  private static List<Fault> faults(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line -> new Fault(line, "", "", Optional.empty(), "fault", "Fault " + line + "."))
        .toList();
  }
}
