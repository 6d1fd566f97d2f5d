package bandstand.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the clock was set while the daemon ran. */
final class Drift {
  /** Clocks that are kept by others are set by less. */
  private static final Duration BACK = Duration.ofMinutes(1);

  /** A computer that slept has missed less. */
  private static final Duration FORWARD = Duration.ofDays(31);

  private Instant wall;
  private long nanos;

  /** From now on. */
  Drift(Instant wall, long nanos) {
    this.wall = wall;
    this.nanos = nanos;
  }

  /**
   * By how much it was set since this was asked last, forward or back; empty for little.
   *
   * @param nanosNow of {@link System#nanoTime}
   */
  Optional<Duration> since(Instant now, long nanosNow) {
    Duration passed = Duration.ofNanos(nanosNow - nanos);
    Duration set = Duration.between(wall, now).minus(passed);
    wall = now;
    nanos = nanosNow;
    return Optional.of(set)
        .filter(by -> by.compareTo(FORWARD) > 0 || by.compareTo(BACK.negated()) < 0);
  }
}
