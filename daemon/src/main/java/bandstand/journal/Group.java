package bandstand.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frames of an entry as they are met, until its closing one. */
final class Group {
  private final List<Frame> frames = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private Order order = new Order();

  /** Whether frames make up one entry, one after another; holds the first alone. */
  static final class Order {
    private Optional<Frame> first = Optional.empty();
    private int count;

    /** Why a frame is not the next of the entry. */
    Optional<String> flaw(Frame frame) {
      if (frame.part() != count) {
        return Optional.of("part " + frame.part() + " stands where part " + count + " should");
      }
      if (first.filter(one -> !sameEntry(one, frame)).isPresent()) {
        return Optional.of("a frame of another entry stands among the parts of one");
      }
      first = first.or(() -> Optional.of(frame));
      count++;
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Takes the next frame, or says why it does not belong to this entry. */
  Optional<String> add(Frame frame, Position position) {
    Optional<String> flaw = order.flaw(frame);
    if (flaw.isPresent()) {
      return flaw;
    }
    frames.add(frame);
    positions.add(position);
    return Optional.empty();
  }

  boolean closed() {
    return !frames.isEmpty() && frames.getLast().closing();
  }

  /** The entry, once closed. */
  Kept kept() {
    Frame first = frames.getFirst();
    Frame last = frames.getLast();
    return new Kept(
        new Written(first.sequence(), last.sequence(), positions, last.link()),
        first.stream(),
        first.revision(),
        first.at(),
        first.author(),
        frames.stream().map(Group::payload).toList());
  }

  void clear() {
    frames.clear();
    positions.clear();
    order = new Order();
  }

  static Payload payload(Frame frame) {
    return frame.erased()
        ? new Payload.Erased(frame.payload().length)
        : new Payload.Present(frame.payload());
  }

  private static boolean sameEntry(Frame one, Frame other) {
    return one.stream().equals(other.stream())
        && one.revision() == other.revision()
        && one.micros() == other.micros()
        && one.author().equals(other.author());
  }
}
