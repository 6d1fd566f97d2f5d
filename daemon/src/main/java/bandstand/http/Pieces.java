package bandstand.http;

import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A body while it is made: sent with its length if it fits into one piece, else piece by piece;
 * memory holds no more than that.
 *
 * <p>After each piece others have their turn: a reader that is quick enough never makes this wait,
 * and what does not wait is not taken off its processor.
 */
final class Pieces extends OutputStream {
  /** A few calls of the system for a megabyte; a thousand readers have 64 MB. */
  static final int PIECE_BYTES = 64 * 1024;

  private final ServerResponse response;
  private final byte[] piece = new byte[PIECE_BYTES];
  private int filled;
  private Optional<OutputStream> begun = Optional.empty();

  Pieces(ServerResponse response) {
    this.response = response;
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
    begun.get().write(piece, 0, filled);
    filled = 0;
    Thread.yield();
  }

  /** Nothing follows; a body that is not closed is not whole, and its reader sees that. */
  @Override
  public void close() throws IOException {
    if (begun.isPresent()) {
      send();
      begun.get().close();
    } else {
      response.send(Arrays.copyOf(piece, filled));
    }
  }
}
