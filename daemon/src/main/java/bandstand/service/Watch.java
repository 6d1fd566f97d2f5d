package bandstand.service;

import bandstand.inspection.InspectionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.pcollections.PMap;

/**
 * One watcher's queue of changes, in order and without gaps until it overflows or ends.
 *
 * <p>A watcher that does not keep up never slows a writer: its queue overflows, and it is told so.
 */
public final class Watch implements AutoCloseable {
  /** Changes a slow line may be behind: minutes of a whole team's typing. */
  static final int BEHIND = 4096;

  /** Edits of the changes it may be behind, some 100 MB: a large import and another. */
  static final int BEHIND_EDITS = 500_000;

  /** Changes taken at once: what is written in one go, and can no longer be held back. */
  static final int TOGETHER = 32;

  /**
   * Where a watch begins: what was told before it is not told to it.
   *
   * @param sequence of the last change told before
   * @param revisions every inspection in sight, as of that change
   */
  public record Since(long sequence, PMap<InspectionId, Long> revisions) {}

  /** What a watcher is told. */
  public sealed interface Told {
    /** The next changes, oldest first; none if there are none for now. */
    record Happened(List<Published> changes) implements Told {
      public Happened {
        changes = List.copyOf(changes);
      }
    }

    /** Changes were missed; the watch has ended. */
    record FellBehind() implements Told {}

    /** Some that it was not told of are erased by now; the watch has ended. */
    record Erased() implements Told {}

    /** The daemon stops; the watch has ended. */
    record Stopped() implements Told {}
  }

  private enum End {
    NONE,
    BEHIND,
    ERASED,
    STOPPED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Predicate<Published> wanted;
  private final Hub hub;
  private final Since since;
  private final Deque<Published> waiting = new ArrayDeque<>();
  private long edits;
  private End end = End.NONE;

  Watch(Hub hub, Since since, Predicate<Published> wanted) {
    this.hub = hub;
    this.since = since;
    this.wanted = wanted;
  }

  public Since since() {
    return since;
  }

  /** What has happened; where nothing has, waits at most this long for it. */
  public Told next(long seconds) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(seconds);
      while (waiting.isEmpty() && end == End.NONE && left > 0) {
        left = news.awaitNanos(left);
      }
      return switch (end) {
        case BEHIND -> new Told.FellBehind();
        case ERASED -> new Told.Erased();
        case STOPPED -> new Told.Stopped();
        case NONE -> taken();
      };
    } finally {
      lock.unlock();
    }
  }

  private Told taken() {
    List<Published> taken = new ArrayList<>();
    while (taken.size() < TOGETHER && !waiting.isEmpty()) {
      taken.add(waiting.remove());
      edits -= edits(taken.getLast());
    }
    return new Told.Happened(taken);
  }

  @Override
  public void close() {
    hub.remove(this);
  }

  /** An erasure ends it if what waits here may be what is erased. */
  void tell(List<Published> changes) {
    lock.lock();
    try {
      boolean waited = !waiting.isEmpty();
      for (Published change : changes) {
        if (end == End.NONE && wanted.test(change)) {
          add(change);
        }
      }
      if (!waited) {
        news.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void add(Published change) {
    if (change.erases() && !waiting.isEmpty()) {
      end(End.ERASED);
    } else if (waiting.size() == BEHIND
        || !waiting.isEmpty() && edits + edits(change) > BEHIND_EDITS) {
      end(End.BEHIND);
    } else {
      waiting.add(change);
      edits += edits(change);
    }
  }

  private static int edits(Published change) {
    return change.recorded().change().edits().size();
  }

  void stop() {
    lock.lock();
    try {
      if (end == End.NONE) {
        end(End.STOPPED);
        news.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What waits is of no use to one who missed something, and may be a lot. */
  private void end(End how) {
    end = how;
    waiting.clear();
    hub.remove(this);
  }
}
