package bandstand.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do, and leaves it the processor meanwhile. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(1);

  private Eventually() {}

  /** Fails if the condition does not come to hold. */
  static void until(BooleanSupplier condition) {
    long from = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - from > PATIENCE.toNanos() || Thread.interrupted()) {
        throw new AssertionError("it never came to hold");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
