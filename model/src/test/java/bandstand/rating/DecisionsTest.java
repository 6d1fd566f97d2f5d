package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people decide beside what is computed: rules 5, 6 and 7 of the method. */
class DecisionsTest {
  private static final Framework EDITION =
      Sample.edition().judged("1.1", 4, 0).cases("2.1", "court", 0).framework();

  private final Known known = new Known(EDITION);

  @ParameterizedTest
  @EnumSource(Rating.class)
  void discretionStandsBesideTheComputedRatingInAnyDirection(Rating rating) {
    var row = known.counted("2.1.1", "7/10").discretion("2.1", rating).standard("2.1");
    assertEquals(Optional.of(Rating.GOOD), row.computed());
    assertEquals(Optional.of(Rating.GOOD), row.provisional());
    assertEquals(Optional.of(rating), row.finalRating());
  }

  @ParameterizedTest
  @EnumSource(Rating.class)
  void discretionFixesTheRange(Rating rating) {
    var open = new Tally(7, 3, 0, 10, 0, 0);
    var row = known.counted("2.1.1", open).discretion("2.1", rating).standard("2.1");
    assertEquals(Optional.of(new Range(rating, rating)), row.range());
    assertTrue(row.settled());
  }

  @Test
  void discretionRatesAStandardThatIsNotRatedYet() {
    var row = known.discretion("2.1", Rating.GOOD).standard("2.1");
    assertEquals(Optional.empty(), row.computed());
    assertEquals(Optional.of(Rating.GOOD), row.finalRating());
    assertTrue(row.settled());
  }

  @Test
  void discretionRatesAStandardThatAllItsQuestionsLeft() {
    known.counted("2.1.1", new Tally(0, 0, 3, 0, 0, 0)).discretion("2.1", Rating.GOOD);
    assertEquals(Optional.of(Rating.GOOD), known.standard("2.1").finalRating());
    assertEquals(6, known.overall().max());
  }

  @Test
  void discretionComesBeforeADeclarationOfNotRated() {
    var row = known.notRated("2.1").discretion("2.1", Rating.GOOD).standard("2.1");
    assertEquals(Optional.of(Rating.GOOD), row.finalRating());
    assertEquals(Optional.of(new Range(Rating.GOOD, Rating.GOOD)), row.range());
    assertFalse(row.declaredNotRated());
  }

  @Test
  void discretionLeavesTheTippingOfWhatIsComputed() {
    known.counted("2.1.1", "7/10").discretion("2.1", Rating.INADEQUATE);
    assertEquals(new Tipping(Optional.of(1L), Optional.of(1L)), known.standard("2.1").tipping());
  }

  @Test
  void aStandardDeclaredNotRatedHasNoRatingAndNoRange() {
    var row = known.counted("2.1.1", "7/10").notRated("2.1").standard("2.1");
    assertEquals(Optional.of(Rating.GOOD), row.computed());
    assertEquals(Optional.empty(), row.finalRating());
    assertEquals(Optional.empty(), row.range());
    assertFalse(row.settled());
    assertTrue(row.declaredNotRated());
  }

  @Test
  void aJudgedStandardMayBeDeclaredNotRatedToo() {
    var row = known.notRated("1.1").standard("1.1");
    assertEquals(Optional.empty(), row.finalRating());
    assertEquals(Optional.empty(), row.range());
    assertTrue(row.declaredNotRated());
    assertEquals(3, known.overall().max());
  }

  @Test
  void aJudgedStandardMayBecomeAnythingUntilItIsJudged() {
    var row = known.standard("1.1");
    assertEquals(Optional.empty(), row.finalRating());
    assertEquals(Optional.of(new Range(Rating.INADEQUATE, Rating.OUTSTANDING)), row.range());
    assertFalse(row.settled());
    assertFalse(row.declaredNotRated());
  }

  @ParameterizedTest
  @EnumSource(Rating.class)
  void aRecommendationCountsAsMuchAsAnAgreedOne(Rating rating) {
    var by = new Judgement.Signature(Fieldwork.INSPECTOR, Instant.EPOCH);
    for (var agreed : List.of(Optional.of(by), Optional.<Judgement.Signature>empty())) {
      known.judged("1.1", new Judgement(Optional.of(rating), "Because.", by, agreed));
      var row = known.standard("1.1");
      assertEquals(Optional.of(rating), row.finalRating());
      assertEquals(Optional.of(new Range(rating, rating)), row.range());
      assertEquals(Optional.empty(), row.computed());
      assertEquals(Optional.empty(), row.provisional());
    }
  }

  @Test
  void noRatingIsComputedFromTheServicesPrompts() {
    var row = known.served("1.1.1", Tally.of(4, 0)).served("1.1.2", Tally.of(1, 0)).standard("1.1");
    assertEquals(Optional.empty(), row.computed());
    assertEquals(Optional.empty(), row.finalRating());
    assertEquals(List.of(), row.limiting());
    assertEquals(Tipping.NEITHER, row.tipping());
  }
}
