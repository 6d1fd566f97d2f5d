package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bandstand.framework.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePMap;

/** How changes make the state of an inspection, and how they are taken back. */
class InspectionTest {
  private static final int CHANGES = 150;
  private static final Reference CASE = new Reference("C01");
  private static final Code QUESTION = Code.of("2.1.1");

  private final Fieldwork fieldwork = new Fieldwork(RandomChanges.EDITION);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void aChangeTakenBackRestoresTheContent(long seed) {
    var changes = new RandomChanges(seed);
    for (int count = 0; count < CHANGES; count++) {
      Inspection before = fieldwork.now();
      var content = Content.of(before);
      Change change = changes.next(before);
      var backwards = change.edits().reversed().stream().map(Edit::reversed).toList();
      fieldwork.record(change);
      var made = fieldwork.now();
      String where = "seed " + seed + ", revision " + made.revision() + ": " + change;
      assertEquals(content, Content.of(before), "the earlier state itself, " + where);
      fieldwork.record(Change.of(Change.Kind.UNDO, backwards));
      assertEquals(content, Content.of(fieldwork.now()), where);
      fieldwork.record(Change.of(Change.Kind.REDO, change.edits()));
      assertEquals(Content.of(made), Content.of(fieldwork.now()), "again, " + where);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void everyFieldKnowsTheRevisionThatLastSetIt(long seed) {
    var changes = new RandomChanges(seed);
    Map<String, Edit> fields = new HashMap<>();
    Map<String, Long> lastSet = new HashMap<>();
    for (int count = 0; count < CHANGES; count++) {
      Change change = changes.next(fieldwork.now());
      fieldwork.record(change);
      for (Edit edit : change.edits()) {
        fields.put(edit.field(), edit);
        lastSet.put(edit.field(), fieldwork.now().revision());
      }
      var known = new HashMap<String, Long>();
      fields.forEach((field, edit) -> known.put(field, fieldwork.now().revisionOf(edit)));
      assertEquals(lastSet, known, () -> "seed " + seed + " after " + change);
    }
  }

  @Test
  void aFieldNeverSetHasRevisionZero() {
    var nothing = Optional.<Given>empty();
    assertEquals(0, revisionOf(new Edit.ToAnswer(Optional.of(CASE), QUESTION, nothing, nothing)));
    assertEquals(0, revisionOf(new Edit.ToCase(CASE, false, true)));
    assertEquals(0, revisionOf(new Edit.ToMark("panel", Optional.empty(), Optional.of(1L))));
  }

  @Test
  void everyCaseIsKnownThatIsOrWas() {
    fieldwork.file("C01", "court").file("C02", "court").answer("C01", "2.1.1", Answer.YES);
    fieldwork.record(Change.of(Change.Kind.REMOVE_CASE, new Edit.ToCase(CASE, true, false)));
    Inspection now = fieldwork.now();
    assertEquals(Set.of(CASE, new Reference("C02")), now.everyReference());
    assertEquals(Optional.of(now.revision()), now.lastMade(CASE));
    assertEquals(Optional.empty(), now.lastMade(new Reference("C03")));
  }

  @Test
  void aClearedAnswerRemembersWhenItWasCleared() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1", Answer.YES).clear("C01", "2.1.1");
    Edit field = new Edit.ToAnswer(Optional.of(CASE), QUESTION, Optional.empty(), Optional.empty());
    assertEquals(4, revisionOf(field));
    fieldwork.answer("C01", "2.1.2", Answer.YES);
    assertEquals(4, revisionOf(field));
    fieldwork.answer("C01", "2.1.1", Answer.NO);
    assertEquals(6, revisionOf(field));
    assertFalse(fieldwork.now().touched().containsKey(field.field()), "the answer carries it");
  }

  @Test
  void aCaseThatWentIsRememberedByItselfAndNotByEachOfItsFields() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1", Answer.YES).clear("C01", "2.1.2");
    fieldwork.answer("C01", "2.1.3", Answer.YES);
    var gone = new ArrayList<Edit>();
    fieldwork
        .held("C01")
        .answers()
        .forEach(
            (code, given) ->
                gone.add(
                    new Edit.ToAnswer(
                        Optional.of(CASE), code, Optional.of(given), Optional.empty())));
    gone.add(new Edit.ToFact(CASE, Case.TYPE, Optional.of("court"), Optional.empty()));
    gone.add(new Edit.ToCase(CASE, true, false));
    fieldwork.record(Change.of(Change.Kind.REMOVE_CASE, gone));
    gone.forEach(edit -> assertEquals(6, revisionOf(edit)));
    assertEquals(
        Set.of("cases/C01/", "cases/C01/*", "cases/C01/answers/2.1.2"),
        fieldwork.now().touched().keySet());
  }

  @Test
  void anAnswerBroughtBackKeepsItsAuthorAndTime() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1", Answer.YES);
    Given first = fieldwork.now().given(Optional.of(CASE), QUESTION).orElseThrow();
    fieldwork.clear("C01", "2.1.1");
    fieldwork.give(Optional.of(CASE), "2.1.1", Optional.of(first));
    Given back = fieldwork.now().given(Optional.of(CASE), QUESTION).orElseThrow();
    assertEquals(Fieldwork.at(3), back.at());
    assertEquals(first.by(), back.by());
    assertEquals(5, back.revision());
  }

  @Test
  void aCaseCarriesTheRevisionOfItsLastChange() {
    fieldwork.file("C01", "court").file("C02", "court").answer("C01", "2.1.1", Answer.YES);
    assertEquals(4, fieldwork.held("C01").revision());
    assertEquals(3, fieldwork.held("C02").revision());
    fieldwork.clear("C02", "2.1.1").judge("1.1", Optional.empty());
    assertEquals(5, fieldwork.held("C02").revision());
  }

  @Test
  void aCaseGoesWhicheverOfItsEditsComesFirst() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1", Answer.YES);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.ToCase(CASE, true, false));
    edits.add(new Edit.ToFact(CASE, Case.TYPE, Optional.of("court"), Optional.empty()));
    edits.add(
        new Edit.ToAnswer(
            Optional.of(CASE),
            QUESTION,
            fieldwork.now().given(Optional.of(CASE), QUESTION),
            Optional.empty()));
    fieldwork.record(Change.of(Change.Kind.REMOVE_CASE, edits));
    assertEquals(Optional.empty(), fieldwork.now().file(CASE));
    edits.forEach(edit -> assertEquals(4, revisionOf(edit)));
    fieldwork.record(
        Change.of(Change.Kind.UNDO, edits.reversed().stream().map(Edit::reversed).toList()));
    Case back = fieldwork.held("C01");
    assertEquals("court", back.type());
    assertEquals(Optional.of(Answer.YES), back.answer(QUESTION));
  }

  @Test
  void aCaseHasNoFactsUntilTheyAreSet() {
    Case empty = Case.empty(CASE);
    assertEquals("", empty.type());
    assertEquals(Step.OPEN, empty.step());
    assertEquals(Optional.empty(), empty.assignee());
    assertEquals(Map.of(), empty.attributes());
  }

  @Test
  void strataAreNamedWithoutTheirPrefix() {
    var facts =
        TreePMap.<String, Stamped>empty()
            .plus(Case.TYPE, new Stamped("court", 1))
            .plus(Case.ATTRIBUTE_PREFIX + "gender", new Stamped("male", 2));
    assertEquals(Map.of("gender", "male"), new Case(CASE, facts, TreePMap.empty(), 2).attributes());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, -1})
  void aChangeOfAnotherRevisionIsRefused(long revision) {
    Inspection state = fieldwork.now();
    var recorded =
        new Recorded(
            state.id(),
            revision,
            Fieldwork.INSPECTOR,
            Fieldwork.at(2),
            Change.none(Change.Kind.DETAILS));
    assertThrows(IllegalArgumentException.class, () -> state.after(recorded));
  }

  @Test
  void aChangeOfAnotherInspectionIsRefused() {
    Inspection state = fieldwork.now();
    var recorded =
        new Recorded(
            new InspectionId("other"),
            2,
            Fieldwork.INSPECTOR,
            Fieldwork.at(2),
            Change.none(Change.Kind.DETAILS));
    assertThrows(IllegalArgumentException.class, () -> state.after(recorded));
  }

  @Test
  void anInspectionIsSignedOffAndDeletedByItsFacts() {
    set(Inspection.SIGNED_OFF_BY, Optional.of("ada"));
    assertEquals(List.of(true, false), List.of(fieldwork.now().signedOff(), deleted()));
    set(Inspection.SIGNED_OFF_BY, Optional.empty());
    set(Inspection.DELETED_BY, Optional.of("ada"));
    assertEquals(List.of(false, true), List.of(fieldwork.now().signedOff(), deleted()));
  }

  private boolean deleted() {
    return fieldwork.now().deleted();
  }

  private void set(String name, Optional<String> after) {
    fieldwork.change(
        Change.Kind.DETAILS, new Edit.ToDetail(name, fieldwork.now().detail(name), after));
  }

  private long revisionOf(Edit edit) {
    return fieldwork.now().revisionOf(edit);
  }
}
