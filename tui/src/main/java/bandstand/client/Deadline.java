package bandstand.client;

import io.helidon.webclient.api.ClientConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends one request when its time is over: closes its connection, or interrupts its thread while it
 * still connects, since neither Helidon nor the system times a Unix domain socket.
 */
final class Deadline implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final Runnable cancel;
  private Optional<ClientConnection> connection = Optional.empty();
  private boolean ended;
  private boolean passed;
  private boolean interrupted;

  Deadline(Time time, Duration patience) {
    this.cancel = time.after(patience, this::pass);
  }

  /** The request is about to connect. */
  synchronized void connecting() {
    connection = Optional.empty();
  }

  /** From here on the request lives on this connection. */
  synchronized void guard(ClientConnection current) {
    connection = Optional.of(current);
    if (passed) {
      current.closeResource();
    }
  }

  synchronized boolean passed() {
    return passed;
  }

  private synchronized void pass() {
    if (ended) {
      return;
    }
    passed = true;
    if (connection.isPresent()) {
      connection.get().closeResource();
    } else {
      interrupted = true;
      thread.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
    cancel.run();
    if (interrupted) {
      boolean cleared = Thread.interrupted();
      interrupted = !cleared;
    }
  }
}
