package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request's body while it comes. The server's own reading throws whatever it met, of many types;
 * here that is one, so that a fault of this program is not taken for one of the sender's.
 */
final class Body extends FilterInputStream {
  private final Optional<Turn> turn;
  private boolean tooLarge;
  private boolean broken;

  /**
   * A body that is still to come.
   *
   * @param turn had while something is made of a portion that has come
   */
  Body(InputStream in, Optional<Turn> turn) {
    super(in);
    this.turn = turn;
  }

  /** Makes something of a body. */
  @FunctionalInterface
  interface Reading<T> {
    Outcome<T> of(InputStream body) throws IOException;
  }

  /** The rest is left to the server. */
  <T> Outcome<T> read(Reading<T> reading) {
    try {
      return reading.of(this);
    } catch (IOException lost) {
      return tooLarge
          ? Outcome.refused(
              Problem.Kind.TOO_LARGE, Sending.unread(Status.REQUEST_ENTITY_TOO_LARGE_413))
          : Outcome.refused(Problem.Kind.UNREADABLE, "The body breaks off or is framed wrongly");
    } finally {
      turn.ifPresent(Turn::end);
    }
  }

  boolean broken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    turn.ifPresent(Turn::end);
    int count = arrived(into, offset, length);
    turn.ifPresent(Turn::begin);
    return count;
  }

  private int arrived(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (RuntimeException | IOException unreadable) {
      broken = true;
      tooLarge = unreadable instanceof RequestException refused && refused.status().code() == 413;
      throw new IOException(unreadable);
    }
  }
}
