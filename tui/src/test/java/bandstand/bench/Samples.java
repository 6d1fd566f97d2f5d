package bandstand.bench;

import java.util.Arrays;

/** Measurements of one thing, in the order they were made. */
final class Samples {
  private double[] all = new double[64];
  private int count;

  void add(double one) {
    if (count == all.length) {
      all = Arrays.copyOf(all, 2 * count);
    }
    all[count] = one;
    count++;
  }

  /** Adds the milliseconds between two moments. */
  void add(long fromNanos, long toNanos) {
    add((toNanos - fromNanos) / 1e6);
  }

  int count() {
    return count;
  }

  /** The least sample that is no less than this part of all: 0 is the least, 1 the greatest. */
  double quantile(double part) {
    double[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted[Math.clamp((int) Math.ceil(part * count) - 1, 0, count - 1)];
  }
}
