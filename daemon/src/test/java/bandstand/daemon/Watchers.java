package bandstand.daemon;

import bandstand.journal.Journal;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import bandstand.service.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Sixteen writers write to a real daemon, alone at first and then before many watchers, half of
 * them of one inspection and half of all; afterwards what each watcher saw is compared with the
 * journal.
 */
final class Watchers {
  private static final int WRITERS = 16;
  private static final int INSPECTIONS = 4;

  /** By each writer: more than a person types. */
  private static final int WRITES_A_SECOND = 10;

  private static final String ALL = "/api/v1/inspections/";

  private final Home home;
  private final int count;
  private final Duration time;
  private final SplittableRandom random;
  private final List<Watcher> watchers = new ArrayList<>();
  private final Map<String, Long> ends = new ConcurrentHashMap<>();

  /**
   * What came of it.
   *
   * @param resets times a watcher was told that it was too slow, and got a snapshot in place of
   *     {@code excused} changes
   * @param alone milliseconds of writes without watchers, ascending; {@code watched} with them
   * @param kilobytes resident memory of the daemon before the watchers came and at its most
   */
  record Result(
      int watchers,
      long changes,
      long seen,
      long lost,
      long doubled,
      long misplaced,
      long resumed,
      long resets,
      long excused,
      double[] alone,
      double[] watched,
      long[] kilobytes) {

    boolean sound() {
      return lost == 0 && doubled == 0 && misplaced == 0;
    }

    @Override
    public String toString() {
      return ("%d watchers, %d writers, %d changes: %d events seen; lost %d, doubled %d, out of"
              + " order %d; %d times resumed; %d times told to begin anew, by snapshots in place of"
              + " %d%na write, milliseconds: alone p50"
              + " %.1f p99 %.1f; watched p50 %.1f p99 %.1f; ratio %.2f and %.2f%nthe daemon's"
              + " resident memory: %d MB before, %d MB at most")
          .formatted(
              watchers,
              WRITERS,
              changes,
              seen,
              lost,
              doubled,
              misplaced,
              resumed,
              resets,
              excused,
              at(alone, 0.5),
              at(alone, 0.99),
              at(watched, 0.5),
              at(watched, 0.99),
              at(watched, 0.5) / at(alone, 0.5),
              at(watched, 0.99) / at(alone, 0.99),
              kilobytes[0] / 1024,
              kilobytes[1] / 1024);
    }

    private static double at(double[] ascending, double share) {
      return ascending[(int) ((ascending.length - 1) * share)];
    }
  }

  Watchers(Path folder, int count, Duration time, long seed) {
    this.home = new Home(folder);
    this.count = count;
    this.time = time;
    this.random = new SplittableRandom(seed);
  }

  /** {@code Watchers SECONDS [WATCHERS [SEED]]}; ends with 1 if anything was lost or doubled. */
  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
    Path folder = Files.createTempDirectory("watchers");
    System.out.printf("seed %d%n", seed);
    Result result = new Watchers(folder, count, Duration.ofSeconds(seconds), seed).run();
    System.out.println(result);
    Home.remove(folder);
    System.exit(result.sound() ? 0 : 1);
  }

  Result run() throws IOException, InterruptedException, ExecutionException {
    double[] alone;
    double[] watched;
    long[] kilobytes = new long[2];
    try (DaemonProcess daemon = DaemonProcess.serving(home);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      make(daemon);
      write(daemon, time.dividedBy(4), threads);
      alone = write(daemon, time.dividedBy(2), threads);
      kilobytes[0] = memory(daemon, "VmRSS");
      try {
        List<Future<?>> watching = watch(daemon, threads);
        watched = write(daemon, time, threads);
        ends(daemon);
        for (Future<?> each : watching) {
          each.get();
        }
      } finally {
        watchers.forEach(watcher -> ends.putIfAbsent(watcher.path(), -1L));
      }
      kilobytes[1] = memory(daemon, "VmHWM");
      daemon.terminated();
    }
    return compared(alone, watched, kilobytes);
  }

  private void make(DaemonProcess daemon) {
    for (int i = 0; i < INSPECTIONS; i++) {
      daemon.taken(
          "POST",
          "/api/v1/inspections",
          "{\"id\":\"i%d\",\"service\":\"S\",\"framework\":\"yos-2018\"}".formatted(i));
      for (int w = 0; w < WRITERS; w++) {
        daemon.taken("PUT", ALL + "i" + i + "/cases/C" + w, "{\"type\":\"court\"}");
      }
    }
  }

  private List<Future<?>> watch(DaemonProcess daemon, ExecutorService threads) throws IOException {
    List<Future<?>> watching = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Watcher.Manner manner =
          switch (i / 2 % 10) {
            case 0 -> Watcher.Manner.SLOW;
            case 1, 2 -> Watcher.Manner.KILLED;
            default -> Watcher.Manner.QUICK;
          };
      String path = i % 2 == 0 ? "/api/v1/events" : ALL + "i" + i / 2 % INSPECTIONS + "/events";
      Watcher watcher = new Watcher(daemon.port(), path, home.tokenText(), manner, random.split());
      watchers.add(watcher);
      watching.add(
          threads.submit(() -> watcher.watch(() -> ends.getOrDefault(path, Long.MAX_VALUE))));
    }
    Eventually.until(
        () ->
            watchers.stream().allMatch(Watcher::begun)
                || watching.stream().anyMatch(Future::isDone));
    return watching;
  }

  /** Each writer writes at its own pace; how long each write took, ascending. */
  private double[] write(DaemonProcess daemon, Duration forSoLong, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + forSoLong.toNanos();
    List<Future<List<Double>>> writing = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      String path =
          ALL + "i" + w % INSPECTIONS + "/cases/C" + w + "/answers/2.1." + random.nextInt(1, 4);
      long pause = random.nextLong(1_000_000_000 / WRITES_A_SECOND);
      writing.add(threads.submit(() -> write(daemon, path, pause, end)));
    }
    List<Double> all = new ArrayList<>();
    for (Future<List<Double>> each : writing) {
      all.addAll(each.get());
    }
    return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static List<Double> write(DaemonProcess daemon, String path, long pause, long end) {
    List<Double> took = new ArrayList<>();
    long next = System.nanoTime() + pause;
    while (next < end) {
      LockSupport.parkNanos(next - System.nanoTime());
      long begun = System.nanoTime();
      daemon.taken(
          "PUT", path, "{\"answer\":\"%s\"}".formatted(took.size() % 2 == 0 ? "yes" : "no"));
      took.add((System.nanoTime() - begun) / 1e6);
      next = Math.max(next + 1_000_000_000 / WRITES_A_SECOND, System.nanoTime());
    }
    return took;
  }

  /** Where each stream ends, now that nobody writes. */
  private void ends(DaemonProcess daemon) throws IOException {
    for (int i = 0; i < INSPECTIONS; i++) {
      String tag = daemon.get(ALL + "i" + i).headers().firstValue("ETag").orElseThrow();
      ends.put(ALL + "i" + i + "/events", Long.valueOf(tag.replace("\"", "")));
    }
    long sequence =
        daemon
            .get("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith("bandstand_journal_sequence "))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
            .findFirst()
            .orElseThrow();
    ends.put("/api/v1/events", sequence);
  }

  private static long memory(DaemonProcess daemon, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + daemon.pid() + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private Result compared(double[] alone, double[] watched, long[] kilobytes) throws IOException {
    Map<String, List<Long>> recorded = recorded();
    long seen = 0;
    long lost = 0;
    long doubled = 0;
    long misplaced = 0;
    long excused = 0;
    for (Watcher watcher : watchers) {
      List<Long> ids = watcher.ids();
      Set<Long> once = new HashSet<>(ids);
      seen += ids.size();
      doubled += ids.size() - once.size();
      for (int i = 1; i < ids.size(); i++) {
        misplaced += ids.get(i) < ids.get(i - 1) ? 1 : 0;
      }
      for (long id : recorded.getOrDefault(watcher.path(), List.of())) {
        boolean missing = id > watcher.first() && !once.contains(id);
        excused += missing && watcher.isExcused(id) ? 1 : 0;
        lost += missing && !watcher.isExcused(id) ? 1 : 0;
      }
    }
    return new Result(
        count,
        watched.length,
        seen,
        lost,
        doubled,
        misplaced,
        watchers.stream().mapToLong(Watcher::resumed).sum(),
        watchers.stream().mapToLong(watcher -> watcher.begunAnew().size() / 2).sum(),
        excused,
        alone,
        watched,
        kilobytes);
  }

  /** The ids that each stream should have told, as the journal has them. */
  private Map<String, List<Long>> recorded() throws IOException {
    Map<String, List<Long>> recorded = new TreeMap<>();
    Opening opening =
        Journal.open(
            home.data().resolve("journal"),
            Start.fromBeginning(0),
            kept -> {
              recorded
                  .computeIfAbsent("/api/v1/events", path -> new ArrayList<>())
                  .add(kept.written().last());
              recorded
                  .computeIfAbsent(ALL + kept.stream() + "/events", path -> new ArrayList<>())
                  .add(kept.revision());
            });
    if (opening instanceof Opening.Opened opened) {
      opened.journal().close();
    }
    return recorded;
  }
}
