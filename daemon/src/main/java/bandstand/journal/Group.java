package bandstand.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frames of an entry as they are met, until its closing one. */
final class Group {
  private final List<Frame> frames = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Takes the next frame, or says why it does not belong to this entry. */
  Optional<String> add(Frame frame, Position position) {
    if (frame.part() != frames.size()) {
      return Optional.of(
          "part " + frame.part() + " stands where part " + frames.size() + " should");
    }
    if (!frames.isEmpty() && !sameEntry(frames.getFirst(), frame)) {
      return Optional.of("a frame of another entry stands among the parts of one");
    }
    frames.add(frame);
    positions.add(position);
    return Optional.empty();
  }

  boolean closed() {
    return !frames.isEmpty() && frames.getLast().closing();
  }

  List<Frame> frames() {
    return frames;
  }

  List<Position> positions() {
    return positions;
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
