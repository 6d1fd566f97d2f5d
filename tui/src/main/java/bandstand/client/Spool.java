package bandstand.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is piped in, kept so that it can be read again: a file that has lost its name, so that it
 * goes with this process however that ends.
 */
public final class Spool implements Request.Source, AutoCloseable {
  private final FileChannel channel;

  private Spool(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Reads all of it, or as much.
   *
   * @param folder is made if it is not there, for its owner alone
   * @param most bytes to take; a reader that meets one more knows that it is too much
   */
  public static Spool of(InputStream input, Path folder, long most) throws IOException {
    PrivateFiles.makeFolder(folder);
    Path file = PrivateFiles.newTemporaryFile(folder, "import");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(file);
    }
    Spool spool = new Spool(channel);
    try {
      copy(input, Channels.newOutputStream(channel), most + 1);
      return spool;
    } catch (IOException failed) {
      spool.close();
      throw failed;
    }
  }

  private static void copy(InputStream from, OutputStream to, long most) throws IOException {
    byte[] chunk = new byte[1 << 16];
    long left = most;
    for (int count = from.readNBytes(chunk, 0, chunk.length);
        count > 0 && left > 0;
        count = from.readNBytes(chunk, 0, chunk.length)) {
      to.write(chunk, 0, count);
      left -= count;
    }
  }

  /** In bytes. */
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public InputStream open() {
    return new FromStart();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class FromStart extends InputStream {
    private long at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = channel.read(ByteBuffer.wrap(bytes, offset, length), at);
      at += Math.max(0, count);
      return count;
    }
  }
}
