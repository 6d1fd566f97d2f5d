package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Scorer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes of others. */
class FollowingTest {
  private static final Optional<Reference> C09 = Optional.of(Sample.reference(9));

  private static Walk leicester() {
    return Walk.open(Sample.leicester());
  }

  @Test
  void aColleaguesAnswerIsAnnouncedWithPlaceAndTime() {
    Walk walk = leicester().colleague("AM", answer(C09, "2.2.2", Answer.NO));
    assertTrue(walk.row(-2).contains("AM answered C09 2.2.2 at 10:42"), walk::screen);
  }

  @Test
  void whatItChangedIsMarkedUntilTheNextKey() {
    Walk walk = leicester().command("case C01").command("goto 2.2.2");
    walk.colleague("AM", answer(C09, "2.2.2", Answer.NO));
    assertTrue(walk.screen().contains("2.2.2 25/32 78% Good ▼"), walk::screen);
    assertTrue(walk.rowWith("2.2   Good ▼").contains("lowest: 2.2.2"), walk::screen);
    assertTrue(walk.row(0).contains("23/36 Good ▼"), walk::screen);
    walk.press("j");
    assertTrue(walk.screen().contains("2.2.2 25/32 78% Good  "), walk::screen);
    assertFalse(walk.screen().contains("▼"), walk::screen);
  }

  @Test
  void theStateIsWhatTheDaemonHas() {
    Walk walk = leicester().colleague("AM", answer(C09, "2.2.2", Answer.NO));
    Opened opened = walk.state().opened().orElseThrow();
    assertEquals(walk.daemon().inspection().cases(), opened.inspection().cases());
    assertEquals(Scorer.rate(walk.daemon().inspection()), opened.ratings());
  }

  @Test
  void theSamePersonElsewhereIsAnnouncedToo() {
    Walk walk = leicester().colleague("PB", answer(C09, "2.2.2", Answer.NO));
    assertTrue(walk.row(-2).contains("PB answered C09 2.2.2"), walk::screen);
  }

  @Test
  void openCasesAreCountedAsTheyChange() {
    Walk walk = leicester();
    assertEquals(0, walk.state().opened().orElseThrow().openCases());
    walk.colleague(
        "AM", new Edit.ToAnswer(C09, Code.of("2.2.2"), Optional.empty(), Optional.empty()));
    assertEquals(1, walk.state().opened().orElseThrow().openCases());
    Reference added = new Reference("C60");
    walk.colleague("AM", new Edit.ToCase(added, false, true));
    walk.colleague("AM", new Edit.ToFact(added, Case.TYPE, Optional.empty(), Optional.of("court")));
    assertEquals(2, walk.state().opened().orElseThrow().openCases());
  }

  @Test
  void aChangeAlreadySeenIsNotFoldedTwice() {
    Walk walk = leicester().colleague("AM", answer(C09, "2.2.2", Answer.NO));
    State before = walk.state();
    Recorded again =
        new Recorded(
            walk.daemon().inspection().id(), 2, "AM", Sample.AT, Change.none(Change.Kind.ANSWER));
    assertEquals(before, walk.bring(new Message.ChangeSeen(again, true)).state());
  }

  @Test
  void aGapReadsTheInspectionAnewOnce() {
    Walk walk = leicester();
    State state = walk.state();
    Recorded far =
        new Recorded(
            walk.daemon().inspection().id(), 9, "AM", Sample.AT, Change.none(Change.Kind.IMPORT));
    Turn turn = Update.update(state, new Message.ChangeSeen(far, true));
    assertEquals(List.of(new Effect.Open(walk.daemon().inspection().id())), turn.effects());
    Turn again = Update.update(turn.state(), new Message.ChangeSeen(far, true));
    assertEquals(List.of(), again.effects());
  }

  @Test
  void aChangeWithoutItsEditsReadsTheInspectionAnewAndKeepsThePlace() {
    Walk walk = leicester().command("case C01").command("goto 2.2.2");
    Edit[] edits = {answer(C09, "2.2.2", Answer.NO), answer(C09, "2.2.3", Answer.NO)};
    walk.daemon().change("AM", Sample.AT, Change.of(Change.Kind.IMPORT, List.of(edits)));
    Recorded untold =
        new Recorded(
            walk.daemon().inspection().id(), 2, "AM", Sample.AT, Change.none(Change.Kind.IMPORT));
    walk.bring(new Message.ChangeSeen(untold, false));
    assertEquals("2.2.2", walk.line());
    assertTrue(walk.screen().contains("2.2.2 25/32 78% Good ▼"), walk::screen);
    assertTrue(walk.row(-3).contains("AM imported cases at 10:42"), walk::screen);
  }

  @Test
  void changesOfOtherInspectionsAreNotOurs() {
    Walk walk = leicester();
    State before = walk.state();
    Recorded elsewhere =
        new Recorded(
            new bandstand.inspection.InspectionId("other"),
            2,
            "AM",
            Sample.AT,
            Change.none(Change.Kind.ANSWER));
    assertEquals(before, walk.bring(new Message.ChangeSeen(elsewhere, true)).state());
  }
}
