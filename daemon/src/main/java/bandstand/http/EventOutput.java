package bandstand.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * A stream of server-sent events; throws {@link UncheckedIOException} once the client is gone, or
 * does not read, or may no longer watch.
 */
final class EventOutput {
  /** What is gathered before it is written, and what a client has to read in time. */
  static final int PIECE_BYTES = 16 * 1024;

  private static final byte[] HEARTBEAT = bytes(": still here\n\n");
  private static final byte[] END = bytes("\n\n");

  private final OutputStream out;
  private final Stalls stalls;
  private final BooleanSupplier admitted;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(PIECE_BYTES);

  /**
   * A stream that has told nothing yet.
   *
   * @param admitted asked before everything that is sent: a token may be revoked meanwhile
   */
  EventOutput(OutputStream out, Stalls stalls, BooleanSupplier admitted) {
    this.out = out;
    this.stalls = stalls;
    this.admitted = admitted;
  }

  /** One event; JSON has no line ends of its own. It may wait for {@link #flush}. */
  void event(String type, long id, byte[] json) {
    gathered.writeBytes(bytes("event: " + type + "\nid: " + id + "\ndata: "));
    gathered.writeBytes(json);
    gathered.writeBytes(END);
    if (gathered.size() >= PIECE_BYTES) {
      flush();
    }
  }

  void change(long id, byte[] json) {
    event("change", id, json);
  }

  /** A comment that shows that the line still stands. */
  void heartbeat() {
    gathered.writeBytes(HEARTBEAT);
    flush();
  }

  /** Sends what was gathered. */
  void flush() {
    if (!admitted.getAsBoolean()) {
      throw new UncheckedIOException(new IOException("the token is known no longer"));
    }
    byte[] all = gathered.toByteArray();
    gathered.reset();
    try {
      for (int from = 0; from < all.length; from += PIECE_BYTES) {
        write(all, from, Math.min(PIECE_BYTES, all.length - from));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void write(byte[] all, int from, int count) throws IOException {
    try (Stalls.Wait _ = stalls.begin()) {
      out.write(all, from, count);
      out.flush();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
