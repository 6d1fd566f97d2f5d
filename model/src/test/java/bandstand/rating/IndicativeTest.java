package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Answer;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Tally;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key questions of judged standards: a share and an indicative band (rule 5 of the method). */
class IndicativeTest {
  private static final Framework EDITION =
      Sample.edition().judged("1.1", 8, 0).triangulated("2.4", "court", 2).framework();

  @ParameterizedTest
  @CsvSource({
    "8, 0, 100, GOOD",
    "4, 1, 80, GOOD",
    "6, 2, 75, GOOD",
    "11, 6, 65, GOOD",
    "5, 3, 63, REQUIRES_IMPROVEMENT",
    "3, 5, 38, INADEQUATE",
    "0, 8, 0, INADEQUATE"
  })
  void theIndicativeBandIsNeverAboveGood(int yes, int no, int percent, Rating rating) {
    var row = new Known(EDITION).served("1.1.1", Tally.of(yes, no)).indicative("1.1.1");
    assertEquals(Optional.of(percent), row.indicative().percent());
    assertEquals(Optional.of(rating), row.indicative().rating());
  }

  @Test
  void theShareIsOfApplicablePromptsAnsweredYes() {
    var fieldwork = new Fieldwork(EDITION);
    fieldwork.serve("1.1.1.1 1.1.1.2 1.1.1.3", Answer.YES).serve("1.1.1.4", Answer.NO);
    fieldwork.serve("1.1.1.5 1.1.1.6", Answer.NA);
    var figure = indicative(fieldwork, "1.1.1").indicative();
    assertEquals(Optional.of(new Tally(3, 1, 2, 2, 0, 0)), figure.tally());
    assertEquals(Optional.of(75), figure.percent());
  }

  @Test
  void withoutPromptsTheServicesOwnAnswerIsTheShare() {
    var fieldwork = new Fieldwork(EDITION).serve("1.1.2", Answer.YES);
    var figure = indicative(fieldwork, "1.1.2").indicative();
    assertEquals(Optional.of(100), figure.percent());
    assertEquals(Optional.of(Rating.GOOD), figure.rating());
  }

  @Test
  void withoutAnyYesOrNoThereIsNoFigure() {
    var fieldwork = new Fieldwork(EDITION).serve("1.1.1.1", Answer.NA);
    var figure = indicative(fieldwork, "1.1.1").indicative();
    assertEquals(Optional.empty(), figure.percent());
    assertEquals(Optional.empty(), figure.rating());
  }

  @Test
  void casesOfATriangulatedStandardIndicateBesideTheService() {
    var fieldwork = new Fieldwork(EDITION).file("C01", "court").file("C02", "court");
    fieldwork.answer("C01", "2.4.1", Answer.YES).serve("2.4.1.1", Answer.NO);
    fieldwork.answer("C02", "2.4.1.1", Answer.NO);
    var row = indicative(fieldwork, "2.4.1");
    assertEquals(Optional.of(0), row.indicative().percent());
    var cases = row.cases().orElseThrow();
    assertEquals(Optional.of(new Tally(1, 0, 0, 1, 0, 0)), cases.tally());
    assertEquals(Optional.of(100), cases.percent());
    assertEquals(Optional.of(Rating.GOOD), cases.rating());
    var standard = Scorer.rate(fieldwork.now()).standard(Code.of("2.4")).orElseThrow();
    assertEquals(Optional.empty(), standard.finalRating());
  }

  @Test
  void theCalculatorMayStateTheCasesOfATriangulatedStandard() {
    var row = new Known(EDITION).stated("2.4.1", 90).indicative("2.4.1");
    assertEquals(Optional.of(90), row.cases().orElseThrow().percent());
    assertEquals(Optional.of(Rating.GOOD), row.cases().orElseThrow().rating());
  }

  @Test
  void whereNoCasesAreAskedThereIsNoFigureOfCases() {
    assertEquals(Optional.empty(), new Known(EDITION).indicative("1.1.1").cases());
  }

  private static KeyQuestionRatings.Indicative indicative(Fieldwork fieldwork, String code) {
    var ratings = Scorer.rate(fieldwork.now());
    return (KeyQuestionRatings.Indicative) ratings.keyQuestion(Code.of(code)).orElseThrow();
  }
}
