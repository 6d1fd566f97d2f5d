package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Confidence;
import bandstand.framework.Framework;
import bandstand.framework.Labelled;
import bandstand.framework.Rating;
import bandstand.framework.Relation;
import bandstand.framework.Sample;
import bandstand.framework.Wordings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarryingTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:42:00Z");

  private static final Framework OLD =
      Labelled.edition(
          "old",
          "1.1.1 judged Vision",
          "1.1.2 judged Board",
          "2.1.1 court Desistance",
          "2.1.1.1 - Attitudes",
          "2.1.1.2 - Family",
          "2.1.2 court Safety",
          "2.1.3 court Others",
          "3.1.1 yard Yard");

  private static final Framework NEW =
      Labelled.edition(
          "new",
          "1.1.1 judged Vision",
          "1.1.2 judged The Board",
          "2.1.1 court Desistance",
          "2.1.1.1 - Peers",
          "2.1.1.2 - Attitudes",
          "2.1.2 court Keeping safe",
          "2.1.3 court More",
          "2.2.1 court Victims");

  private static Relation relation(
      Relation.Kind kind, String from, String to, Confidence confidence) {
    return new Relation(kind, codes(from), codes(to), confidence, "", false);
  }

  private static List<Code> codes(String text) {
    return text.isEmpty() ? List.of() : Sample.codes(text);
  }

  private static final Comparison COMPARISON =
      new Comparison(
          OLD,
          NEW,
          Comparison.Ground.CROSSWALK,
          List.of(
              relation(Relation.Kind.KEPT, "1.1.1", "1.1.1", Confidence.HIGH),
              relation(Relation.Kind.RENAMED, "1.1.2", "1.1.2", Confidence.MEDIUM),
              relation(Relation.Kind.KEPT, "2.1.1", "2.1.1", Confidence.HIGH),
              relation(Relation.Kind.RENAMED, "2.1.2", "2.1.3", Confidence.HIGH),
              relation(Relation.Kind.SPLIT, "2.1.3", "2.1.2 2.2.1", Confidence.HIGH),
              relation(Relation.Kind.DROPPED, "3.1.1", "", Confidence.HIGH)));

  private static Carrying carrying(Fieldwork work) {
    return Carrying.of(work.now(), COMPARISON, Wordings.NONE);
  }

  private static Inspection carried(Carrying carrying) {
    InspectionId id = new InspectionId("draft");
    Change change = Change.of(Change.Kind.CREATE, carrying.edits(1, "cy", AT));
    return Inspection.blank(id, NEW).after(new Recorded(id, 1, "cy", AT, change));
  }

  private static Fieldwork oneCase() {
    return new Fieldwork(OLD)
        .file("C01", "court")
        .answer("C01", "2.1.1 2.1.1.1 2.1.1.2 2.1.2", Answer.YES)
        .answer("C01", "2.1.3", Answer.NO);
  }

  @Test
  void anAnswerGoesToWhatItsKeyQuestionBecame() {
    Inspection draft = carried(carrying(oneCase()));
    Case file = draft.file(new Reference("C01")).orElseThrow();
    assertEquals(Optional.of(Answer.YES), file.answer(Code.of("2.1.1")));
    assertEquals(Optional.of(Answer.YES), file.answer(Code.of("2.1.3")));
    assertEquals(Optional.empty(), file.answer(Code.of("2.1.2")));
    assertEquals(Optional.empty(), file.answer(Code.of("2.2.1")));
  }

  @Test
  void aPromptGoesOverWhereItsWordsAreEqual() {
    Case file = carried(carrying(oneCase())).file(new Reference("C01")).orElseThrow();
    assertEquals(Optional.of(Answer.YES), file.answer(Code.of("2.1.1.2")));
    assertEquals(Optional.empty(), file.answer(Code.of("2.1.1.1")));
  }

  @Test
  void whatWentOverAndWhatDidNotIsCounted() {
    Carrying carrying = carrying(oneCase());
    assertEquals(
        List.of(
            new Carrying.Carried(Code.of("2.1.1"), Code.of("2.1.1"), Relation.Kind.KEPT, 2, 0),
            new Carrying.Carried(Code.of("2.1.2"), Code.of("2.1.3"), Relation.Kind.RENAMED, 1, 0)),
        carrying.carried());
    assertEquals(
        List.of(
            changed(Relation.Kind.RENAMED, "1.1.2", "1.1.2", 0),
            changed(Relation.Kind.KEPT, "2.1.1.2", "2.1.1", 1),
            changed(Relation.Kind.SPLIT, "2.1.3", "2.1.2 2.2.1", 1),
            changed(Relation.Kind.DROPPED, "3.1.1", "", 0)),
        carrying.changed());
  }

  private static Carrying.Changed changed(
      Relation.Kind kind, String from, String to, long answers) {
    return new Carrying.Changed(codes(from), codes(to), kind, answers);
  }

  @Test
  void judgedStandardsAndQuestionsThatNothingCameToAreOpen() {
    assertEquals(Sample.codes("1.1 1.1.1 1.1.2 2.1.2 2.2.1"), carrying(oneCase()).open());
    assertEquals(
        Sample.codes("1.1 1.1.2 2.1.2 2.2.1"),
        carrying(oneCase().serve("1.1.1", Answer.YES)).open());
  }

  @Test
  void theServicesAnswersGoOverToo() {
    Carrying carrying =
        carrying(new Fieldwork(OLD).serve("1.1.1", Answer.YES).serve("1.1.2", Answer.NO));
    Inspection draft = carried(carrying);
    assertEquals(List.of(Code.of("1.1.1")), List.copyOf(draft.answers().keySet()));
    assertTrue(carrying.changed().contains(changed(Relation.Kind.RENAMED, "1.1.2", "1.1.2", 1)));
  }

  @Test
  void decisionsStayBehindAndAreTold() {
    Carrying carrying = carrying(oneCase().judge("1.1", Optional.of(Rating.GOOD)));
    assertEquals(Sample.codes("1.1"), carrying.decisions());
    assertEquals(Decisions.none(), carried(carrying).decisions());
  }

  @Test
  void aCaseGoesOverWithAllItsFacts() {
    Reference reference = new Reference("C01");
    Fieldwork work =
        oneCase()
            .change(
                Change.Kind.CASE,
                new Edit.ToFact(reference, Case.STEP, Optional.empty(), Optional.of("interviewed")),
                new Edit.ToFact(
                    reference, "attributes.gender", Optional.empty(), Optional.of("female")),
                new Edit.ToFact(reference, Case.NOTE, Optional.empty(), Optional.of("Ask again")));
    Case file = carried(carrying(work)).file(reference).orElseThrow();
    assertEquals("court", file.type());
    assertEquals(Step.INTERVIEWED, file.step());
    assertEquals("female", file.attributes().get("gender"));
    assertEquals(Optional.of("Ask again"), file.fact(Case.NOTE));
  }

  @Test
  void aCaseOfATypeTheEditionDoesNotKnowStaysWithItsAnswers() {
    Carrying carrying = carrying(oneCase().file("Y01", "yard").answer("Y01", "3.1.1", Answer.YES));
    assertEquals(1, carrying.cases());
    assertEquals(
        List.of(new Carrying.Left(new Reference("Y01"), "new has no cases of type yard", 1)),
        carrying.left());
    assertEquals(1, carried(carrying).cases().size());
    assertTrue(carrying.changed().contains(changed(Relation.Kind.DROPPED, "3.1.1", "", 0)));
  }

  @Test
  void whoCarriesThemAnswersForThemAndNotesGoAlong() {
    Reference reference = new Reference("C01");
    Given noted =
        new Given(Optional.of(Answer.NO), "Nothing on file", true, 2, "ada", Instant.EPOCH);
    Fieldwork work =
        new Fieldwork(OLD)
            .file("C01", "court")
            .give(Optional.of(reference), "2.1.1", Optional.of(noted));
    Given given =
        carried(carrying(work)).given(Optional.of(reference), Code.of("2.1.1")).orElseThrow();
    assertEquals(new Given(Optional.of(Answer.NO), "Nothing on file", true, 1, "cy", AT), given);
  }

  @Test
  void aNoteWithoutAnAnswerGoesOverAndIsNoAnswer() {
    Given note = new Given(Optional.empty(), "Ask", false, 2, "ada", Instant.EPOCH);
    Fieldwork work =
        new Fieldwork(OLD)
            .file("C01", "court")
            .give(Optional.of(new Reference("C01")), "2.1.1", Optional.of(note));
    Carrying carrying = carrying(work);
    assertEquals(List.of(), carrying.carried());
    assertTrue(carrying.open().contains(Code.of("2.1.1")));
    assertTrue(
        carried(carrying).given(Optional.of(new Reference("C01")), Code.of("2.1.1")).isPresent());
  }

  @Test
  void anAnswerStaysWhereTheCaseIsNotAskedThere() {
    Framework other = Labelled.edition("new", "1.1.1 judged Desistance", "2.1.1 court Safety");
    Comparison comparison =
        new Comparison(
            OLD,
            other,
            Comparison.Ground.LABELS,
            List.of(relation(Relation.Kind.KEPT, "2.1.1", "1.1.1", Confidence.HIGH)));
    Carrying carrying = Carrying.of(oneCase().now(), comparison, Wordings.NONE);
    assertEquals(List.of(), carrying.carried());
    assertEquals(
        List.of(changed(Relation.Kind.KEPT, "2.1.1 2.1.1.1 2.1.1.2", "1.1.1", 3)),
        carrying.changed());
  }

  @Test
  void anAnswerThatTwoRowsAreAboutIsCountedWithTheFirst() {
    Framework other = Labelled.edition("new", "2.1.1 court Desistance", "2.1.2 court Safety");
    Comparison comparison =
        new Comparison(
            OLD,
            other,
            Comparison.Ground.CROSSWALK,
            List.of(
                relation(Relation.Kind.MERGED, "2.1.2 2.1.3", "2.1.2", Confidence.HIGH),
                relation(Relation.Kind.SPLIT, "2.1.3", "2.1.1 2.1.2", Confidence.HIGH)));
    assertEquals(
        List.of(
            changed(Relation.Kind.MERGED, "2.1.2 2.1.3", "2.1.2", 2),
            changed(Relation.Kind.SPLIT, "2.1.3", "2.1.1 2.1.2", 0)),
        Carrying.of(oneCase().now(), comparison, Wordings.NONE).changed());
  }

  @Test
  void aCaseDoneHereAndNotThereIsSetBackToInterviewed() {
    Fieldwork work = oneCase().file("C02", "court").file("C03", "court");
    for (String done : List.of("C01 submitted", "C02 checked", "C03 read")) {
      work.change(
          Change.Kind.CASE,
          new Edit.ToFact(
              new Reference(done.substring(0, 3)),
              Case.STEP,
              Optional.empty(),
              Optional.of(done.substring(4))));
    }
    Carrying carrying = carrying(work);
    assertEquals(2, carrying.reopened());
    assertEquals(
        List.of(Step.INTERVIEWED, Step.INTERVIEWED, Step.READ),
        carried(carrying).cases().values().stream().map(Case::step).toList());
  }

  @Test
  void aCaseThatIsDoneThereTooKeepsItsStep() {
    Framework other =
        Labelled.edition("new", "1.1.1 judged Vision", "2.1.1 court Desistance", "2.1.1.1 - New");
    Comparison comparison =
        new Comparison(
            OLD,
            other,
            Comparison.Ground.CROSSWALK,
            List.of(relation(Relation.Kind.KEPT, "2.1.1", "2.1.1", Confidence.HIGH)));
    Reference reference = new Reference("C01");
    Fieldwork work =
        oneCase()
            .change(
                Change.Kind.CASE,
                new Edit.ToFact(reference, Case.STEP, Optional.empty(), Optional.of("submitted")));
    Carrying carrying = Carrying.of(work.now(), comparison, Wordings.NONE);
    assertEquals(0, carrying.reopened());
    assertTrue(
        carrying
            .edits(1, "cy", AT)
            .contains(
                new Edit.ToFact(reference, Case.STEP, Optional.empty(), Optional.of("submitted"))));
  }

  @Test
  void openAlertsStayBehindAndAreCounted() {
    Fieldwork work = oneCase();
    int number = 1;
    for (Alert.Status status : Alert.Status.values()) {
      Alert alert =
          new Alert(number, Optional.empty(), "Risk", "Police", "Duty", "", status, "", "ada");
      work.change(
          Change.Kind.ALERT, new Edit.ToAlert(number, Optional.empty(), Optional.of(alert)));
      number++;
    }
    assertEquals(2, carrying(work).alerts());
    assertEquals(0, carried(carrying(work)).alerts().size());
  }
}
