package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Recorded;
import bandstand.rating.Ratings;
import bandstand.wire.EventJson;
import java.util.Optional;

/** A change that is on disk, with the ratings on either side of it. */
public final class Published {
  private final long sequence;
  private final Recorded recorded;
  private final Ratings before;
  private final Ratings after;
  private final boolean hidden;
  private Optional<byte[]> json = Optional.empty();

  /**
   * Not yet told to anybody.
   *
   * @param sequence of its last journal frame: the id of daemon-wide events
   * @param hidden whether it leaves the inspection out of sight
   */
  Published(long sequence, Recorded recorded, Ratings before, Ratings after, boolean hidden) {
    this.sequence = sequence;
    this.recorded = recorded;
    this.before = before;
    this.after = after;
    this.hidden = hidden;
  }

  public long sequence() {
    return sequence;
  }

  public Recorded recorded() {
    return recorded;
  }

  Ratings before() {
    return before;
  }

  Ratings after() {
    return after;
  }

  boolean hidden() {
    return hidden;
  }

  /** Whether nobody is to be told any more what came before it and was not told yet. */
  boolean erases() {
    return recorded.change().kind() == Change.Kind.ERASE;
  }

  /** As an event; made once, however many watch. */
  public synchronized byte[] json() {
    byte[] made = json.orElseGet(() -> EventJson.change(recorded, before, after));
    json = Optional.of(made);
    return made;
  }
}
