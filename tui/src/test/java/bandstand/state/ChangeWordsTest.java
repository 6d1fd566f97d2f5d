package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.wire.EventJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people did, as the screens and watch tell it. */
class ChangeWordsTest {
  private static final Optional<Reference> C09 = Optional.of(Sample.reference(9));

  @Test
  void everyKindOfChangeHasItsWords() {
    Edit answered = answer(C09, "2.2.2", Answer.NO);
    Edit alert =
        new Edit.ToAlert(
            2, Optional.empty(), Optional.of(Sample.alert(2, "C22", Alert.Status.RAISED)));
    Map<Change.Kind, String> words =
        Map.of(
            Change.Kind.CLEAR, "AM cleared C09 2.2.2 at 10:42",
            Change.Kind.ALERT, "AM raised alert 2 on C22 at 10:42",
            Change.Kind.UNDO, "AM took back C09 2.2.2 at 10:42",
            Change.Kind.CASE, "AM changed C09 at 10:42",
            Change.Kind.SIGN_OFF, "AM signed off at 10:42");
    words.forEach(
        (kind, expected) -> {
          Edit edit = kind == Change.Kind.ALERT ? alert : answered;
          Recorded recorded =
              new Recorded(Sample.leicester().id(), 2, "AM", Sample.AT, Change.of(kind, edit));
          assertEquals(
              expected, ChangeWords.of(recorded, java.time.ZoneId.of("Europe/London")).words());
        });
    for (Change.Kind kind : Change.Kind.values()) {
      Recorded empty = new Recorded(Sample.leicester().id(), 2, "AM", Sample.AT, Change.none(kind));
      assertTrue(
          ChangeWords.of(empty, java.time.ZoneId.of("UTC")).words().matches("AM \\w.* at 09:42"),
          kind::word);
    }
  }

  @Test
  void aChangeIsToldWithWhatStoodAndStands() {
    Edit.ToAnswer answered = answer(C09, "2.2.2", Answer.NO);
    assertEquals("C09 2.2.2 --- → no", told(Change.Kind.ANSWER, true, 1, answered));
    assertEquals("C09 2.2.2 no → ---", told(Change.Kind.CLEAR, true, 1, answered.reversed()));
    assertEquals(
        "took back C09 2.2.2: no → ---", told(Change.Kind.UNDO, true, 1, answered.reversed()));
    assertEquals(
        "C09 2.2.2 no, note or mark changed",
        told(
            Change.Kind.ANSWER,
            true,
            1,
            new Edit.ToAnswer(
                answered.subject(), answered.code(), answered.after(), answered.after())));
    assertEquals("imported 812 cases", told(Change.Kind.IMPORT, false, 812));
    assertEquals("answered 40 cases", told(Change.Kind.BATCH, false, 40));
    assertEquals("erased for good", told(Change.Kind.ERASE, false, 1));
  }

  private static String told(Change.Kind kind, boolean complete, long cases, Edit... edits) {
    Recorded recorded =
        new Recorded(Sample.leicester().id(), 2, "AM", Sample.AT, Change.of(kind, List.of(edits)));
    return ChangeWords.told(new EventJson.Seen(recorded, complete, cases, 0, true));
  }

  private static Edit.ToFact fact(String name, String after) {
    return new Edit.ToFact(C09.orElseThrow(), name, Optional.empty(), Optional.of(after));
  }

  @Test
  void aCaseIsToldByWhatBecameOfIt() {
    assertEquals("submitted C09", told(Change.Kind.CASE, true, 1, fact(Case.STEP, "submitted")));
    assertEquals("set C09 to read", told(Change.Kind.CASE, true, 1, fact(Case.STEP, "read")));
    assertEquals(
        "assigned C09 to ben", told(Change.Kind.CASE, true, 1, fact(Case.ASSIGNEE, "ben")));
    assertEquals("changed C09", told(Change.Kind.CASE, true, 1, fact(Case.NOTE, "n")));
  }

  @Test
  void whatIsTakenBackIsNamedWhateverItWas() {
    Edit alert =
        new Edit.ToAlert(
            2, Optional.empty(), Optional.of(Sample.alert(2, "C22", Alert.Status.RAISED)));
    assertEquals("took back what was done to alert 2", told(Change.Kind.UNDO, true, 0, alert));
    assertEquals(
        "took back the step of C09", told(Change.Kind.UNDO, true, 1, fact(Case.STEP, "open")));
    assertEquals(
        "took back a change of the details",
        told(
            Change.Kind.UNDO,
            true,
            0,
            new Edit.ToDetail("notes", Optional.of("a"), Optional.empty())));
    assertEquals("took back a change, 59 cases", told(Change.Kind.UNDO, false, 59));
  }

  @Test
  void howMuchIsToldWhereItIsMuch() {
    Recorded recorded =
        new Recorded(Sample.leicester().id(), 2, "AM", Sample.AT, Change.none(Change.Kind.IMPORT));
    assertEquals(
        "imported 59 cases, 812 answers",
        ChangeWords.whole(new EventJson.Seen(recorded, false, 59, 812, false)));
  }
}
