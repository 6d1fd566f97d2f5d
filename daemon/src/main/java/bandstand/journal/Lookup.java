package bandstand.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Reading at positions, from any thread. Each call opens the file for itself: a thread that is
 * interrupted while it reads closes the channel under everybody else who shares it.
 */
record Lookup(Disk disk, Lock erasing) {
  /** A frame and the segment it stands in. */
  record Located(Frame frame, Segment segment) {}

  Reading<Located> frame(Position position, Mark end) {
    if (position.compareTo(end.position()) >= 0) {
      return beyond(position, end);
    }
    try (SegmentReader reader = open(position)) {
      return one(reader, position);
    } catch (IOException e) {
      return unreadable(position, Damage.Fault.UNREADABLE, e.toString());
    }
  }

  /** The frames of the entry that begins there. */
  Reading<Group> group(Position position, Mark end) {
    if (position.compareTo(end.position()) >= 0) {
      return beyond(position, end);
    }
    Group group = new Group();
    try (SegmentReader reader = open(position)) {
      Position at = position;
      while (!group.closed()) {
        switch (one(reader, at)) {
          case Reading.Unreadable<Located>(Damage damage) -> {
            return new Reading.Unreadable<>(damage);
          }
          case Reading.Found<Located>(Located(Frame frame, Segment segment)) -> {
            Optional<String> flaw = group.add(frame, at);
            if (flaw.isPresent()) {
              return unreadable(at, Damage.Fault.GROUP, flaw.get());
            }
            at = new Position(segment.first(), at.offset() + frame.bytes());
          }
        }
      }
      return new Reading.Found<>(group);
    } catch (IOException e) {
      return unreadable(position, Damage.Fault.UNREADABLE, e.toString());
    }
  }

  static Part part(Frame frame) {
    return new Part(
        frame.sequence(),
        frame.part(),
        frame.closing(),
        frame.stream(),
        frame.revision(),
        frame.at(),
        frame.author(),
        frame.digest(),
        frame.link(),
        frame.salt(),
        Group.payload(frame));
  }

  private static <T> Reading<T> unreadable(Position position, Damage.Fault fault, String detail) {
    return new Reading.Unreadable<>(
        new Damage(Segment.name(position.segment()), position.offset(), 0, fault, detail));
  }

  private SegmentReader open(Position position) throws IOException {
    return SegmentReader.open(disk, position.segment(), SegmentReader.FEW_BYTES, erasing);
  }

  private static <T> Reading<T> beyond(Position position, Mark end) {
    return unreadable(position, Damage.Fault.VANISHED, "the journal ends at " + end.position());
  }

  private static Reading<Located> one(SegmentReader reader, Position position) throws IOException {
    if (!(reader.header() instanceof Segment.Header.Sound(Segment segment))) {
      return unreadable(position, Damage.Fault.HEADER, "the segment's header is damaged");
    }
    Optional<Frame> frame = reader.frame(segment, position.offset(), reader.size());
    return frame.isPresent()
        ? new Reading.Found<>(new Located(frame.get(), segment))
        : unreadable(position, Damage.Fault.FRAME, "no sound frame begins here");
  }
}
