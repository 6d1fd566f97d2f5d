package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Question;
import bandstand.inspection.Inspection;

/** Whether two inspections say the same in every part, tallies included. */
final class Same {
  private Same() {}

  static void state(Inspection expected, Inspection actual) {
    assertEquals(expected.id(), actual.id());
    assertEquals(expected.revision(), actual.revision());
    assertEquals(expected.details(), actual.details());
    assertEquals(expected.cases(), actual.cases());
    assertEquals(expected.answers(), actual.answers());
    assertEquals(expected.decisions(), actual.decisions());
    assertEquals(expected.alerts(), actual.alerts());
    assertEquals(expected.marks(), actual.marks());
    assertEquals(expected.touched(), actual.touched());
    for (Question question : expected.framework().questions()) {
      assertEquals(expected.tallies().ofCases(question), actual.tallies().ofCases(question));
      assertEquals(expected.tallies().ofService(question), actual.tallies().ofService(question));
    }
  }
}
