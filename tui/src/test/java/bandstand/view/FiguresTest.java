package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.KeyQuestion;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Decisions;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fixed wording of figures. */
class FiguresTest {

  /** The toy edition with measures at some questions and nothing elsewhere. */
  private static Ratings rated(Map<String, Measure> measures) {
    return Scorer.rate(
        Sample.TOY,
        (KeyQuestion question) ->
            measures.getOrDefault(question.code().toString(), new Measure.Counted(Tally.NOTHING)),
        question -> Tally.NOTHING,
        Decisions.none());
  }

  private static String words(Measure measure) {
    return Figures.of(Sample.TOY, row(measure));
  }

  private static KeyQuestionRatings.Scored row(Measure measure) {
    return (KeyQuestionRatings.Scored)
        rated(Map.of("2.1.1", measure)).keyQuestion(Code.of("2.1.1")).orElseThrow();
  }

  @Test
  void fractionPercentageBandInThatOrder() {
    assertEquals("2.1.1 24/31 77% Good", words(new Measure.Counted(Tally.of(24, 7))));
    assertEquals("2.1.1 31/35 89% Outstanding", words(new Measure.Counted(Tally.of(31, 4))));
    assertEquals("2.1.1 77% Good", words(new Measure.Stated(77)));
  }

  @Test
  void whatIsProjectedFollowsWhileItDiffers() {
    assertEquals(
        "2.1.1 24/31 77% Good ~25/32 78% Good",
        words(new Measure.Counted(new Tally(24, 7, 0, 1, 1, 0))));
    assertEquals(
        "2.1.1 not rated ~12/20 60% Requires improvement",
        words(new Measure.Counted(new Tally(0, 0, 0, 20, 12, 8))));
    assertEquals("2.1.1 24/31 77% Good", words(new Measure.Counted(new Tally(24, 7, 2, 5, 0, 0))));
  }

  @Test
  void nothingConfirmedIsNotRatedAndNeverNought() {
    assertEquals("2.1.1 not rated", words(new Measure.Counted(Tally.NOTHING)));
    assertEquals("2.1.1 not rated", words(new Measure.Counted(new Tally(0, 0, 3, 0, 0, 0))));
    assertEquals("2.1.1 0/3 0% Inadequate", words(new Measure.Counted(Tally.of(0, 3))));
  }

  @Test
  void whatCasesSayOfAJudgedStandardStandsBesideTheService() {
    Inspection inspection = Sample.of(Sample.EDITIONS.frameworks().get("yjs-2023-draft"));
    Edit answered = Sample.answer(Reference.parse("C01"), "2.4.1", Answer.NO);
    Recorded recorded =
        new Recorded(inspection.id(), 2, "AM", Sample.AT, Change.of(Change.Kind.ANSWER, answered));
    Ratings ratings = Scorer.rate(inspection.after(recorded));
    assertEquals(
        "2.4.1 not answered, cases 0/1 0% Inadequate",
        Figures.of(ratings.framework(), ratings.keyQuestion(Code.of("2.4.1")).orElseThrow()));
  }

  @Test
  void thresholdsSayWhereTheNextRatingsBegin() {
    assertEquals(
        "Good at 23/35, Inadequate at 17/35",
        Figures.thresholds(Sample.TOY, row(new Measure.Counted(Tally.of(21, 14)))));
    assertEquals(
        "Good at 27/35", Figures.thresholds(Sample.TOY, row(new Measure.Counted(Tally.of(31, 4)))));
    assertEquals(
        "Requires improvement at 10/20",
        Figures.thresholds(Sample.TOY, row(new Measure.Counted(Tally.of(9, 11)))));
  }

  @Test
  void aThresholdNamesTheRatingReachedEvenPastOneBetween() {
    assertEquals(
        "Inadequate at 0/1",
        Figures.thresholds(Sample.TOY, row(new Measure.Counted(Tally.of(1, 0)))));
  }

  @Test
  void aStatedPercentageHasNoThresholds() {
    assertEquals("", Figures.thresholds(Sample.TOY, row(new Measure.Stated(60))));
  }

  @Test
  void theOverallIsARangeWhileItIsOpen() {
    assertEquals(
        "0–12: Inadequate to Outstanding", Figures.of(Sample.TOY, rated(Map.of()).overall()));
  }

  @Test
  void aMoveIsAnArrowBehindTheFigure() {
    Code code = Code.of("2.1.1");
    assertEquals(" ▲", Figures.moved(Map.of(code, 1), code));
    assertEquals(" ▼", Figures.moved(Map.of(code, -1), code));
    assertEquals(" •", Figures.moved(Map.of(code, 0), code));
    assertEquals("", Figures.moved(Map.of(), code));
  }

  @Test
  void aBandHasItsColour() {
    assertEquals(Style.PLAIN, Figures.style(Optional.empty()));
    assertEquals(
        Colour.YELLOW, Figures.style(row(new Measure.Counted(Tally.of(21, 14))).rating()).colour());
  }
}
