package bandstand.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Reading at positions, from any thread. Each call opens the file for itself: a thread that is
 * interrupted while it reads closes the channel under everybody else who shares it.
 */
record Lookup(Disk disk, Lock erasing) {
  /** Of an entry whose frames are read one by one: it may have one, or a hundred thousand. */
  private static final int AHEAD_BYTES = 32 * 1024;

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
    Optional<Damage> damage =
        each(
            position,
            SegmentReader.FEW_BYTES,
            (frame, at) -> group.add(frame, at).map(flaw -> damage(at, Damage.Fault.GROUP, flaw)));
    return damage.isPresent() ? new Reading.Unreadable<>(damage.get()) : new Reading.Found<>(group);
  }

  /** Takes the next frame of an entry, or says why it does not belong there. */
  interface Taking {
    Optional<Damage> frame(Frame frame, Position position);
  }

  /** Hands over the frames of the entry that begins there; memory holds one of them. */
  Optional<Damage> frames(Position position, Mark end, Taking taking) {
    if (position.compareTo(end.position()) >= 0) {
      return Optional.of(behind(position, end));
    }
    Group.Order order = new Group.Order();
    return each(
        position,
        AHEAD_BYTES,
        (frame, at) ->
            order
                .flaw(frame)
                .map(flaw -> damage(at, Damage.Fault.GROUP, flaw))
                .or(() -> taking.frame(frame, at)));
  }

  private Optional<Damage> each(Position position, int aheadBytes, Taking taking) {
    try (SegmentReader reader = SegmentReader.open(disk, position.segment(), aheadBytes, erasing)) {
      Position at = position;
      while (true) {
        switch (one(reader, at)) {
          case Reading.Unreadable<Located>(Damage damage) -> {
            return Optional.of(damage);
          }
          case Reading.Found<Located>(Located(Frame frame, Segment segment)) -> {
            Optional<Damage> damage = taking.frame(frame, at);
            if (damage.isPresent() || frame.closing()) {
              return damage;
            }
            at = new Position(segment.first(), at.offset() + frame.bytes());
          }
        }
      }
    } catch (IOException e) {
      return Optional.of(damage(position, Damage.Fault.UNREADABLE, e.toString()));
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
    return new Reading.Unreadable<>(damage(position, fault, detail));
  }

  private static Damage damage(Position position, Damage.Fault fault, String detail) {
    return new Damage(Segment.name(position.segment()), position.offset(), 0, fault, detail);
  }

  private SegmentReader open(Position position) throws IOException {
    return SegmentReader.open(disk, position.segment(), SegmentReader.FEW_BYTES, erasing);
  }

  private static <T> Reading<T> beyond(Position position, Mark end) {
    return new Reading.Unreadable<>(behind(position, end));
  }

  private static Damage behind(Position position, Mark end) {
    return damage(position, Damage.Fault.VANISHED, "the journal ends at " + end.position());
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
