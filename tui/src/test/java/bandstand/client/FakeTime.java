package bandstand.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Passes when told to; pauses are over at once and on record. */
final class FakeTime implements Time {

  private record Planned(long due, Duration delay, Runnable action) {}

  private final List<Planned> planned = new ArrayList<>();
  private long now = 1_000_000;

  /** Every pause, as it begins. */
  final LinkedBlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Runnable after(Duration delay, Runnable action) {
    var one = new Planned(now + delay.toNanos(), delay, action);
    planned.add(one);
    return () -> {
      synchronized (this) {
        planned.remove(one);
      }
    };
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(duration);
    pauses.add(duration);
  }

  /** Whether something is planned that had this delay. */
  synchronized boolean plans(Duration delay) {
    return planned.stream().anyMatch(one -> one.delay().equals(delay));
  }

  /** Lets time pass, and what was planned meanwhile happen. */
  void pass(Duration duration) {
    List<Planned> due;
    synchronized (this) {
      now += duration.toNanos();
      due = planned.stream().filter(one -> one.due() <= now).toList();
      planned.removeAll(due);
    }
    due.forEach(one -> one.action().run());
  }
}
