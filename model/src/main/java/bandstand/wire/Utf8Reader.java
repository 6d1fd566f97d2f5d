package bandstand.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * The text of a stream of UTF-8, without byte order mark. What is not UTF-8 reads as {@link
 * #REPLACEMENT}, and the lines where it stood are known.
 *
 * <p>Lines end with a newline, a carriage return, or both.
 */
final class Utf8Reader extends Reader {
  static final char REPLACEMENT = '\uFFFD';

  private static final int BUFFER_BYTES = 1 << 14;

  private final InputStream source;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES).flip();
  private final Deque<Integer> malformedLines = new ArrayDeque<>();
  private boolean started;
  private boolean starving = true;
  private boolean sourceEnded;
  private boolean ended;
  private int line = 1;
  private boolean afterReturn;
  private long left = Long.MAX_VALUE;

  /** More was read than {@link #allow} said. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  Utf8Reader(InputStream source) {
    this.source = source;
  }

  /** From here on this many characters may be read. */
  void allow(int characters) {
    left = characters;
  }

  /**
   * The first of these lines with bytes that are no UTF-8. Asked with rising lines; what stood
   * before is forgotten.
   */
  OptionalInt malformed(int firstLine, int lastLine) {
    while (!malformedLines.isEmpty() && malformedLines.getFirst() < firstLine) {
      malformedLines.removeFirst();
    }
    return malformedLines.isEmpty() || malformedLines.getFirst() > lastLine
        ? OptionalInt.empty()
        : OptionalInt.of(malformedLines.getFirst());
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining() && !ended) {
      decode();
    }
    if (!chars.hasRemaining()) {
      return -1;
    }
    if (left <= 0) {
      throw new TooLarge();
    }
    int taken = Math.min(length, chars.remaining());
    chars.get(into, offset, taken);
    left -= taken;
    return taken;
  }

  /** Up to the buffer's end, or to the next bytes that are no character. */
  private void decode() throws IOException {
    if (starving) {
      fill();
    }
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, sourceEnded);
    countLines();
    starving = result.isUnderflow();
    ended = starving && sourceEnded;
    if (result.isError()) {
      bytes.position(bytes.position() + result.length());
      chars.put(REPLACEMENT);
      afterReturn = false;
      if (malformedLines.isEmpty() || malformedLines.getLast() != line) {
        malformedLines.addLast(line);
      }
    }
    chars.flip();
    if (!started && chars.hasRemaining()) {
      started = true;
      if (chars.get(0) == Texts.BYTE_ORDER_MARK) {
        chars.get();
      }
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    sourceEnded = read < 0;
  }

  private void countLines() {
    for (int i = 0; i < chars.position(); i++) {
      char c = chars.get(i);
      if (c == '\r' || c == '\n' && !afterReturn) {
        line++;
      }
      afterReturn = c == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
