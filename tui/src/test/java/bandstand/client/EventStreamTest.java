package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import bandstand.client.EventStream.News;
import bandstand.client.FakeDaemon.Script;
import bandstand.framework.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {

  private static final Request EVENTS = Request.get("inspections", "x", "events");
  private static final int SECONDS = 20;

  @TempDir Path folder;

  private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final FakeTime time = new FakeTime();

  private News next() throws InterruptedException {
    return news.poll(SECONDS, TimeUnit.SECONDS);
  }

  private EventStream follow(DaemonClient client) {
    var stream = new EventStream(client, EVENTS, news::add, time);
    stream.start();
    return stream;
  }

  private static void event(OutputStream output, String type, int id) throws IOException {
    FakeDaemon.chunk(output, "event: %s\nid: %d\ndata: d%d\n\n".formatted(type, id, id));
  }

  private static void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static News happened(String type, int id) {
    return new News.Happened(new ServerEvent(type, "d" + id, "" + id));
  }

  @Test
  void eventsComeInOrder() throws Exception {
    Script script =
        (_, output) -> {
          FakeDaemon.startStream(output);
          event(output, "snapshot", 1);
          FakeDaemon.chunk(output, ": heartbeat\n\n");
          event(output, "change", 2);
          await();
          return false;
        };
    for (boolean unix : new boolean[] {false, true}) {
      try (var daemon =
              unix ? FakeDaemon.onSocket(folder.resolve("s"), script) : FakeDaemon.onPort(script);
          var client = new DaemonClient(daemon.address(), "", time);
          var _ = follow(client)) {
        assertEquals(new News.Following(), next());
        assertEquals(happened("snapshot", 1), next());
        assertEquals(happened("change", 2), next());
        var got = daemon.got.remove();
        assertEquals("GET /api/v1/inspections/x/events", got.line());
        assertEquals("text/event-stream", got.headers().get("Accept"));
        assertNull(got.headers().get("Last-Event-ID"));
      }
    }
  }

  @Test
  void aBrokenStreamIsToldAtEachAttemptAndResumedAfterItsLastEvent() throws Exception {
    var attempts = new AtomicInteger();
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  switch (attempts.incrementAndGet()) {
                    case 1 -> {
                      FakeDaemon.startStream(output);
                      event(output, "snapshot", 7);
                    }
                    case 2, 3, 4 -> {}
                    default -> {
                      FakeDaemon.startStream(output);
                      event(output, "change", 8);
                      await();
                    }
                  }
                  return false;
                });
        var client = new DaemonClient(daemon.address(), "", time);
        var _ = follow(client)) {
      assertEquals(new News.Following(), next());
      assertEquals(happened("snapshot", 7), next());
      for (int attempt = 1; attempt < 5; attempt++) {
        assertInstanceOf(News.Lost.class, next());
      }
      assertEquals(new News.Following(), next());
      assertEquals(happened("change", 8), next());
      assertEquals(5, attempts.get());
      assertEquals(
          "7", daemon.got.toArray(FakeDaemon.Got[]::new)[4].headers().get("Last-Event-ID"));
      assertEquals(
          List.of(200L, 400L, 800L, 1600L), time.pauses.stream().map(Duration::toMillis).toList());
    }
  }

  @Test
  void waitsGrowToFiveSecondsAndStartAgainAfterAnEvent() {
    var backoff = new Backoff();
    assertEquals(
        List.of(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L),
        Stream.generate(backoff::next).limit(7).map(Duration::toMillis).toList());
    backoff.reset();
    assertEquals(Duration.ofMillis(200), backoff.next());
  }

  @Test
  void aSilentStreamIsGivenUpAfterFortySecondsAndTriedAgain() throws Exception {
    Script script =
        (_, output) -> {
          FakeDaemon.startStream(output);
          event(output, "snapshot", 1);
          await();
          return false;
        };
    for (boolean unix : new boolean[] {false, true}) {
      try (var daemon =
              unix ? FakeDaemon.onSocket(folder.resolve("w"), script) : FakeDaemon.onPort(script);
          var client = new DaemonClient(daemon.address(), "", time);
          var _ = follow(client)) {
        next();
        assertEquals(happened("snapshot", 1), next());
        time.pass(Duration.ofSeconds(39));
        assertEquals(0, news.size());
        time.pass(Duration.ofSeconds(2));
        assertInstanceOf(News.Lost.class, next());
        assertEquals(new News.Following(), next());
        assertEquals(happened("snapshot", 1), next());
      }
      news.clear();
    }
  }

  @Test
  void aHeartbeatIsASignOfLife() throws Exception {
    var beat = new CountDownLatch(1);
    var beaten = new CountDownLatch(1);
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  FakeDaemon.startStream(output);
                  event(output, "snapshot", 1);
                  beat.await();
                  FakeDaemon.chunk(output, ": heartbeat\n\n");
                  event(output, "change", 2);
                  beaten.countDown();
                  await();
                  return false;
                });
        var client = new DaemonClient(daemon.address(), "", time);
        var _ = follow(client)) {
      next();
      next();
      time.pass(Duration.ofSeconds(30));
      beat.countDown();
      beaten.await();
      assertEquals(happened("change", 2), next());
      time.pass(Duration.ofSeconds(30));
      assertEquals(0, news.size());
    }
  }

  @Test
  void aRefusedStreamIsNotTriedAgain() throws Exception {
    try (var daemon = FakeDaemon.onPort(FakeDaemon.always(401, "application/json", "{}"));
        var client = new DaemonClient(daemon.address(), "", time);
        var _ = follow(client)) {
      var refused = assertInstanceOf(News.Refused.class, next());
      assertEquals(Problem.Kind.UNAUTHORIZED, refused.problem().kind());
      assertEquals(0, time.pauses.size());
    }
  }

  @Test
  void aDaemonThatCannotServeNowIsTriedAgain() throws Exception {
    var attempts = new AtomicInteger();
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  if (attempts.incrementAndGet() < 3) {
                    FakeDaemon.reply(output, 503, "application/json", "{}");
                    return true;
                  }
                  FakeDaemon.startStream(output);
                  await();
                  return false;
                });
        var client = new DaemonClient(daemon.address(), "", time);
        var _ = follow(client)) {
      assertInstanceOf(News.Lost.class, next());
      assertInstanceOf(News.Lost.class, next());
      assertEquals(new News.Following(), next());
    }
  }

  @Test
  void closingEndsAStreamThatWaitsForEvents() throws Exception {
    var ended = new CountDownLatch(1);
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  FakeDaemon.startStream(output);
                  try {
                    while (true) {
                      FakeDaemon.chunk(output, ": heartbeat\n\n");
                    }
                  } catch (IOException gone) {
                    ended.countDown();
                  }
                  return false;
                });
        var client = new DaemonClient(daemon.address(), "", time)) {
      var stream = follow(client);
      assertEquals(new News.Following(), next());
      stream.close();
      assertEquals(true, ended.await(SECONDS, TimeUnit.SECONDS));
      assertEquals(0, news.size());
    }
  }

  @Test
  void aFailureOfWhoIsToldIsNoBrokenConnection() throws Exception {
    var failures = new LinkedBlockingQueue<Throwable>();
    var handler = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> failures.add(failure));
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  FakeDaemon.startStream(output);
                  event(output, "change", 1);
                  await();
                  return false;
                });
        var client = new DaemonClient(daemon.address(), "", time);
        var stream =
            new EventStream(
                client,
                EVENTS,
                told -> {
                  news.add(told);
                  if (told instanceof News.Happened) {
                    throw new IllegalStateException("a fault of ours");
                  }
                },
                time)) {
      stream.start();
      assertEquals(new News.Following(), next());
      assertEquals(happened("change", 1), next());
      Throwable failure = failures.poll(SECONDS, TimeUnit.SECONDS);
      assertEquals("a fault of ours", failure == null ? "" : failure.getMessage());
      assertEquals(0, news.size());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }
}
