package bandstand.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a client ended unexpectedly: types and places in the program, never messages, which may hold
 * what an inspector wrote.
 */
public final class CrashLog {
  /** Some hundred crashes; a longer log is begun anew. */
  private static final long LOG_BYTES = 1 << 20;

  private CrashLog() {}

  /** Adds a crash; whether it could be written. */
  public static boolean add(Path file, Instant at, Throwable crash) {
    StringBuilder text = new StringBuilder(at + "\n");
    for (Optional<Throwable> one = Optional.of(crash);
        one.isPresent();
        one = one.map(Throwable::getCause)) {
      text.append(one.get().getClass().getName()).append('\n');
      for (StackTraceElement place : one.get().getStackTrace()) {
        text.append("  at ").append(place).append('\n');
      }
    }
    try {
      PrivateFiles.makeFile(file);
      StandardOpenOption mode =
          Files.size(file) > LOG_BYTES
              ? StandardOpenOption.TRUNCATE_EXISTING
              : StandardOpenOption.APPEND;
      Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8), mode);
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }
}
