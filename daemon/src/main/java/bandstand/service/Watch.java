package bandstand.service;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One watcher's queue of changes, in order and without gaps until it overflows or ends.
 *
 * <p>A watcher that does not keep up never slows a writer: its queue overflows, and it is told so.
 */
public final class Watch implements AutoCloseable {
  /** Changes a slow line may be behind: minutes of a whole team's typing. */
  static final int BEHIND = 4096;

  /** What a watcher is told. */
  public sealed interface Told {
    /** The next change. */
    record Happened(Published published) implements Told {}

    /** Nothing for now. */
    record Quiet() implements Told {}

    /** Changes were missed; the watch has ended. */
    record FellBehind() implements Told {}

    /** The daemon stops; the watch has ended. */
    record Stopped() implements Told {}
  }

  private enum End {
    NONE,
    BEHIND,
    STOPPED
  }

  private final BlockingQueue<Optional<Published>> queue = new ArrayBlockingQueue<>(BEHIND + 1);
  private final Predicate<Published> wanted;
  private final Hub hub;
  private volatile End end = End.NONE;

  Watch(Hub hub, Predicate<Published> wanted) {
    this.hub = hub;
    this.wanted = wanted;
  }

  /** Waits at most this long for the next change. */
  public Told next(long seconds) throws InterruptedException {
    Optional<Published> next = queue.poll(seconds, TimeUnit.SECONDS);
    if (next == null) {
      return new Told.Quiet();
    }
    if (next.isPresent()) {
      return new Told.Happened(next.get());
    }
    return end == End.STOPPED ? new Told.Stopped() : new Told.FellBehind();
  }

  @Override
  public void close() {
    hub.remove(this);
  }

  void tell(Published published) {
    if (end == End.NONE && wanted.test(published) && !offered(published)) {
      hub.countBehind();
      end(End.BEHIND);
    }
  }

  /** What waits here may be what is erased: then the watch ends. */
  void forget(Published erasure) {
    if (end == End.NONE && wanted.test(erasure) && !queue.isEmpty()) {
      end(End.BEHIND);
    }
  }

  void stop() {
    if (end == End.NONE) {
      end(End.STOPPED);
    }
  }

  private boolean offered(Published published) {
    return queue.remainingCapacity() > 1 && queue.offer(Optional.of(published));
  }

  /** What is queued is of no use to one who fell behind; the end itself must fit. */
  private void end(End how) {
    end = how;
    queue.clear();
    queue.add(Optional.empty());
    hub.remove(this);
  }
}
