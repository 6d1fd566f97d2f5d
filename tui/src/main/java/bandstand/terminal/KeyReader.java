package bandstand.terminal;

import bandstand.state.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The one thread that reads what is typed, as UTF-8 whatever the locale. It blocks between keys and
 * ends with {@link Key.Closed} when the terminal does.
 */
final class KeyReader implements Runnable {

  /** Looking whether more has come has no blocking form with a time limit. */
  private static final Duration LOOK = Duration.ofMillis(4);

  private static final int BUFFER_CHARACTERS = 4096;

  private final Reader input;
  private final Consumer<Key> keys;
  private final KeyDecoder decoder;

  KeyReader(InputStream input, Consumer<Key> keys) {
    this.input = new InputStreamReader(input, StandardCharsets.UTF_8);
    this.keys = keys;
    this.decoder = new KeyDecoder(keys);
  }

  @Override
  public void run() {
    char[] buffer = new char[BUFFER_CHARACTERS];
    char high = 0;
    for (int length = next(buffer); length >= 0; length = next(buffer)) {
      for (int i = 0; i < length; i++) {
        if (Character.isHighSurrogate(buffer[i])) {
          high = buffer[i];
        } else {
          boolean pair = Character.isLowSurrogate(buffer[i]);
          decoder.take(pair ? Character.toCodePoint(high, buffer[i]) : buffer[i]);
        }
      }
    }
    decoder.expire();
    keys.accept(new Key.Closed());
  }

  /** Fills the buffer with what comes next; negative at the end of input or when it is cut off. */
  private int next(char[] buffer) {
    try {
      while (decoder.holdMillis() > 0 && !readyWithin(Duration.ofMillis(decoder.holdMillis()))) {
        decoder.expire();
      }
      return input.read(buffer);
    } catch (IOException hungUp) {
      return -1;
    }
  }

  private boolean readyWithin(Duration hold) throws IOException {
    long start = System.nanoTime();
    while (!input.ready()) {
      if (System.nanoTime() - start >= hold.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }
}
