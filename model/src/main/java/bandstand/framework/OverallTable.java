package bandstand.framework;

import java.util.List;

/**
 * How the sum of standards' scores becomes the overall rating.
 *
 * @param standards how many standards the edition counts
 * @param upTo the highest score of each rating, lowest rating first
 * @param basis whether the edition prints the table
 */
public record OverallTable(int standards, List<Integer> upTo, Basis basis) {
  public OverallTable {
    upTo = List.copyOf(upTo);
    if (upTo.size() != 4 || upTo.getLast() != 3 * standards) {
      throw new IllegalArgumentException("upper limits " + upTo + " of " + standards);
    }
  }

  /**
   * The table for fewer rated standards: upper limits n/2, 3n/2, 5n/2 rounded down, unconfirmed;
   * for the edition's own number this table itself.
   */
  public OverallTable forStandards(int rated) {
    if (rated == standards) {
      return this;
    }
    return new OverallTable(
        rated, List.of(rated / 2, 3 * rated / 2, 5 * rated / 2, 3 * rated), Basis.UNCONFIRMED);
  }

  public int max() {
    return upTo.getLast();
  }

  public Rating of(int score) {
    if (score < 0 || score > max()) {
      throw new IllegalArgumentException(score + " of " + max());
    }
    int rating = 0;
    while (score > upTo.get(rating)) {
      rating++;
    }
    return Rating.ofScore(rating);
  }
}
