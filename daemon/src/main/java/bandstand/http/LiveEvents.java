package bandstand.http;

import bandstand.service.Inspections;
import bandstand.service.Published;
import bandstand.service.Room;
import bandstand.service.Watch;
import bandstand.wire.ResetReason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What happens from now on, as it happens. */
final class LiveEvents {
  /** A vanished client is noticed within this time, and a silent line kept open. */
  static final long HEARTBEAT_SECONDS = 10;

  /** Missed changes that are told one by one; past that a fresh snapshot is the shorter way. */
  static final long REPLAYED = 10_000;

  /** Edits of missed changes that are taken back to tell what they came to: about a second. */
  static final long REPLAYED_EDITS = 500_000;

  /** What {@link #room} gives a change of which no more is known than that it is large. */
  static final long LARGE_BYTES = 128L << 20;

  /**
   * Changes that follow one another faster go out together: with two hundred watchers each write to
   * a line takes time from those who work. A lone change goes out at once, and a screen shows any
   * within 50 ms.
   */
  private static final long PACE_MILLISECONDS = 20;

  private LiveEvents() {}

  /** Room for something large, with a sign of life to the reader as long as it has to wait. */
  static Room.Share room(Inspections inspections, long bytes, EventOutput output)
      throws InterruptedException {
    return inspections
        .room()
        .share(bytes, Duration.ofSeconds(HEARTBEAT_SECONDS), output::heartbeat);
  }

  /**
   * Tells changes until the watch ends.
   *
   * @param untold which of them the reader does not know yet
   * @param id of the event of a change
   * @return why the reader has to begin anew; empty when the daemon stops
   */
  static Optional<ResetReason> pass(
      Watch watch, Predicate<Published> untold, ToLongFunction<Published> id, EventOutput output)
      throws InterruptedException {
    while (true) {
      switch (watch.next(HEARTBEAT_SECONDS)) {
        case Watch.Told.Happened(var changes) when changes.isEmpty() -> output.heartbeat();
        case Watch.Told.Happened(var changes) -> {
          for (Published change : changes) {
            if (untold.test(change)) {
              output.change(id.applyAsLong(change), change.json());
            }
          }
          output.flush();
          Thread.sleep(PACE_MILLISECONDS);
        }
        case Watch.Told.FellBehind _ -> {
          return Optional.of(ResetReason.BEHIND);
        }
        case Watch.Told.Erased _ -> {
          return Optional.of(ResetReason.ERASED);
        }
        case Watch.Told.Stopped _ -> {
          return Optional.empty();
        }
      }
    }
  }
}
