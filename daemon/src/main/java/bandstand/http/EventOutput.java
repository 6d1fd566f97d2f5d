package bandstand.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A stream of server-sent events; throws {@link UncheckedIOException} once the client is gone. */
final class EventOutput {
  private final OutputStream out;
  private final Runnable told;

  /**
   * A stream that nothing is written to yet.
   *
   * @param told after each event that is written
   */
  EventOutput(OutputStream out, Runnable told) {
    this.out = out;
    this.told = told;
  }

  /** One event; JSON has no line ends of its own. */
  void event(String type, long id, byte[] json) {
    write(("event: " + type + "\nid: " + id + "\ndata: ").getBytes(StandardCharsets.UTF_8));
    write(json);
    write("\n\n".getBytes(StandardCharsets.UTF_8));
    flush();
    told.run();
  }

  /** A comment that shows that the line still stands. */
  void heartbeat() {
    write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
    flush();
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
