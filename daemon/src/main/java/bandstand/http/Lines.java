package bandstand.http;

import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * All connections of both doors: so many at once, none too slow. One too many takes the place of
 * the one that has asked for nothing longest; if all are busy it is refused at once.
 */
final class Lines implements ServerConnectionSelector {
  static final System.Logger LOG = System.getLogger(Lines.class.getName());

  private static final long LOOK_SECONDS = 1;
  private static final long IDLE_NANOS = Limits.IDLE.toNanos();
  private static final ScopedValue<Line> CURRENT = ScopedValue.newInstance();

  private final Metrics metrics;
  private final int most;
  private final Set<Line> lines = new LinkedHashSet<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Http1ConnectionSelector http =
      Http1ConnectionSelector.builder()
          .config(
              Http1Config.builder()
                  .maxPrologueLength(Limits.REQUEST_LINE_BYTES)
                  // Larger than what a line lets through, so that there is one who refuses.
                  .maxHeadersSize(4 * Limits.HEADER_BYTES)
                  .addReceiveListener(new HeadHeard())
                  .build())
          .build();

  Lines(Metrics metrics, int most) {
    this.metrics = metrics;
    this.most = most;
  }

  /** The connection whose request this thread answers. */
  static Line current() {
    return CURRENT.get();
  }

  private static final class HeadHeard implements Http1ConnectionListener {
    @Override
    public void headers(ConnectionContext context, Headers headers) {
      if (context instanceof Line line) {
        line.pace().hasHead();
      }
    }
  }

  synchronized int size() {
    return lines.size();
  }

  /** Those that nothing is asked of. */
  long idle() {
    return held().stream().filter(line -> line.pace().idle().isPresent()).count();
  }

  void start() {
    Thread.ofPlatform().daemon().name("lines").start(this::watch);
  }

  void stop() {
    closing.countDown();
  }

  private void watch() {
    try {
      while (!closing.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
        look(System.nanoTime());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes those that are too slow by this time, and those that nobody uses; how many slow. */
  int look(long now) {
    int closed = 0;
    for (Line line : held()) {
      Optional<Pace.Slow> slow = line.pace().overdue(now);
      if (slow.isPresent()) {
        if (line.close()) {
          metrics.tooSlow(slow.get());
          closed++;
        }
      } else if (line.pace().idle().filter(since -> now - since > IDLE_NANOS).isPresent()) {
        line.close();
      }
    }
    return closed;
  }

  private synchronized List<Line> held() {
    return List.copyOf(lines);
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    Line line = new Line(context);
    return enters(line) ? new Held(line, http.connection(line)) : new Refused(line);
  }

  private synchronized boolean enters(Line line) {
    if (lines.size() >= most) {
      Optional<Line> longest =
          lines.stream()
              .filter(one -> one.pace().idle().isPresent())
              .min(Comparator.comparing(one -> one.pace().idle().orElse(Long.MAX_VALUE)));
      if (longest.isEmpty()) {
        return false;
      }
      metrics.madeRoom();
      lines.remove(longest.get());
      longest.get().close();
    }
    return lines.add(line);
  }

  private synchronized void leaves(Line line) {
    lines.remove(line);
  }

  /** A connection with its place. */
  private final class Held implements ServerConnection, InterruptableTask<Void> {
    private final Line line;
    private final ServerConnection inner;

    Held(Line line, ServerConnection inner) {
      this.line = line;
      this.inner = inner;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      try {
        ScopedValue.where(CURRENT, line)
            .call(
                () -> {
                  inner.handle(limit);
                  return this;
                });
      } finally {
        leaves(line);
      }
    }

    @Override
    public boolean canInterrupt() {
      return inner instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public Duration idleTime() {
      return inner.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      inner.close(interrupt);
    }
  }

  /** A connection past the limit: told so before it has said anything, and ended. */
  private final class Refused implements ServerConnection {
    private final Line line;

    Refused(Line line) {
      this.line = line;
    }

    @Override
    public void handle(Limit limit) {
      metrics.turnedAway();
      byte[] body =
          ProblemJson.write(
              Problem.of(
                  Problem.Kind.UNAVAILABLE,
                  "There are %d connections at work; try again".formatted(most)));
      String head =
          "HTTP/1.1 503 Service Unavailable\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
              .formatted(ProblemJson.MEDIA_TYPE, body.length);
      String rest = "Retry-After: %d\r\nConnection: close\r\n\r\n".formatted(Sending.SOON_SECONDS);
      line.dataWriter()
          .writeNow(
              BufferData.create((head + rest).getBytes(StandardCharsets.US_ASCII)),
              BufferData.create(body));
    }

    @Override
    public Duration idleTime() {
      return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {
      line.close();
    }
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData begin) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }
}
