package bandstand.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * All frames before a mark, as the bytes of the segments they stand in; for one thread.
 *
 * <p>The journal is append-only, so the excerpt stays as it is while the writer goes on. Frames are
 * copied one by one, each checked. An erasure meanwhile leaves every frame either whole or erased;
 * then the mark moves behind the entry that records it, so that nothing is missing without a word.
 */
public final class Excerpt {
  private final Disk disk;
  private final Lock erasing;
  private final Supplier<Mark> erasedUpTo;
  private Mark end;
  private final Map<String, Last> last = new TreeMap<>();
  private long sequence;

  /**
   * Where a stream has come to at the mark.
   *
   * @param revision of its last entry
   */
  public record Last(long revision, Head head) {}

  /**
   * Up to a mark.
   *
   * @param erasedUpTo behind the entry that records the last erasure; known before any of its
   *     frames is overwritten
   */
  Excerpt(Disk disk, Lock erasing, Mark end, Supplier<Mark> erasedUpTo) {
    this.disk = disk;
    this.erasing = erasing;
    this.end = end;
    this.erasedUpTo = erasedUpTo;
  }

  /** The last sequence in it, as far as is known before everything is copied; 0 without any. */
  public long sequence() {
    return end.sequence() - 1;
  }

  /**
   * The next segment to be copied, by its file name, after one that was; empty after the last.
   *
   * @param after empty: the first
   */
  public Optional<String> next(Optional<String> after) throws IOException {
    long copied = after.map(name -> Segment.among(List.of(name)).getFirst()).orElse(0L);
    return firsts().stream().filter(first -> first > copied).findFirst().map(Segment::name);
  }

  /** The streams in it, once every segment has been copied. */
  public Map<String, Last> streams() {
    if (sequence != sequence()) {
      throw new IllegalStateException("copied up to " + sequence + " of " + sequence());
    }
    return Map.copyOf(last);
  }

  /**
   * Copies one segment as far as the mark, which an erasure may move meanwhile.
   *
   * @throws IOException also if a frame is damaged: such a copy is worth nothing
   */
  public void copy(String name, OutputStream to) throws IOException {
    long first = Segment.among(List.of(name)).getFirst();
    try (SegmentReader reader =
        SegmentReader.open(disk, first, SegmentReader.MANY_BYTES, erasing)) {
      if (!(reader.header() instanceof Segment.Header.Sound(Segment segment))) {
        throw new IOException("the header of " + name + " is damaged");
      }
      byte[] header = new byte[Segment.HEADER_BYTES];
      segment.header().get(header);
      to.write(header);
      long offset = Segment.HEADER_BYTES;
      for (long limit = limit(first, reader); offset < limit; limit = limit(first, reader)) {
        frames(reader, segment, offset, limit, to);
        offset = limit;
      }
    }
  }

  private long limit(long first, SegmentReader reader) throws IOException {
    Mark erased = erasedUpTo.get();
    if (erased.sequence() > end.sequence()) {
      end = erased;
    }
    return end.position().segment() == first ? end.position().offset() : reader.size();
  }

  private void frames(SegmentReader reader, Segment segment, long from, long limit, OutputStream to)
      throws IOException {
    long offset = from;
    while (offset < limit) {
      Optional<Frame> frame = reader.frame(segment, offset, limit);
      if (frame.isEmpty() || frame.get().sequence() != sequence + 1) {
        throw new IOException(
            "%s at byte %d: no sound frame %d".formatted(segment.name(), offset, sequence + 1));
      }
      byte[] bytes = new byte[frame.get().bytes()];
      frame.get().write(ByteBuffer.wrap(bytes), segment.nonce());
      to.write(bytes);
      take(frame.get());
      offset += bytes.length;
    }
  }

  private void take(Frame frame) {
    sequence = frame.sequence();
    last.put(frame.stream(), new Last(frame.revision(), new Head(frame.sequence(), frame.link())));
  }

  private List<Long> firsts() throws IOException {
    List<Long> firsts = new ArrayList<>(Segment.among(disk.names()));
    firsts.removeIf(first -> first > end.position().segment());
    return firsts;
  }
}
