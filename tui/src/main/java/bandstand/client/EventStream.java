package bandstand.client;

import bandstand.framework.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows one stream of a daemon's events on a thread of its own, across lost connections, until it
 * is closed or refused.
 */
public final class EventStream implements AutoCloseable {
  /** A daemon sends something at least every 15 s; past two of those and a pause it is gone. */
  static final Duration SILENCE = Duration.ofSeconds(40);

  private static final int PIECE_BYTES = 1 << 14;

  /** What becomes of a stream. */
  public sealed interface News {

    /** It is connected, at the start or again; what was missed follows. */
    record Following() implements News {}

    /** An event came. */
    record Happened(ServerEvent event) implements News {}

    /** It is lost, or another attempt has failed; it will be tried again. */
    record Lost(String why) implements News {}

    /** The daemon will not have it; nothing follows. */
    record Refused(Problem problem) implements News {}
  }

  private final DaemonClient client;
  private final Request request;
  private final Consumer<News> news;
  private final Time time;
  private final Backoff backoff = new Backoff();
  private final Thread thread;
  private String lastId = "";
  private volatile Optional<DaemonClient.Open> followed = Optional.empty();
  private volatile boolean closed;

  EventStream(DaemonClient client, Request request, Consumer<News> news, Time time) {
    this.client = client;
    this.request = request.header("Accept", "text/event-stream");
    this.news = news;
    this.time = time;
    this.thread = Thread.ofPlatform().daemon().name("events").unstarted(this::run);
  }

  /**
   * Starts to follow.
   *
   * @param news called on the stream's thread; while it blocks, nothing is read
   */
  public static EventStream follow(DaemonClient client, Request request, Consumer<News> news) {
    EventStream stream = new EventStream(client, request, news, Time.system());
    stream.start();
    return stream;
  }

  void start() {
    thread.start();
  }

  /** Nothing is told after it, but for news already on their way. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    followed.ifPresent(DaemonClient.Open::close);
  }

  private void run() {
    while (!closed) {
      Request resuming = lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId);
      switch (client.open(resuming)) {
        case Answered.Done<DaemonClient.Open>(DaemonClient.Open open, _, _) -> follow(open);
        case Answered.Lost<DaemonClient.Open>(String why) -> lose(why);
        case Answered.Refused<DaemonClient.Open>(Problem problem) -> {
          if (!passes(problem)) {
            tell(new News.Refused(problem));
            return;
          }
          lose(problem.detail());
        }
      }
      if (!rest()) {
        return;
      }
    }
  }

  private void follow(DaemonClient.Open open) {
    followed = Optional.of(open);
    if (closed) {
      open.close();
    }
    tell(new News.Following());
    EventParser parser = new EventParser(lastId, this::happen);
    byte[] piece = new byte[PIECE_BYTES];
    try (open;
        Watchdog watchdog = new Watchdog(time, SILENCE, open::close)) {
      for (int count = 0; count >= 0; count = read(open.body(), piece)) {
        watchdog.feed();
        parser.feed(piece, count);
      }
      lose("the daemon ended the connection");
    } catch (IOException broken) {
      lose("the connection broke");
    }
  }

  /** Helidon tells of a broken connection by more than one kind of exception. */
  private static int read(InputStream body, byte[] piece) throws IOException {
    try {
      return body.read(piece);
    } catch (RuntimeException broken) {
      throw new IOException(broken);
    }
  }

  private void happen(ServerEvent event) {
    backoff.reset();
    lastId = event.id();
    tell(new News.Happened(event));
  }

  private void lose(String why) {
    tell(new News.Lost(why));
  }

  private void tell(News told) {
    if (!closed) {
      news.accept(told);
    }
  }

  /** Whether it was not cut short. */
  private boolean rest() {
    try {
      time.pause(backoff.next());
      return true;
    } catch (InterruptedException closing) {
      return false;
    }
  }

  /** A daemon that starts, stops or is overrun says so, and may think better of it. */
  private static boolean passes(Problem problem) {
    return switch (problem.kind()) {
      case UNAVAILABLE, INTERNAL, TOO_MANY -> true;
      default -> false;
    };
  }
}
