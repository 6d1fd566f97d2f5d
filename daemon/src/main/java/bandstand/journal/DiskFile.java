package bandstand.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link Disk}; reads and writes name their offset. */
interface DiskFile extends Closeable {
  long size() throws IOException;

  /** Reads until the buffer is full or the file ends. */
  void read(ByteBuffer into, long offset) throws IOException;

  /** Writes all that remains in the buffer; where this fails, any part of it may be written. */
  void write(ByteBuffer from, long offset) throws IOException;

  void truncate(long size) throws IOException;

  /** Returns when the contents are on disk, and the length that is needed to read them. */
  void force() throws IOException;
}
