package bandstand.rating;

import bandstand.framework.Bands;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import java.util.Optional;

/**
 * A fraction with its percentage and its rating.
 *
 * @param tally the counts; empty when only a percentage was stated
 * @param percent whole, rounded half up; empty without any yes or no, which is never 0%
 * @param rating empty without a percentage, and in an edition without bands
 */
public record Figure(Optional<Tally> tally, Optional<Integer> percent, Optional<Rating> rating) {

  static Figure of(Tally tally, Optional<Bands> bands) {
    if (tally.counted() == 0) {
      return new Figure(Optional.of(tally), Optional.empty(), Optional.empty());
    }
    return new Figure(
        Optional.of(tally),
        Optional.of(Bands.percent(tally.yes(), tally.counted())),
        bands.map(thresholds -> thresholds.of(tally.yes(), tally.counted())));
  }

  static Figure stated(int percent, Optional<Bands> bands) {
    return new Figure(
        Optional.empty(),
        Optional.of(percent),
        bands.map(thresholds -> thresholds.ofPercent(percent)));
  }

  /** With a rating no higher than this one. */
  Figure cappedAt(Rating highest) {
    return new Figure(tally, percent, rating.map(highest::lower));
  }

  /** Lower, equal or higher as a fraction; both have a percentage. */
  int compareFraction(Figure other) {
    return Long.compare(yes() * other.counted(), other.yes() * counted());
  }

  private long yes() {
    return tally.map(counts -> (long) counts.yes()).orElseGet(() -> (long) percent.orElseThrow());
  }

  private long counted() {
    return tally.map(counts -> (long) counts.counted()).orElse(100L);
  }
}
