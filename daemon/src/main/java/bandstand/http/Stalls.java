package bandstand.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends streams whose client reads nothing: neither the server nor the system times a write, so a
 * client that sleeps would hold its thread and its place for ever.
 */
final class Stalls {
  /** A line that takes no {@link EventOutput#PIECE_BYTES} in this time carries nobody's work. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LOOK_SECONDS = 5;
  private static final System.Logger LOG = System.getLogger(Stalls.class.getName());

  private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** One write under way. */
  final class Wait implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private boolean ended;
    private boolean interrupted;

    /** The write has ended, one way or the other. */
    @Override
    public synchronized void close() {
      ended = true;
      waiting.remove(this);
      if (interrupted) {
        interrupted = !Thread.interrupted();
      }
    }

    /** An interrupt closes the connection under a write that waits. */
    private synchronized boolean end() {
      if (ended || interrupted) {
        return false;
      }
      interrupted = true;
      thread.interrupt();
      return true;
    }
  }

  /** Looks from now on, until it is stopped. */
  void start() {
    Thread.ofPlatform().daemon().name("stalls").start(this::run);
  }

  void stop() {
    stopped.countDown();
  }

  /** The calling thread is about to write. */
  Wait begin() {
    Wait wait = new Wait();
    waiting.add(wait);
    return wait;
  }

  private void run() {
    try {
      while (!stopped.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
        look(System.nanoTime());
      }
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what has waited too long at a time of {@link System#nanoTime}; how many that were. */
  int look(long nanoTime) {
    int ended = 0;
    for (Wait wait : waiting) {
      if (nanoTime - wait.since >= PATIENCE.toNanos() && wait.end()) {
        LOG.log(
            System.Logger.Level.INFO,
            "A watcher read nothing for {0} s; its stream is closed",
            PATIENCE.toSeconds());
        ended++;
      }
    }
    return ended;
  }
}
