package bandstand.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that can be written anywhere and cut anywhere, as those of a file. */
final class Stretch {
  private byte[] bytes;
  private int size;

  Stretch(byte[] bytes) {
    this.bytes = bytes.clone();
    size = bytes.length;
  }

  Stretch copy() {
    return new Stretch(bytes());
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Up to the end, if more is asked for. */
  void read(ByteBuffer into, long offset) {
    if (offset < size) {
      into.put(bytes, (int) offset, (int) Math.min(into.remaining(), size - offset));
    }
  }

  /** What lies between the end and a later offset becomes zeros. */
  void write(int offset, byte[] from) {
    resize(Math.max(size, offset + from.length));
    System.arraycopy(from, 0, bytes, offset, from.length);
  }

  /** A longer size adds zeros. */
  void resize(int newSize) {
    if (newSize > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(newSize, 2 * bytes.length));
    } else if (newSize < size) {
      Arrays.fill(bytes, newSize, size, (byte) 0);
    }
    size = newSize;
  }
}
