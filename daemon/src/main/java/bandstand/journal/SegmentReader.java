package bandstand.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** The frames of one segment, through a file opened for this reader alone. */
final class SegmentReader implements Closeable {
  /** Enough for most entries in one read. */
  static final int FEW_BYTES = 8 * 1024;

  /** Enough that a walk is not slowed down by its reads. */
  static final int MANY_BYTES = 256 * 1024;

  private final DiskFile file;
  private final Segment.Header header;
  private final Window window;
  private final Lock erasing;

  private SegmentReader(DiskFile file, Segment.Header header, Window window, Lock erasing) {
    this.file = file;
    this.header = header;
    this.window = window;
    this.erasing = erasing;
  }

  /**
   * Opens the segment of a first sequence; {@code erasing} is held while frames are overwritten.
   */
  static SegmentReader open(Disk disk, long first, int aheadBytes, Lock erasing)
      throws IOException {
    DiskFile file = disk.read(Segment.name(first));
    try {
      Segment.Header header = Segment.read(file, first);
      int bytes = (int) Math.min(aheadBytes, Math.max(file.size(), Segment.HEADER_BYTES));
      return new SegmentReader(file, header, new Window(file, bytes), erasing);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  Segment.Header header() {
    return header;
  }

  long size() throws IOException {
    return file.size();
  }

  /**
   * The frame at an offset before {@code limit}; empty if none is sound there. One that is being
   * overwritten meanwhile is read again afterwards.
   */
  Optional<Frame> frame(Segment segment, long offset, long limit) throws IOException {
    Optional<Frame> frame = attempt(segment, offset, limit);
    if (frame.isPresent()) {
      return frame;
    }
    erasing.lock();
    try {
      window.forget();
      return attempt(segment, offset, limit);
    } finally {
      erasing.unlock();
    }
  }

  private Optional<Frame> attempt(Segment segment, long offset, long limit) throws IOException {
    if (offset + Frame.FIXED_BYTES > limit) {
      return Optional.empty();
    }
    int length = Frame.claimedBytes(window.bytes(offset, Frame.FIXED_BYTES), 0);
    if (length == 0 || offset + length > limit) {
      return Optional.empty();
    }
    return Frame.read(window.bytes(offset, length), segment.nonce());
  }

  /**
   * Whether a sound frame, at whatever offset from {@code offset} on, was written when {@code
   * sequence} was already on disk.
   */
  boolean knowsForced(Segment segment, long offset, long sequence) throws IOException {
    long size = size();
    for (long at = offset; at + Frame.FIXED_BYTES <= size; at++) {
      ByteBuffer fixed = window.bytes(at, Frame.FIXED_BYTES);
      int length = Frame.claimedBytes(fixed, 0);
      if (length > 0
          && at + length <= size
          && fixed.getLong(Frame.FORCED_AT) >= sequence
          && fixed.getLong(Frame.SEQUENCE_AT) > sequence
          && Frame.read(window.bytes(at, length), segment.nonce()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
