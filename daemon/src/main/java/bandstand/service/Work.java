package bandstand.service;

import bandstand.journal.Appending;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What the writer has done since the start. */
public final class Work {
  private static final double NANOS = 1e9;

  private final LongAdder changes = new LongAdder();
  private final Histogram batches =
      new Histogram(1, 2, 4, 8, 16, 32, 64, 128, 256, Writer.TOGETHER);
  private final Histogram seconds =
      new Histogram(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5);

  /** Appends so many changes, and notes it once they are on disk. */
  Appending of(int together, Supplier<Appending> append) {
    long begun = System.nanoTime();
    Appending appending = append.get();
    if (appending instanceof Appending.Appended) {
      changes.add(together);
      batches.add(together);
      seconds.add((System.nanoTime() - begun) / NANOS);
    }
    return appending;
  }

  /** Changes that are on disk. */
  public long changes() {
    return changes.sum();
  }

  /** Changes that shared a force. */
  public Histogram batches() {
    return batches;
  }

  /** Writing and forcing a batch. */
  public Histogram seconds() {
    return seconds;
  }
}
