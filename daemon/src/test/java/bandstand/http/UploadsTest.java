package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void whatWaitsOfAllImportsHasALimitUntilItIsMade() {
    Uploads few = new Uploads(128 << 10);
    Uploads.Waiting nia = few.new Waiting();
    Uploads.Waiting kim = few.new Waiting();
    assertTrue(nia.takes(1000));
    assertTrue(nia.takes(1000), "which fits into what it has");
    assertTrue(kim.takes(64 << 10));
    assertFalse(nia.takes(64 << 10));
    assertEquals(2000, nia.bytes());
    kim.end();
    assertTrue(nia.takes(64 << 10));
    nia.end();
    nia.end();
    assertTrue(kim.takes(64 << 10));
    assertFalse(kim.takes(1 + (64 << 10)), "what was given back twice is there once");
  }

  @Test
  void aTurnMayBeEndedTwiceAndHadAgain() {
    Turn turn = new Turn();
    for (int i = 0; i < 1000; i++) {
      turn.end();
      turn.begin();
      turn.end();
      turn.end();
    }
  }
}
