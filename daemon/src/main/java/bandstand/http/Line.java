package bandstand.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection as the server reads and writes it, with its client's pace kept and its bytes
 * counted. It is closed by its socket: an interrupt would also close the files its thread reads.
 */
final class Line implements ConnectionContext {
  private static final int HEAD_BYTES = Limits.REQUEST_LINE_BYTES + Limits.HEADER_BYTES;

  private final ConnectionContext outer;
  private final DataReader reader = DataReader.create(this::pulled);
  private final DataWriter writer = new Timed();
  private final Pace pace = new Pace(System.nanoTime());
  private final AtomicBoolean closed = new AtomicBoolean();
  private long headBytes;

  Line(ConnectionContext outer) {
    this.outer = outer;
  }

  Pace pace() {
    return pace;
  }

  /** A request is answered, and nothing of its body is left to read. */
  void answered() {
    headBytes = reader.available();
    pace.answered(headBytes > 0, System.nanoTime());
  }

  /**
   * Ends it from any thread, and whoever reads or writes there finds it broken; false if that was
   * done before.
   */
  boolean close() {
    if (closed.getAndSet(true)) {
      return false;
    }
    try {
      outer.serverSocket().close();
    } catch (RuntimeException gone) {
      log(Lines.LOG, System.Logger.Level.DEBUG, "gone already: %s", gone.getMessage());
    }
    return true;
  }

  private byte[] pulled() {
    if (pace.inHead() && headBytes > HEAD_BYTES) {
      throw refusal(Status.create(431), DirectHandler.EventType.BAD_REQUEST);
    }
    if (reader.available() > Limits.CHUNK_BYTES) {
      throw refusal(Status.REQUEST_ENTITY_TOO_LARGE_413, DirectHandler.EventType.BAD_REQUEST);
    }
    pace.reads(System.nanoTime());
    byte[] bytes = arrived();
    pace.hasRead(bytes.length, System.nanoTime());
    if (pace.inHead()) {
      headBytes += bytes.length;
    }
    return bytes;
  }

  private byte[] arrived() {
    DataReader in = outer.dataReader();
    try {
      in.ensureAvailable();
      return in.readBytes(in.available());
    } catch (DataReader.InsufficientDataAvailableException end) {
      throw end;
    } catch (RuntimeException broken) {
      throw new CloseConnectionException("the line broke", broken);
    }
  }

  private static RequestException refusal(Status status, DirectHandler.EventType type) {
    return RequestException.builder().type(type).status(status).setKeepAlive(false).build();
  }

  /** Writes on, and says since when. */
  private final class Timed implements DataWriter {
    private void timed(Runnable write) {
      pace.writes(System.nanoTime());
      try {
        write.run();
      } finally {
        pace.hasWritten();
      }
    }

    @Override
    public void write(BufferData... buffers) {
      timed(() -> outer.dataWriter().write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
      timed(() -> outer.dataWriter().write(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
      timed(() -> outer.dataWriter().writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
      timed(() -> outer.dataWriter().writeNow(buffer));
    }

    @Override
    public void flush() {
      timed(() -> outer.dataWriter().flush());
    }
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public ListenerContext listenerContext() {
    return outer.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return outer.executor();
  }

  @Override
  public Router router() {
    return outer.router();
  }

  @Override
  public HelidonSocket serverSocket() {
    return outer.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return outer.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return outer.localPeer();
  }

  @Override
  public boolean isSecure() {
    return outer.isSecure();
  }

  @Override
  public String socketId() {
    return outer.socketId();
  }

  @Override
  public String childSocketId() {
    return outer.childSocketId();
  }
}
