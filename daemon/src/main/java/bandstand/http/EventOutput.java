package bandstand.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * A stream of server-sent events; throws {@link UncheckedIOException} once the client is gone, or
 * may no longer watch.
 */
final class EventOutput {
  private final OutputStream out;
  private final BooleanSupplier admitted;

  /**
   * A stream that has told nothing yet.
   *
   * @param admitted asked before everything that is told: a token may be revoked meanwhile
   */
  EventOutput(OutputStream out, BooleanSupplier admitted) {
    this.out = out;
    this.admitted = admitted;
  }

  /** One event; JSON has no line ends of its own. */
  void event(String type, long id, byte[] json) {
    check();
    write(("event: " + type + "\nid: " + id + "\ndata: ").getBytes(StandardCharsets.UTF_8));
    write(json);
    write("\n\n".getBytes(StandardCharsets.UTF_8));
    flush();
  }

  /** A comment that shows that the line still stands. */
  void heartbeat() {
    check();
    write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
    flush();
  }

  private void check() {
    if (!admitted.getAsBoolean()) {
      throw new UncheckedIOException(new IOException("the token is known no longer"));
    }
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
