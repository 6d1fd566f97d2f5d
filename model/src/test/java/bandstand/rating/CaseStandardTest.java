package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A standard of cases: every pair of tallies of up to four cases, every three of up to two, against
 * trying everything out.
 */
class CaseStandardTest {
  private static final Framework TWO = Sample.edition().cases("2.1", "court", 0, 0).framework();
  private static final Framework THREE =
      Sample.edition().cases("2.1", "court", 0, 0, 0).framework();

  @Test
  void theRangeHoldsWhateverTheOpenCasesBecome() {
    eachStandard(
        (questions, row) ->
            assertEquals(
                Oracle.range(Oracle.standardEndings(questions)),
                row.range(),
                () -> "range of " + questions));
  }

  @Test
  void theLowestQuestionSetsTheRating() {
    eachStandard(
        (questions, row) ->
            assertEquals(
                Oracle.computed(questions), row.computed(), () -> "computed of " + questions));
  }

  @Test
  void tippingIsTheFewestAnswersTurnedInAnyOfTheQuestions() {
    eachStandard(
        (questions, row) ->
            assertEquals(
                Oracle.tipping(questions), row.tipping(), () -> "tipping of " + questions));
  }

  @Test
  void theQuestionsOfTheLowestFractionLimit() {
    eachStandard(
        (questions, row) -> assertEquals(limiting(questions), row.limiting(), questions::toString));
  }

  @Test
  void aQuestionLeftOutIsFlagged() {
    eachStandard(
        (questions, row) ->
            assertEquals(
                questions.stream().anyMatch(Oracle::leaves),
                row.flags().contains(Flag.QUESTION_LEFT_OUT),
                questions::toString));
  }

  @Test
  void theProvisionalRatingIsTheLowestProjectedOne() {
    List<Tally> tallies = Oracle.leaningTallies(3);
    for (Tally first : tallies) {
      for (Tally second : tallies) {
        var projected = new ArrayList<Rating>();
        for (Tally tally : List.of(first, second)) {
          Oracle.rating(tally.yes() + tally.leansYes(), tally.no() + tally.leansNo())
              .ifPresent(projected::add);
        }
        assertEquals(
            projected.isEmpty() ? Optional.empty() : Optional.of(Collections.min(projected)),
            rate(TWO, List.of(first, second)).provisional(),
            () -> "provisional of " + first + " and " + second);
      }
    }
  }

  @Test
  void whileOneQuestionIsOpenTheStandardIsNotRatedButProvisional() {
    var row = rate(TWO, List.of(Tally.of(4, 1), new Tally(0, 0, 0, 5, 0, 0)));
    assertEquals(Optional.empty(), row.computed());
    assertEquals(Optional.empty(), row.finalRating());
    assertEquals(Optional.of(Rating.OUTSTANDING), row.provisional());
    assertEquals(Optional.of(Range.ANY), row.range());
    assertEquals(Tipping.NEITHER, row.tipping());
  }

  @Test
  void aQuestionThatHasLeftNoLongerHoldsTheStandardBack() {
    var row = rate(TWO, List.of(Tally.of(4, 1), new Tally(0, 0, 5, 0, 0, 0)));
    assertEquals(Optional.of(Rating.OUTSTANDING), row.computed());
    assertEquals(Optional.of(new Range(Rating.OUTSTANDING, Rating.OUTSTANDING)), row.range());
    assertEquals(List.of(Code.of("2.1.1")), row.limiting());
    assertEquals(
        Set.of(Flag.ONE_CASE, Flag.FIVE_CASES, Flag.NEAR_BOUNDARY, Flag.QUESTION_LEFT_OUT),
        row.flags());
  }

  @Test
  void aStandardAllOfWhoseQuestionsLeaveItIsNotRated() {
    var left = new Tally(0, 0, 5, 0, 0, 0);
    var row = rate(TWO, List.of(left, left));
    assertEquals(Optional.empty(), row.computed());
    assertEquals(Optional.empty(), row.provisional());
    assertEquals(Optional.empty(), row.range());
    assertFalse(row.settled());
    assertEquals(List.of(), row.limiting());
  }

  @Test
  void withoutCasesAStandardMayBecomeAnything() {
    var row = rate(THREE, List.of(Tally.NOTHING, Tally.NOTHING, Tally.NOTHING));
    assertEquals(Optional.of(new Range(Rating.INADEQUATE, Rating.OUTSTANDING)), row.range());
    assertFalse(row.settled());
    assertEquals(Optional.empty(), row.provisional());
  }

  @Test
  void equalFractionsLimitTogether() {
    var row = rate(THREE, List.of(Tally.of(4, 2), Tally.of(9, 1), Tally.of(2, 1)));
    assertEquals(Sample.codes("2.1.1 2.1.3"), row.limiting());
  }

  @Test
  void threeGoodQuestionsAndOneInadequateMakeTheStandardInadequate() {
    Framework four = Sample.edition().cases("2.1", "court", 0, 0, 0, 0).framework();
    var good = Tally.of(7, 3);
    var row = rate(four, List.of(good, good, good, Tally.of(4, 6)));
    assertEquals(Optional.of(Rating.INADEQUATE), row.finalRating());
    assertEquals(Sample.codes("2.1.4"), row.limiting());
    assertEquals(new Tipping(Optional.of(1L), Optional.empty()), row.tipping());
  }

  private static void eachStandard(BiConsumer<List<Tally>, StandardRatings> claim) {
    List<Tally> four = Oracle.tallies(4);
    for (Tally first : four) {
      for (Tally second : four) {
        var questions = List.of(first, second);
        claim.accept(questions, rate(TWO, questions));
      }
    }
    List<Tally> two = Oracle.tallies(2);
    for (Tally first : two) {
      for (Tally second : two) {
        for (Tally third : two) {
          var questions = List.of(first, second, third);
          claim.accept(questions, rate(THREE, questions));
        }
      }
    }
  }

  private static StandardRatings rate(Framework edition, List<Tally> questions) {
    Known known = new Known(edition);
    for (int number = 1; number <= questions.size(); number++) {
      known.counted("2.1." + number, questions.get(number - 1));
    }
    return known.standard("2.1");
  }

  /** Those below which no other lies. */
  private static List<Code> limiting(List<Tally> questions) {
    return IntStream.rangeClosed(1, questions.size())
        .filter(number -> isLowest(questions.get(number - 1), questions))
        .mapToObj(number -> Code.of("2.1." + number))
        .toList();
  }

  private static boolean isLowest(Tally tally, List<Tally> questions) {
    return tally.counted() > 0
        && questions.stream()
            .filter(other -> other.counted() > 0)
            .allMatch(other -> tally.yes() * other.counted() <= other.yes() * tally.counted());
  }
}
