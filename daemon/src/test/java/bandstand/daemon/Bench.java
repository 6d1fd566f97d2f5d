package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Measures a real daemon: durable writes a second beside what the disk itself forces, how soon a
 * watcher knows, and what it costs to do nothing.
 */
final class Bench {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final int MANY = 16;

  /** About what one answer is in the journal. */
  private static final int FRAME_BYTES = 350;

  private final DaemonProcess daemon;
  private final Home home;
  private final boolean brief;

  /** PUTs so far, but for those whose events are timed. */
  private long count;

  private Bench(DaemonProcess daemon, Home home, boolean brief) {
    this.daemon = daemon;
    this.home = home;
    this.brief = brief;
  }

  /** {@code Bench [--short] FOLDER}: the disk that is measured is the folder's. */
  public static void main(String[] arguments) throws Exception {
    boolean brief = Arrays.asList(arguments).contains("--short");
    Path parent = Path.of(arguments[arguments.length - 1]);
    Home home = new Home(Files.createTempDirectory(parent, "bench"));
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      new Bench(daemon, home, brief).run();
      daemon.terminated();
    } finally {
      Home.remove(home.folder());
    }
    System.exit(0);
  }

  private void run() throws Exception {
    daemon.taken(
        "POST",
        "/api/v1/inspections",
        "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
    for (int i = 0; i < 60; i++) {
      daemon.taken("PUT", INSPECTION + "/cases/C" + i, "{\"type\":\"court\"}");
    }
    write(MANY, Duration.ofSeconds(brief ? 2 : 10));
    System.out.println("durable PUTs a second, beside the disk's own fdatasync a second");
    double before = processorSeconds();
    long written = count;
    System.out.printf(
        "%-6s %12s %14s %8s %12s %14s %8s%n",
        "round",
        "fdatasync/s",
        "1 connection",
        "ratio",
        "fdatasync/s",
        MANY + " connections",
        "ratio");
    for (int round = 1; round <= (brief ? 1 : 3); round++) {
      Duration time = Duration.ofSeconds(brief ? 2 : 5);
      double disk = forces(time.dividedBy(2));
      double one = write(1, time);
      double diskAgain = forces(time.dividedBy(2));
      double many = write(MANY, time);
      System.out.printf(
          "%-6d %12.0f %14.0f %8.2f %12.0f %14.0f %8.2f%n",
          round, disk, one, one / disk, diskAgain, many, many / diskAgain);
    }
    System.out.printf(
        "the daemon's processor time a PUT: %.2f ms%n%n",
        1000 * (processorSeconds() - before) / (count - written));
    System.out.printf("%-44s %8s %8s %8s%n", "milliseconds", "p50", "p99", "most");
    print("PUT to event at a watcher", events(brief ? 300 : 3000, this::putItself));
    if (Files.isExecutable(Path.of("/usr/bin/curl"))) {
      print("curl PUT to event, curl's start included", events(brief ? 30 : 200, this::putByCurl));
    }
    System.out.println();
    idle();
  }

  private static void print(String what, long[] nanoseconds) {
    Arrays.sort(nanoseconds);
    System.out.printf(
        "%-44s %8.2f %8.2f %8.2f%n",
        what,
        nanoseconds[nanoseconds.length / 2] / 1e6,
        nanoseconds[(int) (nanoseconds.length * 0.99)] / 1e6,
        nanoseconds[nanoseconds.length - 1] / 1e6);
  }

  /** Appends and forces a second, one after the other, in the data's own folder. */
  private double forces(Duration time) throws IOException {
    Path file = home.data().resolve("forced");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long begun = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - begun < time.toNanos()) {
        channel.write(ByteBuffer.allocate(FRAME_BYTES), count * FRAME_BYTES);
        channel.force(false);
        count++;
      }
      return count * 1e9 / (System.nanoTime() - begun);
    } finally {
      Files.delete(file);
    }
  }

  /** Acknowledged changes a second over so many connections. */
  private double write(int connections, Duration time) throws Exception {
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    long taken = 0;
    try (var pool = Executors.newFixedThreadPool(connections)) {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        String path = INSPECTION + "/cases/C" + i + "/answers/2.1.1";
        Callable<Long> work = () -> writeUntil(end, path);
        all.add(pool.submit(work));
      }
      for (Future<Long> each : all) {
        taken += finished(each);
      }
    }
    count += taken;
    return taken * 1e9 / (System.nanoTime() - begun);
  }

  private static long finished(Future<Long> each) throws InterruptedException {
    try {
      return each.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long writeUntil(long end, String path) throws IOException {
    long count = 0;
    try (BenchLine line = new BenchLine(daemon.port(), home.tokenText())) {
      while (System.nanoTime() < end) {
        line.put(path, "{\"answer\":\"%s\"}".formatted(count % 2 == 0 ? "yes" : "no"));
        count++;
      }
    }
    return count;
  }

  /** How somebody changes an answer. */
  private interface Putting {
    void put(BenchLine line, String path, String json) throws Exception;
  }

  private void putItself(BenchLine line, String path, String json) throws IOException {
    line.put(path, json);
  }

  private void putByCurl(BenchLine line, String path, String json) throws Exception {
    int exit =
        new ProcessBuilder(
                "/usr/bin/curl",
                "--silent",
                "--fail",
                "--output",
                "/dev/null",
                "--request",
                "PUT",
                "--header",
                "Content-Type: application/json",
                "--header",
                "Authorization: Bearer " + home.tokenText(),
                "--data",
                json,
                "http://127.0.0.1:" + daemon.port() + path)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("curl ended with " + exit);
    }
  }

  /** From before a PUT until the watcher has read the whole event, each. */
  private long[] events(int count, Putting putting) throws Exception {
    long[] took = new long[count];
    BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    try (BenchLine watching = new BenchLine(daemon.port(), home.tokenText());
        BenchLine writing = new BenchLine(daemon.port(), home.tokenText())) {
      watching.watch(INSPECTION + "/events");
      awaitEvent(watching, "event: snapshot");
      Thread.ofPlatform().daemon().start(() -> watch(watching, seen));
      for (int i = 0; i < count; i++) {
        String json = "{\"answer\":\"%s\"}".formatted(i % 2 == 0 ? "na" : "yes");
        long before = System.nanoTime();
        putting.put(writing, INSPECTION + "/cases/C50/answers/2.1.1", json);
        took[i] = seen.take() - before;
      }
    }
    return took;
  }

  private static void watch(BenchLine watching, BlockingQueue<Long> seen) {
    try {
      while (true) {
        awaitEvent(watching, "event: change");
        seen.add(System.nanoTime());
      }
    } catch (IOException closed) {
      seen.clear();
    }
  }

  /** Reads to the empty line that ends the event. */
  private static void awaitEvent(BenchLine watching, String wanted) throws IOException {
    String line = watching.line();
    while (!line.equals(wanted)) {
      line = watching.line();
    }
    while (!line.isEmpty()) {
      line = watching.line();
    }
  }

  /** Memory and processor time of a daemon with one watcher and nothing to do. */
  private void idle() throws Exception {
    Duration time = Duration.ofSeconds(brief ? 5 : 30);
    try (BenchLine watching = new BenchLine(daemon.port(), home.tokenText())) {
      watching.watch(INSPECTION + "/events");
      awaitEvent(watching, "event: snapshot");
      TimeUnit.SECONDS.sleep(2);
      double before = processorSeconds();
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      double used = processorSeconds() - before;
      String status = Files.readString(Path.of("/proc/" + daemon.pid() + "/status"), UTF_8);
      String resident =
          status.lines().filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("VmRSS: ?");
      System.out.printf(
          "idle with one watcher: %s, %.2f %% of one processor over %d s%n",
          resident.replaceAll("\\s+", " "), 100 * used / time.toSeconds(), time.toSeconds());
    }
  }

  private double processorSeconds() {
    return ProcessHandle.of(daemon.pid())
            .flatMap(handle -> handle.info().totalCpuDuration())
            .orElseThrow()
            .toMillis()
        / 1000.0;
  }
}
