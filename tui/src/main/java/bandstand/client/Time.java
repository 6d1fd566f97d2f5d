package bandstand.client;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How time passes here; for tests it passes when they say so. */
interface Time {

  /** Rises steadily; only differences mean anything. */
  long nanos();

  /** Does something later unless what this gives is run before; the action must not block. */
  Runnable after(Duration delay, Runnable action);

  /** Lets this thread wait. */
  void pause(Duration duration) throws InterruptedException;

  static Time system() {
    return Clockwork.ONE;
  }

  /** The system's time, with one thread for all that is to happen later. */
  final class Clockwork implements Time {
    private static final Clockwork ONE = new Clockwork();

    private final ScheduledThreadPoolExecutor later =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("later").unstarted(task));

    private Clockwork() {
      later.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
      Future<?> planned = later.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> planned.cancel(false);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
      Thread.sleep(duration);
    }
  }
}
