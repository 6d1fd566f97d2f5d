package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Imports under way: few at once of each person, and not too much of all that waits. */
final class Uploads {
  private static final int UNIT_BYTES = 64 * 1024;

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Semaphore waiting;

  Uploads() {
    this(Limits.IMPORTS_WAITING_BYTES);
  }

  /**
   * Imports of which so much may wait.
   *
   * @param bytes packed, of all persons together
   */
  Uploads(long bytes) {
    this.waiting = new Semaphore(Math.toIntExact(bytes / UNIT_BYTES));
  }

  /** What was read of one import and waits to be made into a change; for its own thread alone. */
  final class Waiting {
    private long bytes;
    private int units;

    /** Whether there is room for so many bytes more. */
    boolean takes(long more) {
      int wanted = Math.toIntExact(Math.ceilDiv(bytes + more, UNIT_BYTES)) - units;
      if (wanted > 0 && !waiting.tryAcquire(wanted)) {
        return false;
      }
      units += Math.max(0, wanted);
      bytes += more;
      return true;
    }

    long bytes() {
      return bytes;
    }

    void end() {
      waiting.release(units);
      units = 0;
    }
  }

  /** Does what a person asks for, unless that person has too much under way. */
  <T> Outcome<T> of(String person, Supplier<Outcome<T>> upload) {
    int now = underWay.merge(person, 1, Integer::sum);
    try {
      return now > Limits.IMPORTS_EACH
          ? Outcome.refused(
              Problem.Kind.UNAVAILABLE,
              "%s has %d imports under way; send this one after them"
                  .formatted(person, Limits.IMPORTS_EACH))
          : upload.get();
    } finally {
      underWay.computeIfPresent(person, (name, count) -> count == 1 ? null : count - 1);
    }
  }
}
