package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Definition;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bare percentages in place of counted answers, and editions that print no bands. */
class CalculatorTest {
  private static final Framework EDITION =
      Sample.edition().cases("2.1", "court", 0, 0).cases("2.2", "court", 0).framework();

  private final Known known = new Known(EDITION);

  @Test
  void aStatedPercentageIsBandedAsItIs() {
    for (int percent = 0; percent <= 100; percent++) {
      var row = known.stated("2.1.1", percent).scored("2.1.1");
      Rating rating = Definition.exact(percent, 100);
      assertEquals(Optional.of(percent), row.confirmed().percent());
      assertEquals(Optional.of(rating), row.rating());
      assertEquals(row.confirmed(), row.projected());
      assertEquals(Optional.of(new Range(rating, rating)), row.range());
    }
  }

  @Test
  void aStatedPercentageHasNoAnswersToTurn() {
    known.stated("2.1.1", 70).counted("2.1.2", "9/10");
    assertEquals(Tipping.NEITHER, known.scored("2.1.1").tipping());
    assertEquals(Tipping.NEITHER, known.standard("2.1").tipping());
    assertEquals(Optional.empty(), known.scored("2.1.1").confirmed().tally());
    assertFalse(known.scored("2.1.1").roundingDecides());
    assertFalse(known.scored("2.1.1").leaves());
  }

  @Test
  void statedAndCountedFiguresLimitByTheirFractions() {
    known.stated("2.1.1", 65);
    assertEquals(Sample.codes("2.1.1"), known.counted("2.1.2", "15/23").standard("2.1").limiting());
    assertEquals(Sample.codes("2.1.2"), known.counted("2.1.2", "11/17").standard("2.1").limiting());
    assertEquals(
        Sample.codes("2.1.1 2.1.2"), known.counted("2.1.2", "13/20").standard("2.1").limiting());
  }

  @Test
  void aMissingQuestionIsUnknownAndNotZero() {
    var row = known.stated("2.1.1", 70).standard("2.1");
    assertEquals(Optional.empty(), row.computed());
    assertEquals(Optional.of(Rating.GOOD), row.provisional());
    assertEquals(Optional.of(new Range(Rating.INADEQUATE, Rating.GOOD)), row.range());
    assertEquals(Sample.codes("2.1.1"), row.limiting());
  }

  @Test
  void whatIsUnknownLeavesTheOverallOpen() {
    known.stated("2.1.1", 70).stated("2.1.2", 90);
    var overall = known.overall();
    assertEquals(Optional.empty(), overall.score());
    assertEquals(List.of(2, 5), List.of(overall.lowest(), overall.highest()));
    overall = known.stated("2.2.1", 40).overall();
    assertEquals(Optional.of(2), overall.score());
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), overall.rating());
    assertTrue(overall.settled());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aStatedPercentageIsFromZeroToAHundred(int percent) {
    assertThrows(IllegalArgumentException.class, () -> new Measure.Stated(percent));
  }

  @Test
  void anEditionWithoutBandsGivesPercentagesAlone() {
    Framework unbanded =
        Sample.edition().withoutBands().cases("1.1", "court", 0, 0).judged("5.1", 4).framework();
    Known counted = new Known(unbanded).counted("1.1.1", "31/35").stated("1.1.2", 74);
    counted.served("5.1.1", Known.tally("3/4"));
    var row = counted.scored("1.1.1");
    assertEquals(Optional.of(89), row.confirmed().percent());
    assertEquals(Optional.empty(), row.rating());
    assertEquals(Optional.empty(), row.range());
    assertEquals(Tipping.NEITHER, row.tipping());
    assertFalse(row.roundingDecides());
    assertEquals(Optional.of(74), counted.scored("1.1.2").confirmed().percent());
    assertEquals(Optional.of(75), counted.indicative("5.1.1").indicative().percent());
    assertEquals(Optional.empty(), counted.indicative("5.1.1").indicative().rating());
    var standard = counted.standard("1.1");
    assertEquals(Optional.empty(), standard.computed());
    assertEquals(Optional.empty(), standard.provisional());
    assertEquals(Optional.empty(), standard.range());
    assertEquals(Sample.codes("1.1.2"), standard.limiting());
    assertEquals(Tipping.NEITHER, standard.tipping());
  }

  @Test
  void anEditionWithoutBandsHasNoOverall() {
    Framework unbanded = Sample.edition().withoutBands().cases("1.1", "court", 0).framework();
    var overall = new Known(unbanded).counted("1.1.1", "31/35").overall();
    assertEquals(Optional.empty(), overall.score());
    assertEquals(Optional.empty(), overall.finalRating());
    assertEquals(Optional.empty(), overall.range());
    assertFalse(overall.complete());
  }

  @Test
  void aStandardWithoutBandsMayStillBeJudgedByAPerson() {
    Framework unbanded = Sample.edition().withoutBands().cases("1.1", "court", 0).framework();
    var row = new Known(unbanded).judged("1.1", Rating.GOOD).standard("1.1");
    assertEquals(Optional.of(Rating.GOOD), row.finalRating());
    assertEquals(Optional.of(new Range(Rating.GOOD, Rating.GOOD)), row.range());
  }
}
