package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The opening of a journal: replay, verdict on its end, and what makes it writable again. */
final class Recovery {
  /** An erasure meets a reader once in a while, and hardly ever again and again elsewhere. */
  private static final int SURVEYS = 5;

  private final Disk disk;
  private final Setup setup;
  private final Start start;
  private final Lock erasing = new ReentrantLock();
  private final Space space;
  private final Landmarks landmarks = new Landmarks();

  private Recovery(Disk disk, Setup setup, Start start) {
    this.disk = disk;
    this.setup = setup;
    this.start = start;
    this.space = new Space(disk, setup.reserveBytes());
  }

  static Opening open(Disk disk, Setup setup, Start start, Consumer<Kept> replay)
      throws IOException {
    return new Recovery(disk, setup, start).open(replay);
  }

  /**
   * What an opening would find, from the first frame on; nothing is mended. A frame that another
   * process is just overwriting looks damaged, so damage is told once it is found twice in a place.
   */
  static Survey survey(Disk disk, Start start) throws IOException {
    Survey survey = new Recovery(disk, Setup.standard(), start).survey();
    Optional<Damage> damage = damage(survey);
    for (int look = 1; look < SURVEYS && damage.isPresent(); look++) {
      Survey again = new Recovery(disk, Setup.standard(), start).survey();
      Optional<Damage> found = damage(again);
      if (found.equals(damage)) {
        return again;
      }
      survey = again;
      damage = found;
    }
    return survey;
  }

  private static Optional<Damage> damage(Survey survey) {
    return survey instanceof Survey.Read read && read.tail() instanceof Tail.Damaged(Damage damage)
        ? Optional.of(damage)
        : Optional.empty();
  }

  private Survey survey() throws IOException {
    List<Long> segments = Segment.among(disk.names());
    for (long first : segments) {
      Optional<Opening.FormatTooNew> newer = tooNew(first);
      if (newer.isPresent()) {
        return new Survey.TooNew(
            newer.get().segment(), newer.get().found(), newer.get().supported());
      }
    }
    if (segments.isEmpty() && watermark() == 0) {
      return new Survey.None();
    }
    Chains chains = new Chains(start.from().sequence(), start.heads());
    AtomicLong entries = new AtomicLong();
    Walk.Walked walked =
        Walk.run(
            disk,
            segments,
            start.from(),
            Optional.empty(),
            chains,
            erasing,
            kept -> entries.incrementAndGet());
    Tail tail = new Verdict(disk, start.from(), watermark(), erasing).of(walked, segments);
    boolean interrupted = disk.names().contains(Tombstones.PENDING);
    return new Survey.Read(Segment.FORMAT, tail, entries.get(), chains.heads(), interrupted);
  }

  private Opening open(Consumer<Kept> replay) throws IOException {
    List<Long> segments = Segment.among(disk.names());
    for (long first : segments) {
      Optional<Opening.FormatTooNew> refusal = tooNew(first);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    Tombstones.resume(disk);
    Chains chains = new Chains(start.from().sequence(), start.heads());
    if (segments.isEmpty() && watermark() == 0) {
      return opened(new Tail.Whole(), Optional.empty(), start.from(), chains.heads());
    }
    Consumer<Kept> noted =
        kept -> {
          landmarks.note(kept.written().mark());
          replay.accept(kept);
        };
    Walk.Walked walked =
        Walk.run(disk, segments, start.from(), Optional.empty(), chains, erasing, noted);
    Tail tail = new Verdict(disk, start.from(), watermark(), erasing).of(walked, segments);
    return opened(tail, Optional.of(walked), walked.end(), chains.heads());
  }

  /** The highest sequence anything given at the start speaks of. */
  private long watermark() {
    long heads = start.heads().values().stream().mapToLong(Head::sequence).max().orElse(0);
    return Math.max(Math.max(start.watermark(), heads), start.from().sequence() - 1);
  }

  private Optional<Opening.FormatTooNew> tooNew(long first) {
    try (DiskFile file = disk.read(Segment.name(first))) {
      return Segment.read(file, first) instanceof Segment.Header.TooNew(int format)
          ? Optional.of(new Opening.FormatTooNew(Segment.name(first), format, Segment.FORMAT))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The walk meets it again and says what it means.
    }
  }

  private Opening opened(
      Tail tail, Optional<Walk.Walked> walked, Mark end, Map<String, Head> heads) {
    if (tail instanceof Tail.Damaged(Damage damage)) {
      return readOnly(tail, end, heads, damage.words());
    }
    Tail told = tail;
    try {
      if (tail instanceof Tail.Torn torn) {
        told = saved(torn);
      }
      Writer writer =
          walked.isPresent() ? writer(walked.get(), told) : new Writer(disk, setup, space);
      space.hold(0);
      return new Opening.Opened(
          new Journal(disk, erasing, landmarks, Optional.of(writer), end, heads, Optional.empty()),
          told);
    } catch (IOException e) {
      return readOnly(told, end, heads, "the disk cannot be written: " + e.getMessage());
    }
  }

  private Opening readOnly(Tail tail, Mark end, Map<String, Head> heads, String reason) {
    return new Opening.Opened(
        new Journal(disk, erasing, landmarks, Optional.empty(), end, heads, Optional.of(reason)),
        tail);
  }

  /** Sets the torn bytes aside, unless there is no room for them even without the reserve. */
  private Tail.Torn saved(Tail.Torn torn) throws IOException {
    Optional<String> name = Optional.empty();
    try (DiskFile file = disk.read(torn.segment())) {
      for (int attempt = 0; attempt < 2 && name.isEmpty(); attempt++) {
        try {
          name = Optional.of(TornFiles.save(disk, torn.sequence(), file, torn.offset()));
        } catch (IOException e) {
          if (!space.full(e, torn.bytes())) {
            throw e;
          }
          space.release();
        }
      }
    }
    return new Tail.Torn(torn.segment(), torn.offset(), torn.sequence(), torn.bytes(), name);
  }

  /**
   * Cuts what is torn, and writes again what is not known to be on disk: after a failed force the
   * system may hold it as clean, and another force alone would not bring it there.
   */
  private Writer writer(Walk.Walked walked, Tail tail) throws IOException {
    Mark end = walked.end();
    long first = end.position().segment();
    DiskFile file = disk.write(Segment.name(first));
    try {
      if (!(Segment.read(file, first) instanceof Segment.Header.Sound(Segment segment))) {
        throw new IOException("the header of " + Segment.name(first) + " cannot be read again");
      }
      if (tail instanceof Tail.Torn) {
        file.truncate(end.position().offset());
      }
      if (walked.unforced().position().segment() == first) {
        writeAgain(file, walked.unforced().position().offset(), end.position().offset());
      }
      ForceFailure.force(file);
      deleteUnnamed();
      ForceFailure.force(disk);
      return new Writer(disk, setup, space, segment, file, end);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static void writeAgain(DiskFile file, long from, long to) throws IOException {
    for (long at = from; at < to; at += Limits.WRITE_BYTES) {
      ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(Limits.WRITE_BYTES, to - at));
      file.read(chunk, at);
      file.write(chunk.flip(), at);
    }
  }

  private void deleteUnnamed() throws IOException {
    for (String name : disk.names()) {
      if (name.endsWith(Segment.UNNAMED)) {
        disk.delete(name);
      }
    }
  }
}
