package bandstand.http;

import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A body while it is made: sent with its length if it fits into one piece, else piece by piece;
 * memory holds no more than that.
 *
 * <p>What does not fit is made in turns: a reader that is quick enough never makes this wait.
 */
final class Pieces extends OutputStream {
  /** A few calls of the system for a megabyte; a thousand readers have 64 MB. */
  static final int PIECE_BYTES = 64 * 1024;

  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private final ServerResponse response;
  private final BooleanSupplier hurried;
  private final LongSupplier clock;
  private final byte[] piece = new byte[PIECE_BYTES];
  private int filled;
  private long sent;
  private long waited;
  private final Turn turn = new Turn();
  private Optional<OutputStream> begun = Optional.empty();

  /**
   * A body that is still to come.
   *
   * @param hurried whether others wait for it to end, so that its reader must not be slow
   * @param clock in nanoseconds
   */
  Pieces(ServerResponse response, BooleanSupplier hurried, LongSupplier clock) {
    this.response = response;
    this.hurried = hurried;
    this.clock = clock;
  }

  /** Whether the client has had some of it, so that nothing else can be sent in its place. */
  boolean begun() {
    return begun.isPresent();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (filled == PIECE_BYTES) {
        send();
      }
      int part = Math.min(count - done, PIECE_BYTES - filled);
      System.arraycopy(bytes, offset + done, piece, filled, part);
      filled += part;
      done += part;
    }
  }

  private void send() throws IOException {
    if (begun.isEmpty()) {
      begun = Optional.of(response.outputStream());
    }
    turn.end();
    long before = clock.getAsLong();
    begun.get().write(piece, 0, filled);
    waited += clock.getAsLong() - before;
    sent += filled;
    filled = 0;
    if (hurried.getAsBoolean() && isSlow()) {
      throw new IOException("others wait for what its reader does not take");
    }
    turn.begin();
  }

  private boolean isSlow() {
    double seconds = (waited - Limits.BODY_BEGINS.toNanos()) / NANOS;
    return seconds > 0 && sent / seconds < Limits.LARGE_REPLY_BYTES_PER_SECOND;
  }

  /** Whatever has become of it, others have their turn. */
  void end() {
    turn.end();
  }

  /** Nothing follows; a body that is not closed is not whole, and its reader sees that. */
  @Override
  public void close() throws IOException {
    if (begun.isPresent()) {
      send();
      turn.end();
      begun.get().close();
    } else {
      response.send(Arrays.copyOf(piece, filled));
    }
  }
}
