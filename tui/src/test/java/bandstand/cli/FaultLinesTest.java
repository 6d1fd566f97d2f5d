package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.inspection.InspectionId;
import bandstand.wire.BuiltInEditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultLinesTest {

  private static final Map<String, Framework> EDITIONS = BuiltInEditions.load().frameworks();
  private static final Fault UNKNOWN = fault("2.1.1.1", "unknown-code");

  private static Fault fault(String field, String code) {
    return new Fault(1, "", field, Optional.of("yes"), code, "why");
  }

  private static Optional<String> guess(String edition, Fault... faults) {
    return FaultLines.otherEdition(
        List.of(faults),
        new InspectionId("mine"),
        EDITIONS.get(edition),
        List.of(EDITIONS.get("yos-2018"), EDITIONS.get("yos-2021")));
  }

  @Test
  void aFileOfCodesThatAnotherEditionHasLooksLikeThatEdition() {
    assertEquals(
        Optional.of("this file looks like edition yos-2021; the inspection mine is of yos-2018"),
        guess("yos-2018", UNKNOWN));
  }

  @Test
  void aCodeThatTheServiceIsAskedHereMayBeAskedOfCasesThere() {
    assertEquals(
        Optional.of("this file looks like edition yos-2018; the inspection mine is of yos-2021"),
        guess("yos-2021", fault("3.4.1", "service-code")));
  }

  @Test
  void aFileWithOtherErrorsIsNotGuessedAt() {
    assertEquals(Optional.empty(), guess("yos-2018", UNKNOWN, fault("2.1.1", "value")));
  }

  @Test
  void aCodeThatNoEditionHasIsNotGuessedAt() {
    assertEquals(Optional.empty(), guess("yos-2018", UNKNOWN, fault("9.9.9", "unknown-code")));
  }

  @Test
  void moreThanTheFirstAreCountedWithWhatTheDaemonItselfLeftOut() {
    List<Fault> faults = new ArrayList<>();
    for (int line = 0; line < 25; line++) {
      faults.add(UNKNOWN);
    }
    var first = new FaultLines("a.csv", false).of(faults, 4000);
    assertEquals(21, first.size());
    assertEquals("a.csv:1: 2.1.1.1 \"yes\": why", first.getFirst());
    assertEquals("and 3980 more; --all-errors lists them", first.getLast());
    assertEquals("and 3975 more errors", new FaultLines("a.csv", true).of(faults, 4000).getLast());
  }

  @Test
  void noMoreThanThereAreIsSaid() {
    assertEquals(1, new FaultLines("a.csv", false).of(List.of(UNKNOWN), 1).size());
  }
}
