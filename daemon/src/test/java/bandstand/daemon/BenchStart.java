package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures how soon a daemon listens on a large folder, after a clean stop and after a kill, and
 * what it holds in memory while all inspections are used and once nobody uses them.
 */
final class BenchStart {
  private static final int CASES = 60;
  private static final int CONNECTIONS = 16;
  private static final int STARTS = 5;

  /** Longer than it takes until what nobody uses leaves memory. */
  private static final int QUIET_SECONDS = 100;

  private final Path folder;
  private final int inspections;
  private final int changes;

  private BenchStart(Path folder, boolean brief) {
    this.folder = folder;
    this.inspections = brief ? 10 : 200;
    this.changes = brief ? 100 : 500;
  }

  /** {@code BenchStart [--short] FOLDER}: the disk that is measured is the folder's. */
  public static void main(String[] arguments) throws Exception {
    boolean brief = Arrays.asList(arguments).contains("--short");
    Path folder =
        Files.createTempDirectory(Path.of(arguments[arguments.length - 1]), "bench-start");
    try {
      new BenchStart(folder, brief).run(brief);
    } finally {
      Home.remove(folder);
    }
    System.exit(0);
  }

  private void run(boolean brief) throws Exception {
    System.out.printf("%d changes in %d inspections%n", inspections * changes, inspections);
    Home made = new Home(folder.resolve("made"));
    Home killed = new Home(folder.resolve("killed"));
    try (DaemonProcess daemon = DaemonProcess.serving(made)) {
      write(daemon, made);
      daemon.killed();
    }
    Home.copy(made.folder(), killed.folder());
    System.out.printf(
        "%-52s %8s %8s %8s %10s%n", "milliseconds", "median", "least", "most", "processor");
    print("the JVM alone (java -version, same flags)", virtualMachines());
    print("killed right after the last change, to listening", afterKill(killed));
    print("clean stop, to listening", afterStop(made));
    System.out.println();
    use(made, brief);
  }

  private static void print(String what, long[] nanoseconds) {
    Arrays.sort(nanoseconds);
    System.out.printf(
        "%-52s %8d %8d %8d%n",
        what,
        TimeUnit.NANOSECONDS.toMillis(nanoseconds[nanoseconds.length / 2]),
        TimeUnit.NANOSECONDS.toMillis(nanoseconds[0]),
        TimeUnit.NANOSECONDS.toMillis(nanoseconds[nanoseconds.length - 1]));
  }

  private static String inspection(int number) {
    return "/api/v1/inspections/i" + number;
  }

  /** The rest of each inspection's changes are answers. */
  private void write(DaemonProcess daemon, Home home) throws Exception {
    StringBuilder cases = new StringBuilder("reference,type,gender,disposal\n");
    for (int i = 0; i < CASES; i++) {
      cases.append("C%d,court,%s,referral order\n".formatted(i, i % 5 == 0 ? "female" : "male"));
    }
    for (int i = 0; i < inspections; i++) {
      daemon.taken(
          "POST",
          "/api/v1/inspections",
          "{\"id\":\"i%d\",\"service\":\"Service %d\",\"framework\":\"yos-2018\"}".formatted(i, i));
      HttpResponse<String> imported =
          daemon.send("POST", inspection(i) + "/cases", "text/csv", cases.toString());
      if (imported.statusCode() != 200) {
        throw new IOException(imported.body());
      }
    }
    try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        all.add(
            pool.submit(
                () -> {
                  answer(daemon, home, connection);
                  return true;
                }));
      }
      for (Future<?> each : all) {
        finished(each);
      }
    }
  }

  private static void finished(Future<?> each) throws InterruptedException {
    try {
      each.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void answer(DaemonProcess daemon, Home home, int connection) throws IOException {
    try (BenchLine line = new BenchLine(daemon.port(), home.tokenText())) {
      for (int i = connection; i < inspections; i += CONNECTIONS) {
        for (int change = 2; change < changes; change++) {
          line.put(
              inspection(i) + "/cases/C%d/answers/2.%d.1".formatted(change % CASES, 1 + change % 4),
              "{\"answer\":\"%s\",\"note\":\"%d\"}"
                  .formatted(change % 3 == 0 ? "no" : "yes", change));
        }
      }
    }
  }

  /**
   * One start, in nanoseconds.
   *
   * @param processor what it used of all processors, which a busy machine does not change much
   */
  private record Start(long time, long processor) {}

  private static void print(String what, List<Start> starts) {
    long[] times = starts.stream().mapToLong(Start::time).sorted().toArray();
    long[] processor = starts.stream().mapToLong(Start::processor).sorted().toArray();
    System.out.printf(
        "%-52s %8d %8d %8d %10s%n",
        what,
        TimeUnit.NANOSECONDS.toMillis(times[times.length / 2]),
        TimeUnit.NANOSECONDS.toMillis(times[0]),
        TimeUnit.NANOSECONDS.toMillis(times[times.length - 1]),
        processor[0] == 0
            ? ""
            : "" + TimeUnit.NANOSECONDS.toMillis(processor[processor.length / 2]));
  }

  private static Start start(long begun, DaemonProcess daemon) {
    long time = System.nanoTime() - begun;
    return new Start(
        time,
        ProcessHandle.of(daemon.pid())
            .flatMap(handle -> handle.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toNanos());
  }

  private List<Start> virtualMachines() throws Exception {
    List<Start> took = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      try (DaemonProcess alone = DaemonProcess.virtualMachine(new Home(folder))) {
        alone.exit();
        took.add(start(begun, alone));
      }
    }
    return took;
  }

  private static List<Start> afterKill(Home home) throws IOException {
    List<Start> took = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        took.add(start(begun, daemon));
        daemon.killed();
      }
    }
    return took;
  }

  /** The first start is the one that puts all at rest. */
  private static List<Start> afterStop(Home home) throws IOException {
    stopped(home);
    List<Start> took = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      took.add(stopped(home));
    }
    return took;
  }

  private static Start stopped(Home home) throws IOException {
    long begun = System.nanoTime();
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      Start took = start(begun, daemon);
      daemon.terminated();
      return took;
    }
  }

  /** What it holds, and how long writes take while inspections come back into memory. */
  private void use(Home home, boolean brief) throws Exception {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      System.out.printf("started: %s%n", resident(daemon));
      AtomicBoolean loaded = new AtomicBoolean();
      try (var pool = Executors.newFixedThreadPool(2)) {
        Future<long[]> quiet = pool.submit(() -> puts(daemon, home, 500, loaded));
        print("PUT with nobody else", taken(quiet));
        Future<long[]> busy = pool.submit(() -> puts(daemon, home, Integer.MAX_VALUE, loaded));
        long begun = System.nanoTime();
        for (int i = 1; i < inspections; i++) {
          daemon.get(inspection(i) + "/ratings");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        loaded.set(true);
        print("PUT while all others come back into memory", taken(busy));
        System.out.printf(
            "%d inspections read in %.1f s: %s%n", inspections - 1, seconds, resident(daemon));
      }
      int seconds = brief ? 1 : QUIET_SECONDS;
      TimeUnit.SECONDS.sleep(seconds);
      System.out.printf("after %d s without anybody: %s%n", seconds, resident(daemon));
      daemon.terminated();
    }
  }

  private static long[] taken(Future<long[]> each) throws InterruptedException {
    try {
      return each.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long[] puts(DaemonProcess daemon, Home home, int most, AtomicBoolean over)
      throws IOException {
    List<Long> took = new ArrayList<>();
    try (BenchLine line = new BenchLine(daemon.port(), home.tokenText())) {
      while (took.size() < most && !over.get()) {
        long begun = System.nanoTime();
        line.put(
            inspection(0) + "/cases/C0/answers/2.1.1",
            "{\"answer\":\"%s\"}".formatted(took.size() % 2 == 0 ? "na" : "no"));
        took.add(System.nanoTime() - begun);
      }
    }
    return took.stream().mapToLong(Long::longValue).toArray();
  }

  private static String resident(DaemonProcess daemon) throws IOException {
    return Files.readString(Path.of("/proc/" + daemon.pid() + "/status"), UTF_8)
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .findFirst()
        .orElse("VmRSS: ?")
        .replaceAll("\\s+", " ");
  }
}
