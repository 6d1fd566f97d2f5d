package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.state.Key;
import bandstand.state.Key.Char;
import bandstand.state.Key.Closed;
import bandstand.state.Key.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class KeyReaderTest {

  /** A line that delivers its parts one read at a time; an empty part is a pause. */
  private static final class Line extends InputStream {

    /** Longer than an ESC is held, shorter than the rest of its sequence is waited for. */
    private static final Duration PAUSE = Duration.ofMillis(3 * KeyDecoder.ESC_MILLIS);

    private final Deque<byte[]> parts = new ArrayDeque<>();
    private final boolean breaks;
    private OptionalLong pauseStart = OptionalLong.empty();

    Line(boolean breaks, String... parts) {
      this.breaks = breaks;
      for (String part : parts) {
        this.parts.add(part.getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public int available() {
      if (parts.isEmpty() || parts.peek().length > 0) {
        return parts.isEmpty() ? 0 : parts.peek().length;
      }
      pauseStart = OptionalLong.of(pauseStart.orElseGet(System::nanoTime));
      if (System.nanoTime() - pauseStart.getAsLong() > PAUSE.toNanos()) {
        parts.remove();
        pauseStart = OptionalLong.empty();
      }
      return 0;
    }

    @Override
    public int read() {
      throw new AssertionError("one byte at a time");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (!parts.isEmpty() && parts.peek().length == 0) {
        parts.remove();
      }
      if (parts.isEmpty()) {
        if (breaks) {
          throw new IOException("input/output error");
        }
        return -1;
      }
      byte[] part = parts.remove();
      System.arraycopy(part, 0, bytes, offset, part.length);
      return part.length;
    }
  }

  private static List<Key> read(InputStream line) {
    List<Key> keys = new ArrayList<>();
    new KeyReader(line, keys::add).run();
    return keys;
  }

  @Test
  void theEndOfInputIsTheLastKey() {
    assertEquals(
        List.of(new Char('y'), new Closed()), read(new ByteArrayInputStream(new byte[] {'y'})));
    assertEquals(List.of(new Closed()), read(InputStream.nullInputStream()));
  }

  @Test
  void aHangUpIsTheLastKeyToo() {
    assertEquals(List.of(new Char('y'), new Closed()), read(new Line(true, "y")));
  }

  @Test
  void aSequencePartedByTheLineIsOneKey() {
    assertEquals(
        List.of(Named.UP, Named.DOWN, new Closed()),
        read(new Line(false, "\u001b", "[A\u001b[", "B")));
  }

  @Test
  void escFollowedByAPauseIsEsc() {
    assertEquals(
        List.of(Named.ESC, new Char('y'), new Closed()), read(new Line(false, "\u001b", "", "y")));
  }

  @Test
  void escAtTheEndOfInputIsEsc() {
    assertEquals(List.of(Named.ESC, new Closed()), read(new Line(false, "\u001b")));
  }

  @Test
  void anArrowPartedByALongPauseAnswersNothing() {
    assertEquals(
        List.of(Named.ESC, Named.UP, new Closed()), read(new Line(false, "\u001b", "", "[A")));
  }

  @Test
  void aCharacterOfSeveralBytesIsOneKeyHoweverParted() {
    byte[] emoji = "👍".getBytes(StandardCharsets.UTF_8);
    InputStream trickle =
        new ByteArrayInputStream(emoji) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(1, length));
          }
        };
    assertEquals(List.of(new Char(0x1F44D), new Closed()), read(trickle));
  }

  @Test
  void bytesThatAreNoTextAreNoKeys() {
    byte[] latin1 = {'y', (byte) 0xE9, (byte) 0xFF, 'n'};
    assertEquals(
        List.of(new Char('y'), new Char('n'), new Closed()),
        read(new ByteArrayInputStream(latin1)));
  }
}
