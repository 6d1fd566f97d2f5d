package bandstand.client;

import java.time.Duration;

/** Does something once when it has not been fed for too long, unless it is closed before. */
final class Watchdog implements AutoCloseable {
  private final Time time;
  private final Duration patience;
  private final Runnable bite;
  private volatile long fedAt;
  private boolean ended;
  private Runnable cancel = () -> {};

  Watchdog(Time time, Duration patience, Runnable bite) {
    this.time = time;
    this.patience = patience;
    this.bite = bite;
    this.fedAt = time.nanos();
    watch(patience);
  }

  /** There was a sign of life. */
  void feed() {
    fedAt = time.nanos();
  }

  private synchronized void watch(Duration duration) {
    if (!ended) {
      cancel = time.after(duration, this::look);
    }
  }

  private void look() {
    Duration left = patience.minusNanos(time.nanos() - fedAt);
    if (left.isPositive()) {
      watch(left);
    } else if (end()) {
      bite.run();
    }
  }

  /** Whether this call ended it. */
  private synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    cancel.run();
    return first;
  }

  @Override
  public void close() {
    end();
  }
}
