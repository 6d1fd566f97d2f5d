package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Inspection TOY = Sample.toy();
  private static final InspectionId ID = TOY.id();
  private static final Reference C01 = Sample.reference(1);

  private static boolean matches(Write write, Change change) {
    return Matching.matches(write, new Recorded(ID, 2, "PB", Sample.AT, change), TOY);
  }

  private static Change takenBack(Change.Kind kind, long of) {
    Edit edit = Sample.answer(Optional.of(C01), "2.1.1", Answer.YES);
    return new Change(kind, List.of(edit), Optional.of(of), "");
  }

  private static Edit fact(String name, String value) {
    return new Edit.ToFact(C01, name, Optional.empty(), Optional.of(value));
  }

  private static Change alert(Optional<Alert> before, Alert after) {
    return Change.of(
        Change.Kind.ALERT, new Edit.ToAlert(after.number(), before, Optional.of(after)));
  }

  @Test
  void anAnswerIsItsQuestionAndAllThatShallStandThere() {
    Write write =
        new Write.PutAnswer(
            ID,
            Optional.of(C01),
            Code.of("2.1.1"),
            new Wanted(Optional.of(Answer.YES), "why", false),
            0);
    Edit same = Sample.answer(Optional.of(C01), "2.1.1", Optional.of(Answer.YES), "why");
    Edit bare = Sample.answer(Optional.of(C01), "2.1.1", Answer.YES);
    Edit other = Sample.answer(Optional.of(C01), "2.1.2", Optional.of(Answer.YES), "why");
    assertTrue(matches(write, Change.of(Change.Kind.ANSWER, same)));
    assertFalse(matches(write, Change.of(Change.Kind.ANSWER, bare)));
    assertFalse(matches(write, Change.of(Change.Kind.ANSWER, other)));
    assertFalse(matches(write, Change.of(Change.Kind.BATCH, List.of(same, other))));
    assertFalse(matches(write, Change.of(Change.Kind.REDO, same)));
  }

  @Test
  void anUndoAndARedoNameWhatTheyTakeAndBring() {
    assertTrue(matches(new Write.Undo(ID, 7), takenBack(Change.Kind.UNDO, 7)));
    assertFalse(matches(new Write.Undo(ID, 7), takenBack(Change.Kind.UNDO, 6)));
    assertFalse(matches(new Write.Undo(ID, 7), takenBack(Change.Kind.REDO, 7)));
    assertTrue(matches(new Write.Redo(ID, 7), takenBack(Change.Kind.REDO, 7)));
    assertFalse(matches(new Write.Redo(ID, 7), takenBack(Change.Kind.REDO, 6)));
  }

  @Test
  void factsAreThoseAskedForAndNoOthers() {
    Write write =
        new Write.PatchCase(
            ID, C01, Map.of(Case.ASSIGNEE, Optional.of("PB"), Case.MANAGER, Optional.of("CM07")));
    assertTrue(matches(write, Change.of(Change.Kind.CASE, fact(Case.ASSIGNEE, "PB"))));
    assertFalse(matches(write, Change.of(Change.Kind.CASE, fact(Case.ASSIGNEE, "AM"))));
    assertFalse(matches(write, Change.of(Change.Kind.CASE, fact(Case.STEP, "read"))));
    assertFalse(
        matches(
            write,
            Change.of(
                Change.Kind.CASE, List.of(fact(Case.ASSIGNEE, "PB"), fact(Case.STEP, "read")))));
    Write more =
        new Write.PatchCase(
            ID, C01, Map.of(Case.ASSIGNEE, Optional.of("PB"), Case.MANAGER, Optional.of("CM08")));
    assertFalse(matches(more, Change.of(Change.Kind.CASE, fact(Case.ASSIGNEE, "PB"))));
    Write elsewhere =
        new Write.PatchCase(ID, Sample.reference(2), Map.of(Case.ASSIGNEE, Optional.of("PB")));
    assertFalse(matches(elsewhere, Change.of(Change.Kind.CASE, fact(Case.ASSIGNEE, "PB"))));
  }

  @Test
  void detailsAreThoseAskedForAndNoOthers() {
    Write write = new Write.PatchDetails(ID, Map.of(Inspection.NOTES, Optional.of("n")));
    Edit notes = new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("n"));
    Edit others = new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("m"));
    assertTrue(matches(write, Change.of(Change.Kind.DETAILS, notes)));
    assertFalse(matches(write, Change.of(Change.Kind.DETAILS, others)));
  }

  @Test
  void anAlertRaisedIsItsWholeContent() {
    Alert raised = Sample.alert(1, "C01", Alert.Status.RAISED);
    Write write =
        new Write.Raise(
            ID,
            raised.subject(),
            raised.risk(),
            raised.organisation(),
            raised.toldRole(),
            raised.at());
    assertTrue(matches(write, alert(Optional.empty(), raised)));
    assertFalse(
        matches(write, alert(Optional.empty(), Sample.alert(1, "C02", Alert.Status.RAISED))));
    assertFalse(
        matches(write, alert(Optional.of(raised), Sample.alert(1, "C01", Alert.Status.RESOLVED))));
  }

  @Test
  void anAlertDealtWithIsItsStatusAndOutcome() {
    Alert raised = Sample.alert(1, "C01", Alert.Status.RAISED);
    Alert acting = Sample.alert(1, "C01", Alert.Status.ACTING);
    assertTrue(
        matches(
            new Write.PatchAlert(ID, 1, Alert.Status.ACTING, ""),
            alert(Optional.of(raised), acting)));
    assertFalse(
        matches(
            new Write.PatchAlert(ID, 1, Alert.Status.ACTING, "moved"),
            alert(Optional.of(raised), acting)));
    assertFalse(
        matches(
            new Write.PatchAlert(ID, 2, Alert.Status.ACTING, ""),
            alert(Optional.of(raised), acting)));
    assertFalse(
        matches(
            new Write.PatchAlert(ID, 1, Alert.Status.RAISED, ""), alert(Optional.empty(), raised)));
  }
}
