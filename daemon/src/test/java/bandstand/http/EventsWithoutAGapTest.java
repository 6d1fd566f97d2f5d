package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Missed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers write while watchers come, leave and come again and the daemon starts again, all at
 * random moments: each watcher sees each change after its first snapshot once, in order.
 */
class EventsWithoutAGapTest {
  private static final String ALL = "/api/v1/inspections";
  private static final List<String> INSPECTIONS = List.of("a", "b", "c");
  private static final int WRITERS = 4;
  private static final int WRITES = 60;
  private static final int WATCHERS = 12;
  private static final int RESTARTS = 3;

  @TempDir Path data;

  /** Held for writing while the daemon is away. */
  private final ReadWriteLock serving = new ReentrantReadWriteLock(true);

  private volatile RunningApi api;
  private volatile long last = Long.MAX_VALUE;

  @Test
  void everyWatcherSeesEachChangeOnceInOrder() throws Exception {
    long seed = System.nanoTime();
    System.out.println("events without a gap, seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    api = new RunningApi(data);
    String token = api.token();
    for (String id : INSPECTIONS) {
      api.post(ALL, "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"%s\"}".formatted(id));
      api.put(ALL + "/" + id + "/cases/C01", "{\"type\":\"court\"}");
    }
    List<Watcher> watchers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> watching = new ArrayList<>();
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WATCHERS; i++) {
        Watcher watcher = new Watcher(random.split());
        watchers.add(watcher);
        watching.add(threads.submit(watcher::watch));
      }
      for (int i = 0; i < WRITERS; i++) {
        SplittableRandom own = random.split();
        String name = "w" + i;
        writing.add(threads.submit(() -> write(name, own)));
      }
      try {
        for (int i = 0; i < RESTARTS; i++) {
          restart(token);
        }
        for (Future<?> each : writing) {
          each.get();
        }
        last = api.inspections.sequence();
      } finally {
        if (last == Long.MAX_VALUE) {
          last = -1;
        }
      }
      api.put(ALL + "/a/cases/C01/answers/2.1.1", "{\"answer\":\"na\",\"note\":\"the last\"}");
      for (Future<?> each : watching) {
        each.get();
      }
    } finally {
      api.close();
    }
    for (Watcher watcher : watchers) {
      assertEquals(recorded(watcher.first), watcher.seen, "seed " + seed);
    }
    assertTrue(watchers.stream().anyMatch(watcher -> watcher.resumed > 1), "some came again");
  }

  private void restart(String token) throws IOException {
    serving.writeLock().lock();
    try {
      api.close();
      api = new RunningApi(data).as(token);
    } finally {
      serving.writeLock().unlock();
    }
  }

  private void write(String name, SplittableRandom random) {
    for (int i = 0; i < WRITES; i++) {
      serving.readLock().lock();
      try {
        String id = INSPECTIONS.get(random.nextInt(INSPECTIONS.size()));
        RunningApi.Answer answer =
            random.nextInt(10) == 0
                ? api.send(
                    "POST",
                    ALL + "/" + id + "/cases",
                    "text/csv",
                    "reference,type\n%s-%d-1,court\n%s-%d-2,court\n".formatted(name, i, name, i))
                : api.put(
                    ALL + "/" + id + "/cases/C01/answers/2.1." + random.nextInt(1, 4),
                    "{\"answer\":\"yes\",\"note\":\"%s %d\"}".formatted(name, i));
        assertEquals(200, answer.status(), answer.response().body());
      } finally {
        serving.readLock().unlock();
      }
    }
  }

  /** The sequences of all changes after one, from the journal. */
  private List<Long> recorded(long after) throws IOException, InterruptedException {
    try (RunningApi reading = new RunningApi(data);
        Missed missed =
            reading.inspections.history().missed(after, reading.inspections.sequence())) {
      List<Long> sequences = new ArrayList<>();
      while (missed.next(() -> {}) instanceof Missed.Next.Happened happened) {
        sequences.add(happened.sequence());
      }
      return sequences;
    }
  }

  /** One who reads for a while, leaves, and comes again with the id of the last event. */
  private final class Watcher {
    private final SplittableRandom random;
    private final List<Long> seen = new ArrayList<>();
    private long first = -1;
    private long reached;
    private int resumed;

    Watcher(SplittableRandom random) {
      this.random = random;
    }

    void watch() {
      while (reached <= last) {
        RunningApi now = api;
        try (EventStream stream =
            new EventStream(now, "/api/v1/events", first < 0 ? "" : "" + reached)) {
          resumed++;
          for (int left = random.nextInt(1, 60); left > 0 && reached <= last; left--) {
            take(stream.next());
          }
        } catch (IOException away) {
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          LockSupport.parkNanos(20_000_000);
        }
      }
    }

    private void take(EventStream.Event event) {
      switch (event.type()) {
        case "snapshot" -> first = event.id();
        case "change" -> seen.add(event.id());
        default -> throw new AssertionError(event);
      }
      reached = event.id();
    }
  }
}
