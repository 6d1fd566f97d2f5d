package bandstand.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How one client keeps up: what it is waited for, and since when. Times are nanoseconds of one
 * clock. Only waiting counts, never the daemon's own work.
 */
final class Pace {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  /** What a client is too slow at. */
  enum Slow {
    HEAD,
    BODY,
    REPLY
  }

  private enum Phase {
    /** Between requests: the client may take its time. */
    IDLE,
    HEAD,
    BODY
  }

  private Phase phase = Phase.IDLE;
  private long headSince;
  private long idleSince;
  private Optional<Long> readingSince = Optional.empty();
  private Optional<Long> writingSince = Optional.empty();
  private long bodyNanos;
  private long bodyBytes;

  Pace(long now) {
    idleSince = now;
  }

  synchronized void reads(long now) {
    readingSince = Optional.of(now);
  }

  /** The first bytes after a whole request begin the next one. */
  synchronized void hasRead(int bytes, long now) {
    if (phase == Phase.IDLE) {
      phase = Phase.HEAD;
      headSince = now;
    } else if (phase == Phase.BODY) {
      bodyBytes += bytes;
      bodyNanos += now - readingSince.orElse(now);
    }
    readingSince = Optional.empty();
  }

  /** The headers of a request are whole. */
  synchronized void hasHead() {
    phase = Phase.BODY;
    bodyNanos = 0;
    bodyBytes = 0;
  }

  /**
   * A request is answered.
   *
   * @param more whether bytes of the next one have come already
   */
  synchronized void answered(boolean more, long now) {
    phase = more ? Phase.HEAD : Phase.IDLE;
    headSince = now;
    idleSince = now;
  }

  synchronized void writes(long now) {
    writingSince = Optional.of(now);
  }

  synchronized void hasWritten() {
    writingSince = Optional.empty();
  }

  boolean inHead() {
    return phase == Phase.HEAD;
  }

  /** Since when nothing is asked for; empty while something is. */
  synchronized Optional<Long> idle() {
    return phase == Phase.IDLE ? Optional.of(idleSince) : Optional.empty();
  }

  /** What the client has taken too long over by now. */
  synchronized Optional<Slow> overdue(long now) {
    if (writingSince.isPresent()) {
      return when(now - writingSince.get() > Limits.UNTAKEN.toNanos(), Slow.REPLY);
    }
    if (readingSince.isEmpty()) {
      return Optional.empty();
    }
    return switch (phase) {
      case IDLE -> Optional.empty();
      case HEAD -> when(now - headSince > Limits.HEAD.toNanos(), Slow.HEAD);
      case BODY -> {
        long waited = bodyNanos + now - readingSince.get();
        boolean slow = bodyBytes < waited / NANOS * Limits.BODY_BYTES_PER_SECOND;
        yield when(slow && waited > Limits.BODY_BEGINS.toNanos(), Slow.BODY);
      }
    };
  }

  private static Optional<Slow> when(boolean late, Slow what) {
    return late ? Optional.of(what) : Optional.empty();
  }
}
