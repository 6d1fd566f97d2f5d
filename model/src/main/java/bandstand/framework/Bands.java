package bandstand.framework;

import java.util.List;

/**
 * The thresholds that turn a fraction into a rating (004 Annex 2).
 *
 * @param reading which figure is held against the thresholds
 * @param from the lowest whole percentage of each rating, lowest rating first; starts with 0, rises
 */
public record Bands(Reading reading, List<Integer> from) {

  /** 004 prints "65 to 79" and "80 or more", which leaves 79.6 open. */
  public enum Reading {
    /** The percentage rounded half up; a house rule. */
    ROUNDED,
    /** The fraction itself. */
    EXACT
  }

  public Bands {
    from = List.copyOf(from);
    if (from.size() != 4 || from.getFirst() != 0) {
      throw new IllegalArgumentException("four thresholds from 0: " + from);
    }
    for (int i = 1; i < 4; i++) {
      if (from.get(i) <= from.get(i - 1) || from.get(i) > 100) {
        throw new IllegalArgumentException("thresholds rise up to 100: " + from);
      }
    }
  }

  /** The whole percentage, rounded half up; {@code counted} is at least 1. */
  public static int percent(long yes, long counted) {
    checkFraction(yes, counted);
    return Math.toIntExact((200 * yes + counted) / (2 * counted));
  }

  /** {@code counted} is at least 1: without any yes or no there is no rating. */
  public Rating of(long yes, long counted) {
    checkFraction(yes, counted);
    Rating rating = Rating.INADEQUATE;
    for (Rating higher : Rating.values()) {
      if (yes >= fewestYes(higher, counted)) {
        rating = higher;
      }
    }
    return rating;
  }

  /** The rating of a whole percentage that stands for itself, 0 to 100. */
  public Rating ofPercent(int percent) {
    return of(percent, 100);
  }

  /** The fewest yes among {@code counted} yes and no that give this rating or a higher one. */
  public long fewestYes(Rating rating, long counted) {
    long threshold = from.get(rating.score());
    return switch (reading) {
      case EXACT -> Math.ceilDiv(threshold * counted, 100L);
      case ROUNDED -> Math.max(0, Math.ceilDiv((2 * threshold - 1) * counted, 200L));
    };
  }

  /** Whether the rounded and the exact reading give different ratings. */
  public boolean roundingDecides(long yes, long counted) {
    return new Bands(Reading.ROUNDED, from).of(yes, counted)
        != new Bands(Reading.EXACT, from).of(yes, counted);
  }

  private static void checkFraction(long yes, long counted) {
    if (counted < 1 || yes < 0 || yes > counted) {
      throw new IllegalArgumentException(yes + " of " + counted);
    }
  }
}
