package bandstand.client;

import java.time.Duration;

/**
 * How long to wait before the next attempt: 0.2 s, then twice as long each time, 5 s at most.
 *
 * <p>Without chance: a team's terminals are few, and a wait a person can learn is worth more.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(200);
  static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration next = FIRST;

  Duration next() {
    Duration current = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return current;
  }

  /** An attempt succeeded. */
  void reset() {
    next = FIRST;
  }
}
