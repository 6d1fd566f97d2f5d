package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Answer;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Tally;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From an inspection as it stands to the tree of its ratings. */
class ScorerTest {
  private static final Framework EDITION =
      Sample.edition()
          .judged("1.1", 2)
          .cases("2.1", "court", 3, 0)
          .cases("3.1", "out-of-court", 0)
          .framework();

  private final Fieldwork fieldwork = new Fieldwork(EDITION);

  @Test
  void theTreeHasEveryStandardAndEveryKeyQuestionOfTheEdition() {
    Ratings ratings = Scorer.rate(fieldwork.now());
    assertEquals(
        Sample.codes("1.1 2.1 3.1"),
        ratings.standards().stream().map(row -> row.standard().code()).toList());
    assertEquals(
        Sample.codes("2.1.1 2.1.2"),
        Known.standard(ratings, "2.1").keyQuestions().stream()
            .map(row -> row.keyQuestion().code())
            .toList());
    for (String other : List.of("overall", "1", "2.1", "2.1.3", "2.1.1.1", "9.9.9")) {
      assertEquals(Optional.empty(), ratings.keyQuestion(Code.of(other)), other);
    }
    for (String other : List.of("overall", "2", "2.2", "2.1.1")) {
      assertEquals(Optional.empty(), ratings.standard(Code.of(other)), other);
    }
  }

  @Test
  void aLeaningMovesTheProjectedFigureOnly() {
    fieldwork.file("C01", "court").file("C02", "court");
    fieldwork.answer("C01", "2.1.1", Answer.YES).answer("C02", "2.1.1.1", Answer.NO);
    var row = Known.scored(Scorer.rate(fieldwork.now()), "2.1.1");
    assertEquals(Optional.of(100), row.confirmed().percent());
    assertEquals(Optional.of(50), row.projected().percent());
    assertEquals(Optional.of(new Tally(1, 1, 0, 0, 0, 0)), row.projected().tally());
    assertEquals(
        Optional.of(new Range(Rating.REQUIRES_IMPROVEMENT, Rating.OUTSTANDING)), row.range());
  }

  @Test
  void theConfirmedRatingIsFinalThoughAnotherIsProjected() {
    fieldwork.file("C01", "court").file("C02", "court");
    fieldwork.answer("C01", "2.1.1 2.1.2", Answer.YES).answer("C02", "2.1.1.1", Answer.NO);
    var row = Known.standard(Scorer.rate(fieldwork.now()), "2.1");
    assertEquals(Optional.of(Rating.OUTSTANDING), row.computed());
    assertEquals(Optional.of(Rating.OUTSTANDING), row.finalRating());
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), row.provisional());
  }

  @Test
  void casesOfOneTypeLeaveTheOthersStandardsWithoutCases() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1 2.1.2", Answer.NO);
    Ratings ratings = Scorer.rate(fieldwork.now());
    assertEquals(Optional.of(Rating.INADEQUATE), Known.standard(ratings, "2.1").finalRating());
    assertEquals(Optional.of(Range.ANY), Known.standard(ratings, "3.1").range());
  }

  @Test
  void decisionsOfTheInspectionCount() {
    fieldwork.judge("1.1", Optional.of(Rating.GOOD)).judge("3.1", Optional.empty());
    fieldwork.file("C01", "court").answer("C01", "2.1.1 2.1.2", Answer.YES);
    var overall = Scorer.rate(fieldwork.now()).overall();
    assertEquals(Optional.of(5), overall.score());
    assertEquals(6, overall.max());
    assertEquals(Optional.of(Rating.GOOD), overall.rating());
  }
}
