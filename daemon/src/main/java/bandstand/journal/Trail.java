package bandstand.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * The entries that end after one sequence and begin up to another, in order, each read when it is
 * asked for; for one thread.
 *
 * <p>The journal is append-only, so the trail stays as it is while the writer goes on. It has a
 * file open until it is closed.
 */
public final class Trail implements AutoCloseable {
  /** As a tree in memory it is some megabytes. */
  static final long LARGE_BYTES = 512 * 1024;

  /** Many read at once when a daemon has started again. */
  private static final int AHEAD_BYTES = 32 * 1024;

  private final Disk disk;
  private final Lock erasing;
  private final Landmarks landmarks;
  private final long after;
  private final long upTo;
  private Mark at = Mark.BEGINNING;
  private Optional<Opened> opened = Optional.empty();

  private record Opened(SegmentReader reader, Segment segment) {}

  Trail(Disk disk, Lock erasing, Landmarks landmarks, long after, long upTo) {
    this.disk = disk;
    this.erasing = erasing;
    this.landmarks = landmarks;
    this.after = after;
    this.upTo = upTo;
  }

  /** Asked when an entry turns out to be large, before the rest of it is read. */
  @FunctionalInterface
  public interface Large {
    void entry() throws InterruptedException;
  }

  /**
   * The next entry; empty at the end. Past one that is unreadable there is no way on.
   *
   * @param large asked at most once
   */
  public Optional<Reading<Kept>> next(Large large) throws InterruptedException {
    try {
      if (opened.isEmpty()) {
        at = landmarks.before(disk, after + 1);
        open(at.position().segment());
      }
      while (at.sequence() <= upTo) {
        landmarks.note(at);
        Reading<Group> entry = entry(large);
        if (at.sequence() > after + 1) {
          return Optional.of(entry.map(Group::kept));
        }
        if (entry instanceof Reading.Unreadable<Group>(Damage damage)) {
          return Optional.of(new Reading.Unreadable<>(damage));
        }
      }
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(unreadable(Damage.Fault.UNREADABLE, failed.toString()));
    }
  }

  private Reading<Group> entry(Large large) throws IOException, InterruptedException {
    Group group = new Group();
    long bytes = 0;
    while (!group.closed()) {
      Optional<Frame> frame = frame();
      if (frame.isEmpty() || frame.get().sequence() != at.sequence()) {
        return unreadable(Damage.Fault.FRAME, "frame " + at.sequence() + " does not begin here");
      }
      Optional<String> flaw = group.add(frame.get(), at.position());
      if (flaw.isPresent()) {
        return unreadable(Damage.Fault.GROUP, flaw.get());
      }
      Position here = at.position();
      at =
          new Mark(
              new Position(here.segment(), here.offset() + frame.get().bytes()), at.sequence() + 1);
      boolean small = bytes < LARGE_BYTES;
      bytes += frame.get().bytes();
      if (small && bytes >= LARGE_BYTES) {
        large.entry();
      }
    }
    return new Reading.Found<>(group);
  }

  /** From the next segment where this one is at its end: what is recorded follows there. */
  private Optional<Frame> frame() throws IOException {
    if (at.position().offset() >= opened.orElseThrow().reader().size()) {
      open(at.sequence());
      at = new Mark(new Position(at.sequence(), Segment.HEADER_BYTES), at.sequence());
    }
    Opened current = opened.orElseThrow();
    return current
        .reader()
        .frame(current.segment(), at.position().offset(), current.reader().size());
  }

  private void open(long first) throws IOException {
    close();
    SegmentReader reader = SegmentReader.open(disk, first, AHEAD_BYTES, erasing);
    if (!(reader.header() instanceof Segment.Header.Sound(Segment segment))) {
      reader.close();
      throw new IOException("the header of " + Segment.name(first) + " is damaged");
    }
    opened = Optional.of(new Opened(reader, segment));
  }

  private <T> Reading<T> unreadable(Damage.Fault fault, String detail) {
    return new Reading.Unreadable<>(Damage.at(at, fault, detail));
  }

  @Override
  public void close() throws IOException {
    if (opened.isPresent()) {
      SegmentReader reader = opened.get().reader();
      opened = Optional.empty();
      reader.close();
    }
  }
}
