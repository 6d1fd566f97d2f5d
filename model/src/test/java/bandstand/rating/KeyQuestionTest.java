package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Bands;
import bandstand.framework.Definition;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key question scored by cases: every tally of up to eight cases, leaning ones of up to five. */
class KeyQuestionTest {
  private static final Framework EDITION = Sample.edition().cases("2.1", "court", 0).framework();

  @Test
  void theRangeHoldsWhateverTheOpenCasesBecome() {
    eachTally(
        (tally, row) ->
            assertEquals(
                Oracle.range(Oracle.endings(tally)), row.range(), () -> "range of " + tally));
  }

  @Test
  void aQuestionIsSettledWhenOnlyOneRatingIsLeft() {
    eachTally(
        (tally, row) -> {
          var ratings = Oracle.endings(tally).stream().flatMap(Optional::stream).toList();
          assertEquals(ratings.size() == 1, row.settled(), () -> "settled " + tally);
        });
  }

  @Test
  void theConfirmedFigureCountsEnteredJudgementsOnly() {
    eachTally(
        (tally, row) -> {
          assertEquals(
              Optional.of(new Tally(tally.yes(), tally.no(), tally.na(), tally.open(), 0, 0)),
              row.confirmed().tally());
          assertFigure(tally.yes(), tally.no(), row.confirmed());
        });
  }

  @Test
  void theProjectedFigureCountsLeaningsToo() {
    eachTally(
        (tally, row) ->
            assertFigure(
                tally.yes() + tally.leansYes(), tally.no() + tally.leansNo(), row.projected()));
  }

  @Test
  void aQuestionLeavesWhenItIsNotApplicableInEveryCase() {
    eachTally((tally, row) -> assertEquals(Oracle.leaves(tally), row.leaves(), tally::toString));
  }

  @Test
  void tippingIsTheFewestAnswersTurned() {
    eachTally(
        (tally, row) ->
            assertEquals(
                Oracle.tipping(List.of(tally)), row.tipping(), () -> "tipping of " + tally));
  }

  @Test
  void tippingOfLargerSamplesToo() {
    for (int counted = 1; counted <= 60; counted++) {
      for (int yes = 0; yes <= counted; yes++) {
        Tally tally = Tally.of(yes, counted - yes);
        assertEquals(
            Oracle.tipping(List.of(tally)), rate(tally).tipping(), () -> "tipping of " + tally);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "31/35, , 4", // 28 is 80%, 27 is 77%
    "21/35, 2, 4", // 23 is 66%, 22 is 63%; 18 is 51%, 17 is 49%
    "15/23, 4, 1", // 19 is 83%, 18 is 78%; 14 is 61%
    "11/17, 3, 1", // 14 is 82%, 13 is 76%; 10 is 59%
    "1/3, 1, ",
    "3/3, , 1"
  })
  void namedFractionsTip(String fraction, Long up, Long down) {
    Tipping expected = new Tipping(Optional.ofNullable(up), Optional.ofNullable(down));
    assertEquals(expected, rate(Known.tally(fraction)).tipping());
  }

  @Test
  void theExactReadingTipsElsewhere() {
    Framework exact =
        Sample.edition().read(Bands.Reading.EXACT).cases("2.1", "court", 0).framework();
    var row = new Known(exact).counted("2.1.1", "11/17").scored("2.1.1");
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), row.rating());
    assertEquals(Optional.of(65), row.confirmed().percent());
    assertEquals(new Tipping(Optional.of(1L), Optional.of(3L)), row.tipping());
    assertTrue(row.roundingDecides());
  }

  @Test
  void roundingDecidesOnTheConfirmedFigureOnly() {
    assertTrue(rate(new Tally(11, 6, 3, 0, 0, 0)).roundingDecides());
    assertFalse(rate(new Tally(10, 6, 0, 1, 1, 0)).roundingDecides());
    assertFalse(rate(Tally.NOTHING).roundingDecides());
  }

  @Test
  void anOpenQuestionThatLeansIsNotSettled() {
    var row = rate(new Tally(79, 20, 0, 1, 1, 0));
    assertEquals(new Range(Rating.GOOD, Rating.OUTSTANDING), row.range().orElseThrow());
    assertFalse(row.settled());
  }

  @Test
  void withoutCasesEverythingIsPossible() {
    var row = rate(Tally.NOTHING);
    assertEquals(Optional.of(new Range(Rating.INADEQUATE, Rating.OUTSTANDING)), row.range());
    assertFalse(row.settled());
    assertFalse(row.leaves());
    assertEquals(Optional.empty(), row.rating());
  }

  @Test
  void notApplicableThroughoutHasNoRange() {
    var row = rate(new Tally(0, 0, 4, 0, 0, 0));
    assertEquals(Optional.empty(), row.range());
    assertEquals(Optional.empty(), row.confirmed().percent());
    assertFalse(row.settled());
    assertTrue(row.leaves());
  }

  private static void assertFigure(int yes, int no, Figure figure) {
    if (yes + no == 0) {
      assertEquals(Optional.empty(), figure.percent(), "not rated is never 0%");
      assertEquals(Optional.empty(), figure.rating());
    } else {
      assertEquals(Optional.of(Definition.percent(yes, yes + no)), figure.percent());
      assertEquals(Optional.of(Definition.rounded(yes, yes + no)), figure.rating());
    }
  }

  private static KeyQuestionRatings.Scored rate(Tally tally) {
    return new Known(EDITION).counted("2.1.1", tally).scored("2.1.1");
  }

  private static void eachTally(BiConsumer<Tally, KeyQuestionRatings.Scored> claim) {
    Oracle.tallies(8).forEach(tally -> claim.accept(tally, rate(tally)));
    Oracle.leaningTallies(5).forEach(tally -> claim.accept(tally, rate(tally)));
  }
}
