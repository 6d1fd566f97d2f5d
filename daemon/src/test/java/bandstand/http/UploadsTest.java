package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import org.junit.jupiter.api.Test;

class UploadsTest {
  private final Uploads uploads = new Uploads();

  /** So many of one person, each begun while the one before is under way. */
  private Outcome<Integer> nested(String person, int deep) {
    return uploads.of(
        person, () -> deep == 1 ? Outcome.done(1) : nested(person, deep - 1).map(sum -> sum + 1));
  }

  @Test
  void aPersonHasFourImportsUnderWayAndTheFifthIsToldToComeBack() {
    assertEquals(Outcome.done(4), nested("nia", 4));
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, nested("nia", 5));
    assertEquals(Problem.Kind.UNAVAILABLE, refused.problem().kind());
  }

  @Test
  void oneThatEndedMakesRoomHoweverItEnded() {
    nested("nia", 5);
    assertEquals(Outcome.done(4), nested("nia", 4));
    uploads.of("nia", () -> Outcome.refused(Problem.Kind.UNREADABLE, "broken"));
    assertEquals(Outcome.done(4), nested("nia", 4));
  }

  @Test
  void onePersonsImportsAreNobodyElses() {
    Outcome<Integer> both =
        uploads.of("nia", () -> nested("nia", 3).then(three -> nested("kim", 4)));
    assertEquals(Outcome.done(4), both);
  }

  @Test
  void aTurnMayBeEndedTwiceAndHadAgain() {
    Uploads.Turn turn = new Uploads.Turn();
    for (int i = 0; i < 1000; i++) {
      turn.end();
      turn.begin();
      turn.end();
      turn.end();
    }
  }
}
