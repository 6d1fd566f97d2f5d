package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.journal.Damage;
import bandstand.journal.Kept;
import bandstand.journal.Reading;
import bandstand.journal.Trail;
import bandstand.wire.EventJson;
import java.io.IOException;
import java.util.Optional;

/** The changes of all inspections after a sequence, each read when it is asked for. */
public final class Missed implements AutoCloseable {
  private final Trail trail;

  /** What comes next. */
  public sealed interface Next {
    /**
     * A change.
     *
     * @param sequence of its last journal frame
     * @param json as an event without its effect
     */
    record Happened(long sequence, InspectionId inspection, long revision, byte[] json)
        implements Next {}

    /** Nobody can tell any more what comes next, or part of it: it is erased. */
    record Erased() implements Next {}

    /** What comes next is damaged. */
    record Damaged(Damage damage) implements Next {}

    /** Nothing. */
    record End() implements Next {}
  }

  Missed(Trail trail) {
    this.trail = trail;
  }

  /**
   * Past anything but a change there is no going on.
   *
   * @param large asked before the rest of a large change is read, which is in memory until this
   *     returns
   */
  public Next next(Trail.Large large) throws InterruptedException {
    Optional<Reading<Kept>> next = trail.next(large);
    if (next.isEmpty()) {
      return new Next.End();
    }
    return switch (next.get()) {
      case Reading.Found<Kept>(Kept kept) -> told(kept);
      case Reading.Unreadable<Kept>(Damage damage) -> new Next.Damaged(damage);
    };
  }

  private static Next told(Kept kept) {
    Recorded recorded = Replay.recorded(kept);
    return recorded.change().kind() == Change.Kind.ERASED
        ? new Next.Erased()
        : new Next.Happened(
            kept.written().last(),
            recorded.inspection(),
            recorded.revision(),
            EventJson.change(recorded));
  }

  @Override
  public void close() throws IOException {
    trail.close();
  }
}
