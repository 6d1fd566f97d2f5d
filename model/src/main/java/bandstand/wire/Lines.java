package bandstand.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream that are not blank, one at a time, each with its physical number.
 *
 * <p>A line ends with a newline, a carriage return before it is no part of it. Of a line longer
 * than {@link Json#STRING_CHARACTERS} bytes only the number is kept.
 */
final class Lines {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream source;
  private final byte[] buffer = new byte[1 << 14];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private boolean ended;
  private int number;
  private boolean tooLong;
  private byte[] bytes = {};

  Lines(InputStream source) {
    this.source = source;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException {
    while (!ended) {
      number++;
      readLine();
      bytes = number == 1 ? unmarked(line.toByteArray()) : line.toByteArray();
      if (tooLong || !isBlank()) {
        return true;
      }
    }
    return false;
  }

  int number() {
    return number;
  }

  boolean tooLong() {
    return tooLong;
  }

  byte[] bytes() {
    return bytes;
  }

  private void readLine() throws IOException {
    line.reset();
    tooLong = false;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(source.read(buffer), 0);
        if (to == 0) {
          ended = true;
          return;
        }
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      take(end - from);
      from = end;
      if (end < to) {
        from++;
        return;
      }
    }
  }

  private void take(int length) {
    if (tooLong || line.size() + length > Json.STRING_CHARACTERS) {
      tooLong = true;
      line.reset();
    } else {
      line.write(buffer, from, length);
    }
  }

  /** Without the byte order mark some programs write. */
  private static byte[] unmarked(byte[] bytes) {
    return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
        ? Arrays.copyOfRange(bytes, MARK.length, bytes.length)
        : bytes;
  }

  private boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
