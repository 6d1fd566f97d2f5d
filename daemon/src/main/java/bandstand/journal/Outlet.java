package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gathers the frames of a batch into few writes at the end of a segment. */
final class Outlet {
  private static final int LEAST_BYTES = 64 * 1024;

  private ByteBuffer buffer = ByteBuffer.allocateDirect(LEAST_BYTES);

  /** Makes room for a batch of so many bytes, as far as one write may go. */
  void expect(long batchBytes) {
    buffer.clear();
    reserve((int) Math.min(batchBytes, Limits.WRITE_BYTES));
  }

  /** Adds a frame; returns the bytes written to the file at the offset to make room for it. */
  int put(Frame frame, long nonce, DiskFile file, long offset) throws IOException {
    int written = 0;
    if (frame.bytes() > buffer.remaining()) {
      written = flush(file, offset);
      reserve(frame.bytes());
    }
    frame.write(buffer, nonce);
    return written;
  }

  /** Writes what has been gathered at the offset; returns how many bytes that were. */
  int flush(DiskFile file, long offset) throws IOException {
    buffer.flip();
    int count = buffer.remaining();
    file.write(buffer, offset);
    buffer.clear();
    return count;
  }

  private void reserve(int bytes) {
    if (bytes > buffer.capacity()) {
      buffer = ByteBuffer.allocateDirect(bytes);
    }
  }
}
