package bandstand.rating;

import bandstand.framework.Basis;
import bandstand.framework.Rating;
import bandstand.inspection.Judgement;
import java.util.Optional;

/**
 * The sum of the standards that count, and its rating.
 *
 * @param score empty while a counting standard is not rated
 * @param max highest score of the standards not declared not rated
 * @param lowest score still reachable
 * @param highest score still reachable
 * @param range fixed by discretion; else empty when no standard is left to count, and in an edition
 *     without an overall
 * @param toNext points to the next rating each way; neither while incomplete
 */
public record Overall(
    Optional<Integer> score,
    int max,
    Optional<Rating> rating,
    int lowest,
    int highest,
    Optional<Range> range,
    Tipping toNext,
    Optional<Judgement> discretion,
    Basis basis) {

  public boolean complete() {
    return score.isPresent();
  }

  public boolean settled() {
    return range.map(Range::settled).orElse(false);
  }

  public Optional<Rating> finalRating() {
    return discretion.flatMap(Judgement::rating).or(() -> rating);
  }
}
