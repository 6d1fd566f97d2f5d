package bandstand.framework;

import java.util.function.IntPredicate;

/** Rules 3 and 7 of the method written out as definitions, to hold the code's formulas against. */
public final class Definition {
  private Definition() {}

  /**
   * The whole percentage whose distance from the fraction is at most one half, the upper one of
   * two.
   *
   * <p>percent − ½ ≤ 100·yes/counted &lt; percent + ½, both sides taken 2·counted times.
   */
  public static int percent(long yes, long counted) {
    for (int percent = 0; percent <= 100; percent++) {
      if ((2L * percent - 1) * counted <= 200 * yes && 200 * yes < (2L * percent + 1) * counted) {
        return percent;
      }
    }
    throw new IllegalArgumentException(yes + " of " + counted);
  }

  /** The printed bands, held against the rounded percentage. */
  public static Rating rounded(long yes, long counted) {
    int percent = percent(yes, counted);
    return banded(from -> percent >= from);
  }

  /** The printed bands, held against the fraction itself. */
  public static Rating exact(long yes, long counted) {
    return banded(from -> 100 * yes >= from * counted);
  }

  private static Rating banded(IntPredicate reaches) {
    if (reaches.test(80)) {
      return Rating.OUTSTANDING;
    }
    if (reaches.test(65)) {
      return Rating.GOOD;
    }
    return reaches.test(50) ? Rating.REQUIRES_IMPROVEMENT : Rating.INADEQUATE;
  }

  /** Of a sum of scores over so many standards: upper limits one, three and five halves of them. */
  public static Rating overall(int score, int standards) {
    if (2 * score <= standards) {
      return Rating.INADEQUATE;
    }
    if (2 * score <= 3 * standards) {
      return Rating.REQUIRES_IMPROVEMENT;
    }
    return 2 * score <= 5 * standards ? Rating.GOOD : Rating.OUTSTANDING;
  }
}
