package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room in memory for work that grows with the size of an inspection: imports and dry runs, past
 * states, what a reader of events missed, receipts. Whoever asks first has it first; what is small
 * never asks.
 *
 * <p>A thread of a request is not taken off its processor, so what is given at once is also little
 * enough to leave one processor to everybody else.
 */
public final class Room {
  /** Half of a daemon's memory: the largest import alone, or several that are smaller. */
  static final long BYTES = 384L << 20;

  /** Four imports of the largest kind, one after another. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The four imports of one person that may be under way, and as many readings. */
  static final int OF_ONE_PERSON = 8;

  /** What needs less does not ask: an answer of any size a person gives, a hundred cases. */
  static final long SMALL_BYTES = 4L << 20;

  /** Of one edit being made into a change: its old and new value, its payload, the next state. */
  private static final long MADE_BYTES = 256;

  /** Of one edit being folded into a state, or taken out of it. */
  private static final long FOLDED_BYTES = 128;

  /** Of one case: its type, its facts and the twelve answers of most editions. */
  private static final int CARRIED_EDITS = 16;

  /** Of one byte of JSON while it is a tree. */
  private static final long READ_BYTES = 8;

  private static final int UNIT_BYTES = 1 << 20;

  private final Semaphore units;
  private final int all;
  private final int least;
  private final Duration patience;
  private final Map<String, Integer> asking = new ConcurrentHashMap<>();

  /** Part of the room, had until it is closed. */
  public interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /** As a daemon has it. */
  Room() {
    this(BYTES, Runtime.getRuntime().availableProcessors(), PATIENCE);
  }

  /**
   * A room of some bytes.
   *
   * @param processors one of which is left to what needs no room
   * @param patience of a request that waits for its share
   */
  Room(long bytes, int processors, Duration patience) {
    this.all = units(bytes);
    this.least = Math.ceilDiv(all, Math.max(1, processors - 1));
    this.units = new Semaphore(all, true);
    this.patience = patience;
  }

  /** What making a change needs. */
  public static long made(long edits, long textBytes) {
    return MADE_BYTES * edits + 3 * textBytes;
  }

  /** What folding so many edits needs, without holding them. */
  public static long folded(long edits) {
    return FOLDED_BYTES * edits;
  }

  /** What a list of cases needs that is made whole. */
  public static long listed(long cases) {
    return 2 * MADE_BYTES * cases;
  }

  /** What carrying so many cases to another edition needs. */
  public static long carried(long cases) {
    return made(CARRIED_EDITS * cases, 0);
  }

  /** What a change needs that is read whole. */
  public static long read(long payloadBytes) {
    return READ_BYTES * payloadBytes;
  }

  /** A share for one request of a person, who waits for it; refused if that takes too long. */
  public Outcome<Share> share(Person by, long bytes) {
    if (bytes < SMALL_BYTES) {
      return Outcome.done(() -> {});
    }
    if (asking.merge(by.name(), 1, Integer::sum) > OF_ONE_PERSON) {
      left(by);
      return refused(
          "%s has %d large requests under way; send this one after them"
              .formatted(by.name(), OF_ONE_PERSON));
    }
    int wanted = wanted(bytes);
    if (!had(wanted)) {
      left(by);
      return refused(
          "Other large requests (imports, past states) are under way, and the turn of this one did"
              + " not come within %d s; nothing was done, send it again"
                  .formatted(patience.toSeconds()));
    }
    return Outcome.done(
        () -> {
          units.release(wanted);
          left(by);
        });
  }

  private boolean had(int wanted) {
    try {
      return units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A share for a reader that waits as long as it takes, and does something now and then. */
  public Share share(long bytes, Duration now, Runnable andThen) throws InterruptedException {
    if (bytes < SMALL_BYTES) {
      return () -> {};
    }
    int wanted = wanted(bytes);
    while (!units.tryAcquire(wanted, now.toMillis(), TimeUnit.MILLISECONDS)) {
      andThen.run();
    }
    return () -> units.release(wanted);
  }

  /** Who wait for their share. */
  public int waiting() {
    return units.getQueueLength();
  }

  private int wanted(long bytes) {
    return Math.min(all, Math.max(least, units(bytes)));
  }

  private static int units(long bytes) {
    return Math.toIntExact(Math.ceilDiv(bytes, UNIT_BYTES));
  }

  private void left(Person by) {
    asking.computeIfPresent(by.name(), (name, count) -> count == 1 ? null : count - 1);
  }

  private static Outcome<Share> refused(String why) {
    return Outcome.refused(Problem.Kind.UNAVAILABLE, why);
  }
}
