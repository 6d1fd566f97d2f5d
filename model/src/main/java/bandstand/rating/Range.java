package bandstand.rating;

import bandstand.framework.Rating;
import bandstand.inspection.Judgement;
import java.util.Optional;

/** The lowest and the highest rating that open answers and decisions still allow. */
public record Range(Rating lowest, Rating highest) {
  static final Range ANY = new Range(Rating.INADEQUATE, Rating.OUTSTANDING);

  public Range {
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(lowest + " above " + highest);
    }
  }

  /** Until it is judged anything is possible; declared not rated, nothing is. */
  static Optional<Range> judged(Optional<Judgement> judgement) {
    return judgement.isEmpty() ? Optional.of(ANY) : judgement.get().rating().map(Range::only);
  }

  static Range only(Rating rating) {
    return new Range(rating, rating);
  }

  /** Of a standard that takes the lowest of two questions. */
  Range lowest(Range other) {
    return new Range(lowest.lower(other.lowest), highest.lower(other.highest));
  }

  public boolean settled() {
    return lowest == highest;
  }
}
