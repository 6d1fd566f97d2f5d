package bandstand.rating;

import bandstand.framework.Bands;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import java.util.Optional;

/** Rates one key question from its tally. */
final class CountedQuestion {
  private CountedQuestion() {}

  static KeyQuestionRatings.Scored of(KeyQuestion keyQuestion, Tally tally, Optional<Bands> bands) {
    boolean counted = tally.counted() > 0;
    return new KeyQuestionRatings.Scored(
        keyQuestion,
        Figure.of(tally.confirmed(), bands),
        Figure.of(tally.projected(), bands),
        bands.flatMap(thresholds -> range(tally, thresholds)),
        counted
            ? bands.map(thresholds -> tipping(tally, thresholds)).orElse(Tipping.NEITHER)
            : Tipping.NEITHER,
        tally.na() > 0 && tally.na() == tally.total(),
        counted
            && bands
                .map(thresholds -> thresholds.roundingDecides(tally.yes(), tally.counted()))
                .orElse(false));
  }

  /** Every open case turns out no, or every one yes: no mix with not applicable lies outside. */
  private static Optional<Range> range(Tally tally, Bands bands) {
    if (tally.total() == 0) {
      return Optional.of(Range.ANY);
    }
    int reachable = tally.counted() + tally.open();
    if (reachable == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(
            bands.of(tally.yes(), reachable), bands.of(tally.yes() + tally.open(), reachable)));
  }

  private static Tipping tipping(Tally tally, Bands bands) {
    Rating rating = bands.of(tally.yes(), tally.counted());
    Optional<Long> up =
        rating == Rating.OUTSTANDING
            ? Optional.empty()
            : Optional.of(
                bands.fewestYes(Rating.ofScore(rating.score() + 1), tally.counted()) - tally.yes());
    Optional<Long> down =
        rating == Rating.INADEQUATE
            ? Optional.empty()
            : Optional.of(tally.yes() - bands.fewestYes(rating, tally.counted()) + 1);
    return new Tipping(up, down);
  }
}
