package bandstand.daemon;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One watcher of a {@link Watchers}: follows a stream, remembers the id of every change, and comes
 * again after its last one whenever its line ends.
 */
final class Watcher {
  /** How it reads. */
  enum Manner {
    /** All that comes, at once. */
    QUICK,
    /** With a rest after each event. */
    SLOW,
    /** Leaves after some events without a word, and comes again. */
    KILLED
  }

  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final long REST_NANOS = 4_000_000;

  /** Reading is what a watcher is slow at: the system's buffers are not to hide it. */
  private static final int RECEIVED_BYTES = 16 * 1024;

  private final int port;
  private final String path;
  private final String token;
  private final Manner manner;
  private final SplittableRandom random;
  private final List<Long> ids = new ArrayList<>();
  private volatile long reached = -1;
  private long first = -1;
  private int resumed;
  private final List<Long> begunAnew = new ArrayList<>();

  Watcher(int port, String path, String token, Manner manner, SplittableRandom random) {
    this.port = port;
    this.path = path;
    this.token = token;
    this.manner = manner;
    this.random = random;
  }

  String path() {
    return path;
  }

  /** Of the first snapshot: what it saw begins after it. */
  long first() {
    return first;
  }

  List<Long> ids() {
    return ids;
  }

  /** Times it came again. */
  int resumed() {
    return resumed;
  }

  /**
   * Where it was and where it began anew, in turn, each time it was told that it was too slow: what
   * lies between was in a snapshot.
   */
  List<Long> begunAnew() {
    return begunAnew;
  }

  /** Whether a snapshot stood in for this change. */
  boolean isExcused(long id) {
    for (int i = 0; i < begunAnew.size(); i += 2) {
      if (id > begunAnew.get(i) && id <= begunAnew.get(i + 1)) {
        return true;
      }
    }
    return false;
  }

  boolean begun() {
    return reached >= 0;
  }

  /** Watches until an event with this id or a later one has come. */
  void watch(LongSupplier until) {
    while (reached < until.getAsLong()) {
      try {
        read(until);
      } catch (IOException away) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  private void read(LongSupplier until) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(RECEIVED_BYTES);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      String from = reached < 0 ? "" : "Last-Event-ID: " + reached + "\r\n";
      String head =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n%s\r\n"
              .formatted(path, token, from);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      resumed += reached < 0 ? 0 : 1;
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new Chunks(new BufferedInputStream(socket.getInputStream())),
                  StandardCharsets.UTF_8));
      int left = manner == Manner.KILLED ? random.nextInt(5, 60) : Integer.MAX_VALUE;
      String type = "";
      long id = -1;
      while (left > 0 && reached < until.getAsLong()) {
        String line = lines.readLine();
        if (line == null) {
          return;
        }
        if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.isEmpty() && !type.isEmpty()) {
          take(type, id);
          type = "";
          left--;
        }
      }
    }
  }

  private void take(String type, long id) {
    switch (type) {
      case "change" -> ids.add(id);
      case "reset" -> begunAnew.addAll(List.of(reached, id));
      default -> {
        if (first < 0) {
          first = id;
        }
      }
    }
    reached = id;
    if (manner == Manner.SLOW) {
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  /** The body of an answer in chunks, past its head. */
  private static final class Chunks extends InputStream {
    private final InputStream in;
    private boolean begun;
    private int left;

    Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("read as lines");
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0) {
        if (begun) {
          line();
        } else {
          for (String head = line(); !head.isEmpty(); head = line()) {
            begun = true;
          }
        }
        left = Integer.parseInt(line(), 16);
      }
      int got = left == 0 ? -1 : in.read(bytes, offset, Math.min(count, left));
      left -= Math.max(got, 0);
      return got;
    }

    /** Cut short, it is as if the connection had ended. */
    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException();
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }
  }
}
