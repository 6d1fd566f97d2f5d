package bandstand.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The digits with which a backup ends: the SHA-256 of every byte before them, so that no byte of it
 * can change unnoticed, and none be missing. They are the end of the container's comment.
 */
final class Seal extends OutputStream {
  static final int DIGITS = 64;

  private static final int BUFFER_BYTES = 64 * 1024;

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private Optional<ByteArrayOutputStream> ending = Optional.empty();

  /** Over what is written from now on. */
  Seal(OutputStream out) {
    this.out = out;
  }

  /** What room must be left for the digits. */
  static String blank() {
    return "0".repeat(DIGITS);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (ending.isPresent()) {
      ending.get().write(bytes, offset, count);
    } else {
      digest.update(bytes, offset, count);
      out.write(bytes, offset, count);
    }
  }

  /** From now on everything is held in memory: it is short, and ends with {@link #blank}. */
  void hold() {
    ending = Optional.of(new ByteArrayOutputStream());
  }

  /** Writes what is held, with the digits in place of the blank, and gives them. */
  String end(OutputStream to) throws IOException {
    byte[] held = ending.orElseThrow().toByteArray();
    digest.update(held, 0, held.length - DIGITS);
    String digits = HexFormat.of().formatHex(digest.digest());
    to.write(held, 0, held.length - DIGITS);
    to.write(digits.getBytes(StandardCharsets.US_ASCII));
    to.flush();
    return digits;
  }

  /** The digits with which so many bytes end, if they are those of all before; else empty. */
  static Optional<String> of(InputStream in, long bytes) throws IOException {
    if (bytes <= DIGITS) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = bytes - DIGITS;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return Optional.empty();
      }
      digest.update(buffer, 0, count);
      left -= count;
    }
    String digits = HexFormat.of().formatHex(digest.digest());
    byte[] found = in.readNBytes(DIGITS + 1);
    return new String(found, StandardCharsets.US_ASCII).equals(digits)
        ? Optional.of(digits)
        : Optional.empty();
  }
}
