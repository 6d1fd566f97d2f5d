package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 7 of the method: from a sum of scores to the overall rating. */
class OverallTableTest {
  private static final OverallTable PUBLISHED =
      new OverallTable(12, List.of(6, 18, 30, 36), Basis.PUBLISHED);

  /** Larger than any edition, so that each number of rated standards comes from the formula. */
  private static final OverallTable LARGER =
      new OverallTable(14, List.of(7, 21, 35, 42), Basis.PUBLISHED);

  @ParameterizedTest
  @CsvSource({
    "0, 6, INADEQUATE",
    "7, 18, REQUIRES_IMPROVEMENT",
    "19, 30, GOOD",
    "31, 36, OUTSTANDING"
  })
  void thePublishedTableRatesEveryScore(int lowest, int highest, Rating rating) {
    for (int score = lowest; score <= highest; score++) {
      assertEquals(rating, PUBLISHED.of(score), "score " + score);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, INADEQUATE",
    "4, 10, REQUIRES_IMPROVEMENT",
    "11, 17, GOOD",
    "18, 21, OUTSTANDING"
  })
  void sevenStandardsRateEveryScore(int lowest, int highest, Rating rating) {
    OverallTable seven = PUBLISHED.forStandards(7);
    for (int score = lowest; score <= highest; score++) {
      assertEquals(rating, seven.of(score), "score " + score);
    }
    assertEquals(21, seven.max());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void anyNumberOfStandardsRatesByHalves(int standards) {
    OverallTable table = LARGER.forStandards(standards);
    assertEquals(3 * standards, table.max());
    for (int score = 0; score <= 3 * standards; score++) {
      assertEquals(Definition.overall(score, standards), table.of(score), "score " + score);
    }
  }

  @Test
  void twelveByHalvesAreThePublishedLimits() {
    assertEquals(PUBLISHED.upTo(), LARGER.forStandards(12).upTo());
  }

  @Test
  void onlyTheEditionsOwnNumberIsPublished() {
    assertEquals(Basis.PUBLISHED, PUBLISHED.forStandards(12).basis());
    for (int standards = 1; standards < 12; standards++) {
      assertEquals(Basis.UNCONFIRMED, PUBLISHED.forStandards(standards).basis());
    }
  }

  @Test
  void oneOfTwentyFourIsInadequate() {
    assertEquals(Rating.INADEQUATE, PUBLISHED.forStandards(8).of(1));
    assertEquals(24, PUBLISHED.forStandards(8).max());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 37})
  void aScoreOutsideTheTableIsRefused(int score) {
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.of(score));
  }

  @Test
  void theLastLimitIsThreeForEachStandard() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new OverallTable(12, List.of(6, 18, 30, 35), Basis.PUBLISHED));
    assertThrows(
        IllegalArgumentException.class,
        () -> new OverallTable(12, List.of(18, 30, 36), Basis.PUBLISHED));
  }
}
