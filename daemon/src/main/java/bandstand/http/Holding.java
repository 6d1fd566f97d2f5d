package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.service.Room;
import java.util.Optional;

/** The memory that one request has until its answer is sent; for its own thread alone. */
final class Holding {
  private final Uploads.Waiting waiting;
  private Optional<Room.Share> share = Optional.empty();

  Holding(Uploads.Waiting waiting) {
    this.waiting = waiting;
  }

  /** What was read of an import. */
  Uploads.Waiting waiting() {
    return waiting;
  }

  /** Room for something large: one share a request, so that nobody who has some waits for more. */
  Outcome<Holding> room(Room room, Person person, long bytes) {
    return share.isPresent()
        ? Outcome.done(this)
        : room.share(person, bytes)
            .map(
                given -> {
                  share = Optional.of(given);
                  return this;
                });
  }

  /** Whether others may be waiting for what this request has. */
  boolean large() {
    return share.isPresent();
  }

  void end() {
    share.ifPresent(Room.Share::close);
    waiting.end();
  }
}
