package bandstand.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How many values were at most as large as each of some bounds; any thread may add. */
public final class Histogram {
  private final List<Double> bounds;
  private final List<LongAdder> counts;
  private final DoubleAdder sum = new DoubleAdder();

  /** With ascending bounds; what is above the last is counted beside them. */
  public Histogram(double... bounds) {
    this.bounds = DoubleStream.of(bounds).boxed().toList();
    this.counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toList();
  }

  public void add(double value) {
    int at = 0;
    while (at < bounds.size() && value > bounds.get(at)) {
      at++;
    }
    counts.get(at).increment();
    sum.add(value);
  }

  public List<Double> bounds() {
    return bounds;
  }

  /** For each bound how many are at most as large, and last how many there are. */
  public List<Long> upTo() {
    List<Long> upTo = new ArrayList<>();
    long all = 0;
    for (LongAdder count : counts) {
      all += count.sum();
      upTo.add(all);
    }
    return upTo;
  }

  public double sum() {
    return sum.sum();
  }
}
