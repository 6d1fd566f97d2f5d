package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 3 of the method: percentage, rounding, bands. */
class BandsTest {
  private static final int LARGEST = 120;
  private static final List<Integer> PRINTED = List.of(0, 50, 65, 80);
  private static final Bands ROUNDED = new Bands(Bands.Reading.ROUNDED, PRINTED);
  private static final Bands EXACT = new Bands(Bands.Reading.EXACT, PRINTED);

  @Test
  void everyPercentageIsRoundedHalfUp() {
    eachFraction(
        (yes, counted) ->
            assertEquals(
                Definition.percent(yes, counted),
                Bands.percent(yes, counted),
                () -> yes + "/" + counted));
  }

  @ParameterizedTest
  @CsvSource({"1,200,1", "1,201,0", "1,8,13", "3,8,38", "5,8,63", "7,8,88", "0,7,0", "7,7,100"})
  void aHalfIsRoundedUp(long yes, long counted, int percent) {
    assertEquals(percent, Bands.percent(yes, counted));
  }

  @Test
  void theRoundedReadingBandsTheWholePercentage() {
    eachFraction(
        (yes, counted) ->
            assertEquals(
                Definition.rounded(yes, counted),
                ROUNDED.of(yes, counted),
                () -> yes + "/" + counted));
  }

  @Test
  void theExactReadingBandsTheFraction() {
    eachFraction(
        (yes, counted) ->
            assertEquals(
                Definition.exact(yes, counted), EXACT.of(yes, counted), () -> yes + "/" + counted));
  }

  @Test
  void roundingDecidesWhereTheTwoReadingsDiffer() {
    eachFraction(
        (yes, counted) -> {
          boolean differ = Definition.rounded(yes, counted) != Definition.exact(yes, counted);
          assertEquals(differ, ROUNDED.roundingDecides(yes, counted), () -> yes + "/" + counted);
          assertEquals(differ, EXACT.roundingDecides(yes, counted), () -> yes + "/" + counted);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0, INADEQUATE", "49, INADEQUATE", "50, REQUIRES_IMPROVEMENT", "64, REQUIRES_IMPROVEMENT",
    "65, GOOD", "79, GOOD", "80, OUTSTANDING", "100, OUTSTANDING"
  })
  void thePrintedBandsStartAt50And65And80(int percent, Rating rating) {
    assertEquals(rating, ROUNDED.ofPercent(percent));
    assertEquals(rating, EXACT.ofPercent(percent));
  }

  @ParameterizedTest
  @CsvSource({"11,17", "20,31", "22,34", "24,37"})
  void roundingDecidesBetweenRequiresImprovementAndGood(long yes, long counted) {
    assertEquals(65, Bands.percent(yes, counted));
    assertEquals(Rating.GOOD, ROUNDED.of(yes, counted));
    assertEquals(Rating.REQUIRES_IMPROVEMENT, EXACT.of(yes, counted));
    assertTrue(ROUNDED.roundingDecides(yes, counted));
  }

  @ParameterizedTest
  @CsvSource({"35,44", "39,49"})
  void roundingDecidesBetweenGoodAndOutstanding(long yes, long counted) {
    assertEquals(80, Bands.percent(yes, counted));
    assertEquals(Rating.OUTSTANDING, ROUNDED.of(yes, counted));
    assertEquals(Rating.GOOD, EXACT.of(yes, counted));
    assertTrue(ROUNDED.roundingDecides(yes, counted));
  }

  @Test
  void roundingDecidesAtFiftyOnlyFrom101Cases() {
    eachFraction(
        (yes, counted) -> {
          if (2 * yes < counted && counted < 101) {
            assertFalse(ROUNDED.roundingDecides(yes, counted), () -> yes + "/" + counted);
          }
        });
    assertEquals(Rating.REQUIRES_IMPROVEMENT, ROUNDED.of(50, 101));
    assertEquals(Rating.INADEQUATE, EXACT.of(50, 101));
    assertTrue(ROUNDED.roundingDecides(50, 101));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 50 65 80", "0 1 2 3", "0 33 67 100", "0 98 99 100"})
  void theFewestYesAreTheFirstThatReachTheRating(String thresholds) {
    var from = List.of(thresholds.split(" ")).stream().map(Integer::valueOf).toList();
    for (Rating rating : Rating.values()) {
      int threshold = from.get(rating.score());
      for (int counted = 1; counted <= LARGEST; counted++) {
        String where = rating + " of " + counted;
        long rounded = 0;
        while (Definition.percent(rounded, counted) < threshold) {
          rounded++;
        }
        long exact = 0;
        while (100 * exact < (long) threshold * counted) {
          exact++;
        }
        assertEquals(
            rounded, new Bands(Bands.Reading.ROUNDED, from).fewestYes(rating, counted), where);
        assertEquals(exact, new Bands(Bands.Reading.EXACT, from).fewestYes(rating, counted), where);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"50 65 80", "1 50 65 80", "0 65 50 80", "0 50 50 80", "0 50 65 101", "0 1 2 3 4"})
  void fourThresholdsRiseFromZeroToAtMostAHundred(String thresholds) {
    var from = List.of(thresholds.split(" ")).stream().map(Integer::valueOf).toList();
    assertThrows(IllegalArgumentException.class, () -> new Bands(Bands.Reading.ROUNDED, from));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-1,5", "6,5", "0,-1"})
  void whatIsNoFractionHasNoPercentage(long yes, long counted) {
    assertThrows(IllegalArgumentException.class, () -> Bands.percent(yes, counted));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-1,5", "6,5", "0,-1"})
  void whatIsNoFractionHasNoRating(long yes, long counted) {
    assertThrows(IllegalArgumentException.class, () -> ROUNDED.of(yes, counted));
    assertThrows(IllegalArgumentException.class, () -> ROUNDED.roundingDecides(yes, counted));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aPercentageIsFromZeroToAHundred(int percent) {
    assertThrows(IllegalArgumentException.class, () -> ROUNDED.ofPercent(percent));
  }

  private interface Fraction {
    void holds(long yes, long counted);
  }

  private static void eachFraction(Fraction claim) {
    for (long counted = 1; counted <= LARGEST; counted++) {
      for (long yes = 0; yes <= counted; yes++) {
        claim.holds(yes, counted);
      }
    }
  }
}
