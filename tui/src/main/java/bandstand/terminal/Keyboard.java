package bandstand.terminal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * What is typed, until it is closed, which ends a read under way: a JVM that ends waits a third of
 * a second for a thread that is still in one.
 */
final class Keyboard extends InputStream {
  private final FileInputStream file;
  private final FileChannel channel;

  Keyboard(FileInputStream file) {
    this.file = file;
    this.channel = file.getChannel();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return channel.read(ByteBuffer.wrap(bytes, offset, length));
  }

  @Override
  public int available() throws IOException {
    return file.available();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
