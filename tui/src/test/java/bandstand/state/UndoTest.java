package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static final Optional<Reference> C01 = Optional.of(Sample.reference(1));

  private static Walk desk() {
    return Walk.open(Sample.toy()).command("case C01");
  }

  private static Optional<Answer> stands(Walk walk, String code) {
    return walk.daemon().inspection().given(C01, Code.of(code)).flatMap(Given::answer);
  }

  @Test
  void itTakesBackTheLatestAndGoesThere() {
    Walk walk = desk().press("y", "n", "u");
    assertEquals(Optional.empty(), stands(walk, "2.1.1.2"));
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    assertEquals("2.1.1.2", walk.line());
    walk.press("u");
    assertEquals(Optional.empty(), stands(walk, "2.1.1.1"));
    assertEquals("2.1.1.1", walk.line());
    walk.press("u");
    assertTrue(walk.row(-3).contains("nothing of your own to take back"), walk::screen);
  }

  @Test
  void itGivesBackWhatStoodBefore() {
    Walk walk = desk().press("Y").type("why").press("Enter", "k", "n", "u");
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    assertEquals(
        "why", walk.daemon().inspection().given(C01, Code.of("2.1.1.1")).orElseThrow().note());
  }

  @Test
  void redoBringsItBack() {
    Walk walk = desk().press("y", "u", "U");
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    walk.press("U");
    assertTrue(walk.row(-3).contains("nothing to redo"), walk::screen);
  }

  @Test
  void undoAndRedoGoBackAndForthForEver() {
    Walk walk = desk().press("n", "k", "y");
    for (int round = 0; round < 4; round++) {
      walk.press("u");
      assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1"), "round " + round);
      walk.press("U");
      assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"), "round " + round);
    }
  }

  @Test
  void itGoesBackThroughSeveralAnswersToOneQuestion() {
    Walk walk = desk().press("y", "k", "n", "k", "a", "k");
    walk.press("u");
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1"));
    walk.press("u");
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    walk.press("u");
    assertEquals(Optional.empty(), stands(walk, "2.1.1.1"));
    walk.press("U", "U", "U");
    assertEquals(Optional.of(Answer.NA), stands(walk, "2.1.1.1"));
    walk.press("u");
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1"));
  }

  @Test
  void redoOfAnythingElseComesBackToo() {
    Walk walk = Walk.open(Sample.toy()).command("cases").press("t", "u", "U", "u", "U");
    assertEquals(
        Optional.of("PB"),
        walk.daemon().inspection().file(Sample.reference(1)).orElseThrow().assignee());
  }

  @Test
  void aNewChangeEndsWhatCanBeRedone() {
    Walk walk = desk().press("y", "u", "n", "U");
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1"));
  }

  @Test
  void aColleaguesLaterAnswerIsNotTakenBack() {
    Walk walk = desk().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.NO));
    walk.press("u");
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.1"));
    assertTrue(walk.row(-3).contains("not taken back: changed since"), walk::screen);
  }

  @Test
  void aColleaguesOwnChangesAreNeverTakenBack() {
    Walk walk = desk();
    walk.colleague("AM", answer(C01, "2.1.1.2", Answer.NO));
    walk.press("u");
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.2"));
  }

  @Test
  void whatWasNotSentIsSimplyDropped() {
    Walk walk = desk().loseConnection().press("y", "n", "u");
    assertEquals(1, walk.state().outbox().waiting().size());
    walk.press("U").connect();
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    assertEquals(Optional.of(Answer.NO), stands(walk, "2.1.1.2"));
  }

  @Test
  void whatIsUnderWayIsTakenBackOnceItIsSaved() {
    Walk walk = desk().slow().press("y", "u", "y");
    walk.answer().answer().answer();
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    assertEquals(4, walk.daemon().inspection().revision());
  }

  @Test
  void itWorksFromOtherScreensToo() {
    Walk walk = desk().press("y", "Esc", "u");
    assertEquals(Optional.empty(), stands(walk, "2.1.1.1"));
    assertTrue(walk.row(-2).contains("taken back"), walk::screen);
  }

  @Test
  void aColleaguesSameAnswerIsNotTakenBack() {
    Walk walk = desk().loseConnection().press("y");
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.YES)).connect();
    assertTrue(walk.screen().contains("AM answered the same: C01 2.1.1.1"), walk::screen);
    walk.press("u");
    assertEquals(Optional.of(Answer.YES), stands(walk, "2.1.1.1"));
    assertTrue(walk.row(-3).contains("nothing of your own to take back"), walk::screen);
  }

  @Test
  void aColleaguesSameAnswerAfterALostOneIsNotTakenBack() {
    Walk walk = desk().slow().press("y").loseConnection();
    walk.colleague("AM", answer(C01, "2.1.1.1", Answer.YES)).connect().answer();
    assertEquals(List.of(), walk.state().outbox().waiting());
    assertEquals(List.of(), walk.state().theOpened().undoable());
  }

  @Test
  void ownAnswerWhoseConnectionWasLostCanBeTakenBack() {
    Walk walk = desk().slow().press("y").carryOutAndLoseConnection().connect().answer();
    assertEquals(List.of(), walk.state().outbox().waiting());
    walk.press("u").answer();
    assertEquals(Optional.empty(), stands(walk, "2.1.1.1"));
  }

  @Test
  void ownAnswerElsewhereIsNotThisOnes() {
    Walk walk = desk().loseConnection().press("y");
    Edit.ToAnswer same = answer(C01, "2.1.1.1", Answer.YES);
    Given given = same.after().orElseThrow();
    Given mine = new Given(given.answer(), "", false, given.revision(), Walk.PB.name(), given.at());
    walk.colleague(
        Walk.PB.name(), new Edit.ToAnswer(C01, same.code(), Optional.empty(), Optional.of(mine)));
    walk.connect();
    assertEquals(List.of(), walk.state().theOpened().undoable());
  }

  @Test
  void whatAColleagueClearedTooIsNoChangeOfOnesOwn() {
    Walk walk = desk().press("y", "k").loseConnection().press("x");
    walk.colleague(
        "AM", new Edit.ToAnswer(C01, Code.of("2.1.1.1"), Optional.empty(), Optional.empty()));
    walk.connect();
    assertEquals(List.of(), walk.state().outbox().waiting());
    assertEquals(1, walk.state().theOpened().undoable().size());
    assertTrue(walk.screen().contains("cleared already: C01 2.1.1.1"), walk::screen);
  }

  @Test
  void whatAColleagueHadSetAlreadyIsNoChangeOfOnesOwn() {
    Walk walk = Walk.open(Sample.toy()).command("cases").slow().press("t");
    long request = walk.state().outbox().waiting().getFirst().request();
    walk.bring(new Message.Saved(request, 2, Optional.empty()));
    walk.colleague(
        "AM",
        new Edit.ToFact(C01.orElseThrow(), Case.ASSIGNEE, Optional.empty(), Optional.of("PB")));
    assertEquals(List.of(), walk.state().theOpened().undoable());
    assertTrue(walk.screen().contains("AM assigned C01 to PB"), walk::screen);
  }

  @Test
  void whatWasReadWholeIsOwnOnlyIfItShowsSo() {
    Walk walk = desk().slow().press("y");
    long request = walk.state().outbox().waiting().getFirst().request();
    walk.bring(new Message.Saved(request, 2, Optional.empty()));
    walk.daemon().change("AM", Sample.AT, answer(C01, "2.1.1.1", Answer.YES));
    walk.bring(new Message.InspectionOpened(walk.daemon().inspection()));
    assertEquals(List.of(), walk.state().outbox().acknowledged());
    assertEquals(List.of(), walk.state().theOpened().undoable());
  }

  @Test
  void whatMayBeOnDiskIsNotDroppedAsUnsent() {
    Walk walk = desk().slow().press("y").loseConnection().press("u");
    assertEquals(2, walk.state().outbox().waiting().size());
    walk.connect().answer().answer();
    assertEquals(Optional.empty(), stands(walk, "2.1.1.1"));
    assertEquals(3, walk.daemon().inspection().revision());
  }

  @Test
  void whatWasSavedWithoutARevisionIsNotTakenBack() {
    Walk walk = Walk.open(Sample.toy()).command("cases").slow().press("t");
    long request = walk.state().outbox().waiting().getFirst().request();
    walk.bring(new Message.Saved(request, 0, Optional.empty()));
    assertEquals(List.of(), walk.state().outbox().waiting());
    assertEquals(List.of(), walk.state().theOpened().undoable());
  }
}
