package bandstand.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** One pass over the frames of the journal, in order, until its end or the first fault. */
final class Walk {
  /**
   * How far a walk came.
   *
   * @param end after the last whole entry
   * @param reached after the last sound frame: beyond {@code end} where an entry is unfinished
   * @param unforced before the first frame that no later frame knows to be on disk
   * @param damage why it ended before the file did
   */
  record Walked(Mark end, Mark reached, Mark unforced, Optional<Damage> damage) {}

  private final Disk disk;
  private final List<Long> segments;
  private final Chains chains;
  private final Lock erasing;
  private final Consumer<Kept> each;
  private final Group group = new Group();
  private Mark end;
  private Mark reached;
  private Mark unforced;
  private long forced;

  private Walk(
      Disk disk, List<Long> segments, Mark from, Chains chains, Lock erasing, Consumer<Kept> each) {
    this.disk = disk;
    this.segments = segments;
    this.chains = chains;
    this.erasing = erasing;
    this.each = each;
    this.end = from;
    this.reached = from;
    this.unforced = from;
    this.forced = from.sequence() - 1;
  }

  /**
   * Walks the segments of the given first sequences, which ascend, and hands over every whole entry
   * from {@code from} until before {@code until}, or to the end.
   */
  static Walked run(
      Disk disk,
      List<Long> segments,
      Mark from,
      Optional<Mark> until,
      Chains chains,
      Lock erasing,
      Consumer<Kept> each) {
    Walk walk = new Walk(disk, segments, from, chains, erasing, each);
    Optional<Damage> damage = walk.segments(until);
    return new Walked(walk.end, walk.reached, walk.unforced, damage);
  }

  private Optional<Damage> segments(Optional<Mark> until) {
    long last = until.map(mark -> mark.position().segment()).orElse(Long.MAX_VALUE);
    List<Long> path =
        segments.stream()
            .filter(first -> first >= reached.position().segment() && first <= last)
            .toList();
    if (path.isEmpty() || path.getFirst() != reached.position().segment()) {
      return Optional.of(damage(Damage.Fault.VANISHED, "the segment is not there"));
    }
    for (int i = 0; i < path.size(); i++) {
      boolean isLast = i == path.size() - 1;
      Optional<Damage> damage =
          segment(path.get(i), until.filter(mark -> isLast).map(mark -> mark.position().offset()));
      if (damage.isEmpty() && !isLast) {
        damage = unlessNext(path.get(i + 1));
      }
      if (damage.isPresent()) {
        return damage;
      }
    }
    return Optional.empty();
  }

  private Optional<Damage> unlessNext(long next) {
    if (!group.isEmpty()) {
      return Optional.of(
          damage(Damage.Fault.GROUP, "an entry is unfinished, though others follow"));
    }
    if (next != reached.sequence()) {
      return Optional.of(damage(Damage.Fault.VANISHED, "the next segment begins at " + next));
    }
    reached = new Mark(new Position(next, Segment.HEADER_BYTES), next);
    end = reached;
    return Optional.empty();
  }

  private Optional<Damage> segment(long first, Optional<Long> limit) {
    try (SegmentReader reader =
        SegmentReader.open(disk, first, SegmentReader.MANY_BYTES, erasing)) {
      return switch (reader.header()) {
        case Segment.Header.Sound(Segment segment) ->
            frames(reader, segment, limit.orElse(reader.size()));
        case Segment.Header.Bad(String detail) -> Optional.of(damage(Damage.Fault.HEADER, detail));
        case Segment.Header.TooNew(int format) ->
            Optional.of(damage(Damage.Fault.HEADER, "the segment is of format " + format));
      };
    } catch (IOException e) {
      return Optional.of(damage(Damage.Fault.UNREADABLE, e.toString()));
    }
  }

  private Optional<Damage> frames(SegmentReader reader, Segment segment, long limit)
      throws IOException {
    long size = reader.size();
    if (Math.max(reached.position().offset(), limit) > size) {
      return Optional.of(damage(Damage.Fault.VANISHED, "the file ends at byte " + size));
    }
    while (reached.position().offset() < limit) {
      Optional<Frame> frame = reader.frame(segment, reached.position().offset(), limit);
      Optional<Damage> damage =
          frame.isPresent()
              ? take(frame.get())
              : Optional.of(damage(Damage.Fault.FRAME, "no sound frame begins here"));
      if (damage.isPresent()) {
        return damage;
      }
    }
    return Optional.empty();
  }

  private Optional<Damage> take(Frame frame) {
    if (frame.sequence() != reached.sequence()) {
      return Optional.of(damage(Damage.Fault.ORDER, "frame " + frame.sequence() + " stands here"));
    }
    Optional<Damage> damage =
        chains
            .check(frame)
            .map(flaw -> damage(flaw.fault(), flaw.detail()))
            .or(
                () ->
                    group
                        .add(frame, reached.position())
                        .map(detail -> damage(Damage.Fault.GROUP, detail)));
    if (damage.isPresent()) {
      return damage;
    }
    if (frame.forced() > forced) {
      forced = frame.forced();
      unforced = reached;
    }
    reached = after(frame);
    if (group.closed()) {
      chains.close();
      end = reached;
      Kept kept = group.kept();
      group.clear();
      each.accept(kept);
    }
    return Optional.empty();
  }

  private Mark after(Frame frame) {
    Position here = reached.position();
    return new Mark(
        new Position(here.segment(), here.offset() + frame.bytes()), reached.sequence() + 1);
  }

  private Damage damage(Damage.Fault fault, String detail) {
    return Damage.at(reached, fault, detail);
  }
}
