package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file, read ahead as they are asked for in rising order. */
final class Window {
  private final DiskFile file;
  private ByteBuffer buffer;
  private long start;

  /** {@code aheadBytes} are read at a time, more where more are asked for. */
  Window(DiskFile file, int aheadBytes) {
    this.file = file;
    this.buffer = ByteBuffer.allocate(aheadBytes).limit(0);
  }

  /** Bytes that must lie within the file; what is returned holds until the next call. */
  ByteBuffer bytes(long offset, int count) throws IOException {
    if (offset < start || offset + count > start + buffer.limit()) {
      load(offset, count);
    }
    return buffer.slice(Math.toIntExact(offset - start), count);
  }

  /** The next call reads from the file again. */
  void forget() {
    buffer.limit(0);
  }

  private void load(long offset, int count) throws IOException {
    if (count > buffer.capacity()) {
      buffer = ByteBuffer.allocate(Math.max(count, 2 * buffer.capacity()));
    }
    buffer.clear();
    start = offset;
    try {
      file.read(buffer, offset);
      buffer.flip();
    } catch (IOException e) {
      forget();
      throw e;
    }
    if (buffer.limit() < count) {
      forget();
      throw new IOException("the file ended " + count + " bytes after " + offset);
    }
  }
}
