package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A daemon that is slow, gone or of another opinion. */
class OfflineTest {
  private static final Optional<Reference> C01 = Optional.of(Sample.reference(1));

  private static Walk desk() {
    return Walk.open(Sample.toy()).command("case C01");
  }

  private static Optional<Given> stands(Walk walk, String code) {
    return walk.daemon().inspection().given(C01, Code.of(code));
  }

  @Test
  void anAnswerIsPendingUntilItIsOnDisk() {
    Walk walk = desk().slow().press("y");
    assertTrue(walk.rowWith("Attitudes").contains("(yes)"), walk::screen);
    assertTrue(walk.row(-3).startsWith("saving 1 answer"), walk::screen);
    walk.answer();
    assertTrue(walk.rowWith("Attitudes").contains(" yes "), walk::screen);
    assertTrue(walk.row(-3).startsWith("saved 2"), walk::screen);
  }

  @Test
  void onlyOneIsUnderWayAndTheOrderIsKept() {
    Walk walk = desk().slow().press("y", "n", "a");
    walk.answer();
    assertEquals(2, walk.daemon().inspection().revision());
    walk.answer().answer();
    assertEquals(4, walk.daemon().inspection().revision());
    assertEquals(3, stands(walk, "2.1.1.2").orElseThrow().revision());
  }

  @Test
  void aLostConnectionIsToldWithTheAnswersThatWait() {
    Walk walk = desk().loseConnection();
    assertTrue(walk.row(-3).startsWith("connection lost"), walk::screen);
    walk.press("y", "n", "a");
    assertTrue(walk.row(-3).startsWith("connection lost, 3 answers waiting"), walk::screen);
    assertEquals(1, walk.daemon().inspection().revision());
  }

  @Test
  void theyAreSentAfterReconnectingAndThatIsTold() {
    Walk walk = desk().loseConnection().press("y", "n", "a").connect();
    assertEquals(4, walk.daemon().inspection().revision());
    assertTrue(walk.row(-3).startsWith("connected, 3 answers sent"), walk::screen);
    walk.press("j");
    assertTrue(walk.row(-3).startsWith("saved 4"), walk::screen);
  }

  @Test
  void aTokenThatIsNotKnownAnyMoreIsToldWithWhatToDoAndTheAnswersWaitForAnother() {
    Walk walk = desk().bring(new Message.TurnedAway()).press("y", "n", "a");
    String line = "your token is not known any more: bandstand login, 3 answers waiting";
    assertTrue(walk.row(-3).startsWith(line), walk::screen);
    assertEquals(1, walk.daemon().inspection().revision());
    assertTrue(walk.connect().row(-3).startsWith("connected, 3 answers sent"), walk::screen);
    assertEquals(4, walk.daemon().inspection().revision());
  }

  @Test
  void aReturnWithNothingToSendSaysConnected() {
    assertTrue(desk().loseConnection().connect().row(-3).startsWith("connected"));
  }

  @Test
  void oneOfTheFiveHundredAndFirstIsNotTakenAndThatIsTold() {
    Walk walk = desk().loseConnection();
    for (int key = 0; key < Outbox.MOST_WAITING; key++) {
      walk.press(key % 2 == 0 ? "y" : "n", "k");
    }
    assertEquals(500, walk.state().outbox().waiting().size());
    walk.press("y");
    assertEquals(500, walk.state().outbox().waiting().size());
    assertEquals("2.1.1.1", walk.line());
    assertTrue(walk.row(-3).contains("500 answers are waiting"), walk::screen);
    assertTrue(walk.effects().contains(new Effect.Ring()));
  }

  @Test
  void aConflictShowsBothValuesAndLosesNeither() {
    Walk walk = desk().loseConnection().press("Y").type("my reason").press("Enter");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect();
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1").flatMap(Given::answer));
    String row = walk.rowWith("! REFUSED");
    assertTrue(row.contains("AM says no, yours: yes ; my reason"), walk::screen);
    assertTrue(walk.screen().contains("REFUSED 1: C01 2.1.1.1"), walk::screen);
  }

  @Test
  void aConflictEndsWithAnswerGivenAnew() {
    Walk walk = desk().loseConnection().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect().press("k", "y");
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1").flatMap(Given::answer));
    assertFalse(walk.screen().contains("REFUSED"), walk::screen);
  }

  @Test
  void theirAnswerGivenAsOnesOwnEndsAConflictWithoutAChange() {
    Walk walk = desk().loseConnection().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect().press("k", "n");
    assertEquals("AM", stands(walk, "2.1.1.1").orElseThrow().by());
    assertFalse(walk.screen().contains("REFUSED"), walk::screen);
  }

  @Test
  void laterAnswersToAQuestionInConflictGoWithIt() {
    Walk walk = desk().loseConnection().press("y", "k", "a", "y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect();
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1").flatMap(Given::answer));
    assertTrue(walk.rowWith("! REFUSED").contains("yours: n/a"), walk::screen);
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.2").flatMap(Given::answer));
  }

  @Test
  void anAnswerWrittenBeforeTheConnectionWentIsNoConflict() {
    Walk walk = desk().slow().press("y").carryOutAndLoseConnection();
    walk.press("n").connect().answer().answer();
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1").flatMap(Given::answer));
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.2").flatMap(Given::answer));
    assertFalse(walk.screen().contains("REFUSED"), walk::screen);
  }

  @Test
  void anEventBeforeTheAnswerIsNotAnnouncedAsSomebodyElses() {
    Walk walk = desk().streamFirst().press("y", "n", "u");
    assertFalse(walk.screen().contains("PB answered"), walk::screen);
    assertFalse(walk.screen().contains("PB took back"), walk::screen);
    assertEquals(Optional.empty(), stands(walk, "2.1.1.2"));
  }

  @Test
  void aQuickSecondAnswerToAQuestionIsNoConflictWithOnesOwnFirst() {
    Walk walk = desk().slow().press("y", "k", "n");
    walk.answer().answer();
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1").flatMap(Given::answer));
    assertFalse(walk.screen().contains("REFUSED"), walk::screen);
  }

  @Test
  void quitAsksWhileAnswersWait() {
    Walk walk = desk().loseConnection().press("y", "q");
    assertTrue(walk.screen().contains("1 answer waiting for the connection would be lost"));
    assertEquals(List.of(), walk.effects());
    walk.press("y", "Enter", "Esc");
    assertEquals(List.of(), walk.effects());
    walk.press("q").type("quit").press("Enter");
    assertEquals(List.of(new Effect.Quit()), walk.effects());
  }

  @Test
  void quitAsksWhileAnAnswerIsRefused() {
    Walk walk = desk().loseConnection().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect().press("q");
    assertTrue(walk.screen().contains("1 refused answer would be lost"), walk::screen);
    assertFalse(walk.effects().contains(new Effect.Quit()));
    walk.press("Esc", "k", "y", "q");
    assertTrue(walk.effects().contains(new Effect.Quit()));
  }

  @Test
  void quitCountsWhatWaitsAndWhatIsRefused() {
    Walk walk = desk().loseConnection().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.connect().loseConnection().press("n", "q");
    assertTrue(
        walk.screen().contains("1 answer waiting for the connection and 1 refused answer would"),
        walk::screen);
    walk.type("quit").press("Enter");
    assertTrue(walk.effects().contains(new Effect.Quit()));
  }

  @Test
  void quitWaitsForWhatIsOnItsWay() {
    Walk walk = desk().slow().press("y", "q");
    assertEquals(List.of(), walk.effects());
    walk.answer();
    assertEquals(List.of(new Effect.Quit()), walk.effects());
  }

  @Test
  void anotherKeyAfterQuitStays() {
    Walk walk = desk().slow().press("y", "q", "j").answer();
    assertEquals(List.of(), walk.effects());
  }

  @Test
  void aSecondQuitAsks() {
    Walk walk = desk().slow().press("y", "q", "q").type("quit").press("Enter");
    assertEquals(List.of(new Effect.Quit()), walk.effects());
  }

  @Test
  void quitWithNothingWaitingLeavesAtOnce() {
    assertEquals(List.of(new Effect.Quit()), desk().press("q").effects());
    assertEquals(List.of(new Effect.Quit()), desk().press("Ctrl-c").effects());
    assertEquals(List.of(new Effect.Quit()), desk().command("quit").effects());
    assertEquals(List.of(new Effect.Quit()), desk().key(new Key.Closed()).effects());
  }

  @Test
  void anotherAlertOfTheSamePersonIsNotTheOneOnItsWay() {
    Walk walk = desk().slow().press("!").type("R").press("Tab").type("O").press("Tab").type("T");
    walk.press("Ctrl-s");
    Alert other = Sample.alert(1, "C02", Alert.Status.RAISED);
    walk.colleague("PB", new Edit.ToAlert(1, Optional.empty(), Optional.of(other)));
    walk.loseConnection();
    assertEquals(1, walk.state().outbox().waiting().size());
    walk.connect().answer();
    assertEquals("R", walk.daemon().inspection().alerts().get(2).risk());
  }

  @Test
  void anotherFactOfTheSamePersonIsNotTheOneOnItsWay() {
    Walk walk = Walk.open(Sample.toy()).command("cases").slow().press("t");
    walk.colleague(
        "PB",
        new Edit.ToFact(Sample.reference(1), Case.STEP, Optional.empty(), Optional.of("read")));
    walk.loseConnection();
    assertEquals(1, walk.state().outbox().waiting().size());
    walk.connect().answer();
    assertEquals(
        Optional.of("PB"),
        walk.daemon().inspection().file(Sample.reference(1)).orElseThrow().assignee());
  }

  @Test
  void whatTheStreamShowsAfterTheConnectionWasLostIsNotSentAgain() {
    Walk walk = desk().press("y").slow().press("u").carryOutAndLoseConnection();
    Recorded recorded =
        new Recorded(
            walk.daemon().inspection().id(),
            3,
            "PB",
            Sample.AT,
            new Change(
                Change.Kind.UNDO,
                List.of(
                    new Edit.ToAnswer(C01, Code.of("2.1.1.1"), Optional.empty(), Optional.empty())),
                Optional.of(2L),
                ""));
    walk.bring(new Message.ChangeSeen(recorded, true));
    assertEquals(List.of(), walk.state().outbox().waiting());
    assertEquals(List.of(), walk.state().theOpened().undoable());
    assertEquals(1, walk.state().theOpened().redoable().size());
    assertFalse(walk.screen().contains("PB took back"), walk::screen);
  }
}
