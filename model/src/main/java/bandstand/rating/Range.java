package bandstand.rating;

import bandstand.framework.Rating;

/** The lowest and the highest rating that open answers and decisions still allow. */
public record Range(Rating lowest, Rating highest) {
  static final Range ANY = new Range(Rating.INADEQUATE, Rating.OUTSTANDING);

  public Range {
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(lowest + " above " + highest);
    }
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
