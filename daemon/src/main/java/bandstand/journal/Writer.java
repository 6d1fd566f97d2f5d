package bandstand.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/** The end of the journal: one batch at a time, one force each; for the writer's thread alone. */
final class Writer {
  /** What became of a batch, and what the journal is then. */
  record Outcome(Appending appending, Mark end, Map<String, Head> heads) {}

  private final Disk disk;
  private final Setup setup;
  private final Space space;
  private final Outlet outlet = new Outlet();
  private final Hashes hashes = new Hashes();
  private Segment segment;
  private DiskFile file;
  private Mark end;

  /** Continues at the end of a segment whose every byte is on disk. */
  Writer(Disk disk, Setup setup, Space space, Segment segment, DiskFile file, Mark end) {
    this.disk = disk;
    this.setup = setup;
    this.space = space;
    this.segment = segment;
    this.file = file;
    this.end = end;
  }

  /** Begins a new journal. */
  Writer(Disk disk, Setup setup, Space space) throws IOException {
    this(disk, setup, space, new Segment(1, setup.random().nextLong()));
  }

  private Writer(Disk disk, Setup setup, Space space, Segment first) throws IOException {
    this(disk, setup, space, first, first.create(disk), Mark.BEGINNING);
  }

  boolean awaitsSpace() {
    return !space.held();
  }

  void seekSpace() {
    space.hold(0);
  }

  /** Appends a batch whose streams have the given heads. */
  Outcome append(List<Entry> batch, Function<String, Optional<Head>> heads) {
    long bytes = bytes(batch);
    Optional<String> obstacle = space.hold(bytes);
    return obstacle.isPresent()
        ? refused(new Appending.NoSpace(obstacle.get()))
        : append(batch, bytes, heads);
  }

  /**
   * Appends a batch that is followed by an erasure of so many frames, once there is room on the
   * disk for that too; the reserve is given up for both.
   */
  Outcome append(List<Entry> batch, int frames, Function<String, Optional<Head>> heads) {
    long bytes = bytes(batch);
    boolean reserve = space.hold(bytes).isEmpty();
    Outcome outcome = appendWithRoom(batch, bytes, frames, heads);
    return reserve && outcome.appending() instanceof Appending.NoSpace
        ? appendWithRoom(batch, bytes, frames, heads)
        : outcome;
  }

  private Outcome appendWithRoom(
      List<Entry> batch, long bytes, int frames, Function<String, Optional<Head>> heads) {
    int together = Math.min(frames, Limits.ERASURE_FRAMES);
    Outcome outcome;
    try {
      Tombstones.takeRoom(disk, together);
      outcome = append(batch, bytes, heads);
    } catch (IOException e) {
      outcome = refused(refusal("take room", e, Tombstones.bytes(together)));
    }
    if (outcome.appending() instanceof Appending.Appended) {
      return outcome;
    }
    try {
      Tombstones.remove(disk);
      return outcome;
    } catch (IOException e) {
      return refused(new Appending.DiskFailed("delete", String.valueOf(e.getMessage())));
    }
  }

  private static long bytes(List<Entry> batch) {
    long bytes = batch.stream().mapToLong(Entry::bytes).sum();
    if (batch.isEmpty() || bytes > Limits.BATCH_BYTES) {
      throw new IllegalArgumentException("a batch of " + bytes + " bytes");
    }
    return bytes;
  }

  private Outcome append(List<Entry> batch, long bytes, Function<String, Optional<Head>> heads) {
    try {
      rollBefore(bytes);
    } catch (IOException e) {
      return refused(refusal("segment", e, Segment.HEADER_BYTES));
    }
    Map<String, Head> moved = new HashMap<>();
    try {
      List<Written> written = write(batch, bytes, heads, moved);
      ForceFailure.force(file);
      Written last = written.getLast();
      end =
          new Mark(new Position(segment.first(), end.position().offset() + bytes), last.last() + 1);
      return new Outcome(new Appending.Appended(written), end, moved);
    } catch (ForceFailure e) {
      return refused(givenUp(e));
    } catch (IOException e) {
      return refused(undo(e, bytes));
    }
  }

  /**
   * Overwrites frames by their tombstones, as many together as one record of them holds; {@code
   * erasing} is held while readers could meet a frame half overwritten.
   *
   * @param standing frames that are sound and not erased
   */
  Erasing erase(List<Position> standing, Lookup lookup, Lock erasing) {
    for (int from = 0; from < standing.size(); from += Limits.ERASURE_FRAMES) {
      int to = Math.min(standing.size(), from + Limits.ERASURE_FRAMES);
      Map<Position, Frame> frames = new TreeMap<>();
      Map<Long, Segment> segments = new TreeMap<>();
      for (Position position : standing.subList(from, to)) {
        switch (lookup.frame(position, end)) {
          case Reading.Unreadable<Lookup.Located>(Damage damage) -> {
            return new Erasing.Untouched(damage);
          }
          case Reading.Found<Lookup.Located>(Lookup.Located(Frame frame, Segment segment)) -> {
            frames.put(position, frame);
            segments.put(segment.first(), segment);
          }
        }
      }
      Optional<Appending.Refusal> refusal = eraseTogether(frames, segments, erasing);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    try {
      Tombstones.remove(disk);
      return new Erasing.Erased(standing.size());
    } catch (IOException e) {
      return new Appending.DiskFailed("erase", String.valueOf(e.getMessage()));
    }
  }

  private Optional<Appending.Refusal> eraseTogether(
      Map<Position, Frame> frames, Map<Long, Segment> segments, Lock erasing) {
    Optional<Appending.Refusal> unkept = keep(frames, segments);
    if (unkept.isPresent() && unkept.get() instanceof Appending.NoSpace) {
      unkept = keep(frames, segments);
    }
    if (unkept.isPresent()) {
      return unkept;
    }
    erasing.lock();
    try {
      Tombstones.lay(disk);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Appending.DiskFailed("erase", String.valueOf(e.getMessage())));
    } finally {
      erasing.unlock();
    }
  }

  /** Without space the reserve is given up, so that a second attempt may succeed. */
  private Optional<Appending.Refusal> keep(
      Map<Position, Frame> frames, Map<Long, Segment> segments) {
    try {
      Tombstones.keep(disk, frames, segments);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(refusal("keep an erasure", e, Tombstones.bytes(frames.size())));
    }
  }

  void close() throws IOException {
    file.close();
  }

  private void rollBefore(long bytes) throws IOException {
    long offset = end.position().offset();
    if (offset == Segment.HEADER_BYTES || offset + bytes <= setup.segmentBytes()) {
      return;
    }
    Segment next = new Segment(end.sequence(), setup.random().nextLong());
    DiskFile opened = next.create(disk);
    DiskFile full = file;
    file = opened;
    segment = next;
    end = new Mark(new Position(next.first(), Segment.HEADER_BYTES), end.sequence());
    full.close();
  }

  private List<Written> write(
      List<Entry> batch,
      long bytes,
      Function<String, Optional<Head>> heads,
      Map<String, Head> moved)
      throws IOException {
    long start = end.position().offset();
    long sequence = end.sequence();
    long flushed = 0;
    long gathered = 0;
    List<Written> written = new ArrayList<>();
    outlet.expect(bytes);
    for (Entry entry : batch) {
      List<Position> positions = new ArrayList<>();
      Optional<Head> before =
          Optional.ofNullable(moved.get(entry.stream())).or(() -> heads.apply(entry.stream()));
      Link link = before.map(Head::link).orElse(Link.NONE);
      for (int part = 0; part < entry.payloads().size(); part++) {
        Frame frame = Frame.of(entry, part, sequence, end.sequence() - 1, salt(), link, hashes);
        flushed += outlet.put(frame, segment.nonce(), file, start + flushed);
        positions.add(new Position(segment.first(), start + gathered));
        gathered += frame.bytes();
        link = frame.link();
        sequence++;
      }
      moved.put(entry.stream(), new Head(sequence - 1, link));
      written.add(new Written(sequence - positions.size(), sequence - 1, positions, link));
    }
    outlet.flush(file, start + flushed);
    return written;
  }

  /** Takes a partly written batch back; where that fails too, the journal is no longer writable. */
  private Appending.Refusal undo(IOException failure, long bytes) {
    Appending.Refusal refusal = refusal("write", failure, bytes);
    try {
      file.truncate(end.position().offset());
      ForceFailure.force(file);
      return refusal;
    } catch (IOException e) {
      return new Appending.DiskFailed("truncate", String.valueOf(e.getMessage()));
    }
  }

  /**
   * After a failed force nothing is forced again; the batch is cut off all the same, so that the
   * next opening most likely finds what readers see until then.
   */
  private Appending.DiskFailed givenUp(ForceFailure failure) {
    String message = String.valueOf(failure.getMessage());
    try {
      file.truncate(end.position().offset());
      return new Appending.DiskFailed("force", message);
    } catch (IOException e) {
      return new Appending.DiskFailed("force", message + ", then " + e.getMessage());
    }
  }

  private Appending.Refusal refusal(String operation, IOException failure, long bytes) {
    String message = String.valueOf(failure.getMessage());
    if (!space.full(failure, bytes)) {
      return new Appending.DiskFailed(operation, message);
    }
    try {
      space.release();
      return new Appending.NoSpace(message);
    } catch (IOException e) {
      return new Appending.DiskFailed("delete", String.valueOf(e.getMessage()));
    }
  }

  private Outcome refused(Appending.Refusal refusal) {
    return new Outcome(refusal, end, Map.of());
  }

  private byte[] salt() {
    byte[] salt = new byte[Frame.SALT_BYTES];
    setup.random().nextBytes(salt);
    return salt;
  }
}
