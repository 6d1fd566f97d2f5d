package bandstand.service;

import java.util.concurrent.atomic.LongAdder;

/** What the writer has done since the start. */
public final class Work {
  private final LongAdder changes = new LongAdder();
  private final Histogram batches =
      new Histogram(1, 2, 4, 8, 16, 32, 64, 128, 256, Writer.TOGETHER);
  private final Histogram seconds =
      new Histogram(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5);

  /** A batch that is on disk. */
  void recorded(int together, double tookSeconds) {
    changes.add(together);
    batches.add(together);
    seconds.add(tookSeconds);
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
