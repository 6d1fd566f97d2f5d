package bandstand.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A SHA-256 value: a link of a stream's hash chain, or the digest of a salted payload. */
public record Link(long first, long second, long third, long fourth) {
  static final int BYTES = 32;

  /** What stands before the first frame of every stream. */
  public static final Link NONE = new Link(0, 0, 0, 0);

  /** The value of 32 bytes, big-endian. */
  public static Link of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("link of " + bytes.length + " bytes");
    }
    return read(ByteBuffer.wrap(bytes));
  }

  /** The value of 64 hexadecimal digits. */
  public static Link ofHex(String digits) {
    return of(HexFormat.of().parseHex(digits));
  }

  static Link read(ByteBuffer from) {
    return new Link(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  void write(ByteBuffer into) {
    into.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }

  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    write(bytes);
    return bytes.array();
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
