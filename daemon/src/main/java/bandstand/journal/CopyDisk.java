package bandstand.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Copies as a disk that can only be read, and each file only from front to back. */
record CopyDisk(Copies copies) implements Disk {

  @Override
  public List<String> names() {
    return List.copyOf(copies.bytes().keySet());
  }

  @Override
  public DiskFile read(String name) throws IOException {
    return new CopyFile(
        Optional.ofNullable(copies.bytes().get(name))
            .orElseThrow(() -> new IOException(name + " is not there")),
        copies.source().open(name));
  }

  @Override
  public DiskFile create(String name) throws IOException {
    throw readOnly();
  }

  @Override
  public DiskFile write(String name) throws IOException {
    throw readOnly();
  }

  @Override
  public void rename(String from, String to) throws IOException {
    throw readOnly();
  }

  @Override
  public void delete(String name) throws IOException {
    throw readOnly();
  }

  @Override
  public void force() throws IOException {
    throw readOnly();
  }

  @Override
  public long usableBytes() {
    return 0;
  }

  private static IOException readOnly() {
    return new IOException("a copy is only read");
  }

  /** A file that still knows what it gave last: a reader goes back into that, never before it. */
  private static final class CopyFile implements DiskFile {
    private final long size;
    private final InputStream stream;
    private byte[] given = new byte[0];
    private long start;

    CopyFile(long size, InputStream stream) {
      this.size = size;
      this.stream = stream;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public void read(ByteBuffer into, long offset) throws IOException {
      long back = start + given.length - offset;
      if (back < 0 || back > given.length) {
        throw new IOException("a copy is read from front to back, not at " + offset);
      }
      int kept = (int) Math.min(back, into.remaining());
      byte[] bytes = new byte[into.remaining()];
      System.arraycopy(given, given.length - (int) back, bytes, 0, kept);
      if (back >= into.remaining()) {
        into.put(bytes);
        return;
      }
      int read = stream.readNBytes(bytes, kept, bytes.length - kept);
      into.put(bytes, 0, kept + read);
      start = offset;
      given = Arrays.copyOf(bytes, kept + read);
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
      throw readOnly();
    }

    @Override
    public void truncate(long bytes) throws IOException {
      throw readOnly();
    }

    @Override
    public void force() throws IOException {
      throw readOnly();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
