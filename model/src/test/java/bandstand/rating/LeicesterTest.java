package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Definition;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Leicester City 2019, the published result (004 Annex 2), from cases that give its percentages.
 */
class LeicesterTest {
  private static final int COURT = 35;
  private static final int OUT_OF_COURT = 24;

  /**
   * A key question with a yes count, over how many cases it is relevant to, its published
   * percentage and whether that needs fewer cases than the whole sample.
   */
  record Published(String code, int yes, int counted, int percent, boolean fewer) {
    int sample() {
      return code.startsWith("2") ? COURT : OUT_OF_COURT;
    }
  }

  /** A standard with its published rating and score, and the key question that limits it. */
  record Rated(String code, Rating rating, int score, String limiting) {}

  static final List<Published> PERCENTAGES =
      List.of(
          new Published("2.1.1", 31, 35, 89, false),
          new Published("2.1.2", 30, 35, 86, false),
          new Published("2.1.3", 32, 35, 91, false),
          new Published("2.2.1", 33, 35, 94, false),
          new Published("2.2.2", 26, 32, 81, true),
          new Published("2.2.3", 27, 33, 82, true),
          new Published("2.3.1", 34, 35, 97, false),
          new Published("2.3.2", 27, 35, 77, false),
          new Published("2.3.3", 26, 35, 74, false),
          new Published("2.4.1", 25, 35, 71, false),
          new Published("2.4.2", 20, 30, 67, true),
          new Published("2.4.3", 21, 35, 60, false),
          new Published("3.1.1", 20, 24, 83, false),
          new Published("3.1.2", 16, 24, 67, false),
          new Published("3.1.3", 20, 24, 83, false),
          new Published("3.2.1", 21, 24, 88, false),
          new Published("3.2.2", 18, 24, 75, false),
          new Published("3.2.3", 13, 16, 81, true),
          new Published("3.3.1", 18, 24, 75, false),
          new Published("3.3.2", 15, 23, 65, true),
          new Published("3.3.3", 17, 21, 81, true),
          new Published("3.4.1", 22, 24, 92, false),
          new Published("3.4.2", 19, 24, 79, false));

  static final List<Rated> STANDARDS =
      List.of(
          new Rated("1.1", Rating.REQUIRES_IMPROVEMENT, 1, ""),
          new Rated("1.2", Rating.GOOD, 2, ""),
          new Rated("1.3", Rating.OUTSTANDING, 3, ""),
          new Rated("1.4", Rating.REQUIRES_IMPROVEMENT, 1, ""),
          new Rated("2.1", Rating.OUTSTANDING, 3, "2.1.2"),
          new Rated("2.2", Rating.OUTSTANDING, 3, "2.2.2"),
          new Rated("2.3", Rating.GOOD, 2, "2.3.3"),
          new Rated("2.4", Rating.REQUIRES_IMPROVEMENT, 1, "2.4.3"),
          new Rated("3.1", Rating.GOOD, 2, "3.1.2"),
          new Rated("3.2", Rating.GOOD, 2, "3.2.2"),
          new Rated("3.3", Rating.GOOD, 2, "3.3.2"),
          new Rated("3.4", Rating.GOOD, 2, "3.4.2"));

  private static final Ratings RATINGS = Scorer.rate(inspected().now());

  @Test
  void theTableHas23PercentagesAndTwelveRatings() {
    assertEquals(23, PERCENTAGES.size());
    assertEquals(12, STANDARDS.size());
    assertEquals(24, STANDARDS.stream().mapToInt(Rated::score).sum());
  }

  @ParameterizedTest
  @FieldSource("PERCENTAGES")
  void everyPercentageIsThePublishedOne(Published published) {
    var row = Known.scored(RATINGS, published.code());
    assertEquals(Optional.of(published.percent()), row.confirmed().percent());
    assertEquals(row.confirmed(), row.projected());
    assertTrue(row.settled());
  }

  @ParameterizedTest
  @FieldSource("PERCENTAGES")
  void aPercentageNeedsFewerCasesWhereTheWholeSampleCannotGiveIt(Published published) {
    boolean possible = false;
    for (int yes = 0; yes <= published.sample(); yes++) {
      possible |= Definition.percent(yes, published.sample()) == published.percent();
    }
    assertEquals(published.fewer(), !possible);
    assertEquals(published.fewer(), published.counted() < published.sample());
    assertEquals(published.percent(), Definition.percent(published.yes(), published.counted()));
  }

  @ParameterizedTest
  @FieldSource("STANDARDS")
  void everyStandardHasItsPublishedRating(Rated published) {
    var row = Known.standard(RATINGS, published.code());
    assertEquals(Optional.of(published.rating()), row.finalRating());
    assertEquals(Optional.of(published.score()), row.finalRating().map(Rating::score));
    assertTrue(row.settled());
  }

  @ParameterizedTest
  @FieldSource("STANDARDS")
  void theLowestFigureLimitsAStandardOfCases(Rated published) {
    var row = Known.standard(RATINGS, published.code());
    boolean judged = published.limiting().isEmpty();
    assertEquals(judged ? List.of() : Sample.codes(published.limiting()), row.limiting());
    assertEquals(judged ? Optional.empty() : row.finalRating(), row.computed());
    assertEquals(row.computed(), row.provisional());
  }

  @Test
  void theOverallIsGoodWith24Of36() {
    Overall overall = RATINGS.overall();
    assertEquals(Optional.of(24), overall.score());
    assertEquals(36, overall.max());
    assertEquals(Optional.of(Rating.GOOD), overall.rating());
    assertEquals(Optional.of(Rating.GOOD), overall.finalRating());
    assertEquals(Basis.PUBLISHED, overall.basis());
    assertEquals(List.of(24, 24), List.of(overall.lowest(), overall.highest()));
    assertTrue(overall.settled());
    assertTrue(overall.complete());
  }

  @Test
  void sevenPointsUpOrSixDownWouldChangeTheOverall() {
    assertEquals(new Tipping(Optional.of(7L), Optional.of(6L)), RATINGS.overall().toNext());
  }

  @Test
  void fourAnswersTurnedLower2_1_1AndThreeLower2_1() {
    assertEquals(
        new Tipping(Optional.empty(), Optional.of(4L)), Known.scored(RATINGS, "2.1.1").tipping());
    assertEquals(
        new Tipping(Optional.empty(), Optional.of(3L)), Known.standard(RATINGS, "2.1").tipping());
  }

  /** Of 35, 23 are 66% and 22 are 63%; 18 are 51% and 17 are 49%. */
  @Test
  void twoAnswersTurnedLift2_4AndFourLowerIt() {
    assertEquals(
        new Tipping(Optional.of(2L), Optional.of(4L)), Known.standard(RATINGS, "2.4").tipping());
  }

  @Test
  void twoAnswersTurnedMakeReviewingGoodAndTheSum25() {
    Fieldwork fieldwork = inspected();
    fieldwork.answer("C22", "2.4.3", Answer.YES).answer("C23", "2.4.3", Answer.YES);
    Ratings ratings = Scorer.rate(fieldwork.now());
    assertEquals(Optional.of(Rating.GOOD), Known.standard(ratings, "2.4").finalRating());
    assertEquals(Optional.of(25), ratings.overall().score());
  }

  @Test
  void thePercentagesAloneGiveTheSameResult() {
    Known calculator = new Known(Sample.yos2018());
    PERCENTAGES.forEach(row -> calculator.stated(row.code(), row.percent()));
    STANDARDS.stream()
        .filter(row -> row.limiting().isEmpty())
        .forEach(row -> calculator.judged(row.code(), row.rating()));
    Ratings ratings = calculator.ratings();
    STANDARDS.forEach(
        row ->
            assertEquals(
                Optional.of(row.rating()), Known.standard(ratings, row.code()).finalRating()));
    assertEquals(Optional.of(24), ratings.overall().score());
    assertEquals(Optional.of(Rating.GOOD), ratings.overall().rating());
  }

  /** Both samples in one import, then the four judgements of the lead inspector. */
  private static Fieldwork inspected() {
    Fieldwork fieldwork = new Fieldwork(Sample.yos2018());
    var edits = new ArrayList<Edit>();
    for (int number = 1; number <= COURT; number++) {
      edits.addAll(caseEdits(fieldwork, "C" + number, "court", "2", number));
    }
    for (int number = 1; number <= OUT_OF_COURT; number++) {
      edits.addAll(caseEdits(fieldwork, "D" + number, "out-of-court", "3", number));
    }
    fieldwork.record(Change.of(Change.Kind.IMPORT, edits));
    STANDARDS.stream()
        .filter(row -> row.limiting().isEmpty())
        .forEach(row -> fieldwork.judge(row.code(), Optional.of(row.rating())));
    return fieldwork;
  }

  /** First come the cases with yes, then those with no, then those it does not apply to. */
  private static List<Edit> caseEdits(
      Fieldwork fieldwork, String reference, String type, String domain, int number) {
    var edits = new ArrayList<>(Fieldwork.fileEdits(reference, type));
    for (Published row : PERCENTAGES) {
      if (row.code().startsWith(domain)) {
        Answer answer =
            number <= row.yes() ? Answer.YES : number <= row.counted() ? Answer.NO : Answer.NA;
        edits.add(
            new Edit.ToAnswer(
                Optional.of(new Reference(reference)),
                Code.of(row.code()),
                Optional.empty(),
                Optional.of(fieldwork.answered(answer))));
      }
    }
    return edits;
  }
}
