package bandstand.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings the user's own daemon up again while a client is open: one that died, not one that was
 * stopped; for one thread.
 */
public final class Revival {
  /** Between two starts: a daemon that dies at once is not worth a core. */
  static final Duration FIRST = Duration.ofSeconds(1);

  /** A full disk or a damaged folder is not mended sooner. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  private final BooleanSupplier died;
  private final Runnable start;
  private final Time time;
  private Optional<Long> last = Optional.empty();
  private Duration pause = FIRST;

  Revival(BooleanSupplier died, Runnable start, Time time) {
    this.died = died;
    this.start = start;
    this.time = time;
  }

  /** Of a daemon that is somebody else's to start. */
  public static Revival none() {
    return new Revival(() -> false, () -> {}, Time.system());
  }

  /** Nobody answers: starts one, and waits until it listens or has failed; seldom, if it fails. */
  void attempt() {
    boolean early = last.filter(nanos -> time.nanos() - nanos < pause.toNanos()).isPresent();
    if (early || !died.getAsBoolean()) {
      return;
    }
    if (last.isPresent()) {
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
    start.run();
    last = Optional.of(time.nanos());
  }

  /** It answers. */
  void succeeded() {
    pause = FIRST;
  }
}
