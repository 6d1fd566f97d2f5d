package bandstand.daemon;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon that is killed again and again while eight writers write and one makes backups, each of
 * whom remembers what was acknowledged; after every restart all of that must be there, in that
 * order, with nothing by halves and nothing that nobody sent.
 */
final class KillLoop {
  static final String INSPECTION = "/api/v1/inspections/i";

  private static final int WRITERS = 8;
  private static final int CASES_EACH = 6;
  private static final Duration LONGEST_LIFE = Duration.ofMillis(1200);

  /** Its keeper looks every twenty seconds, and files while everybody writes. */
  private static final Duration LONG_LIFE = Duration.ofSeconds(19);

  private static final int LONG_LIFE_EVERY = 50;

  /** Reading back all that ever happened takes longer each time, so the data begins anew. */
  static final int CYCLES_OF_ONE_FOLDER = 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Home home;
  private final SplittableRandom random;
  private final KillLoopBackups backups;
  private final List<KillLoopWriter> writers = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final KillLoopCheck check = new KillLoopCheck();
  private int cycles;
  private int killedAtTheStart;
  private int killedAtTheEnd;

  /**
   * What came of it.
   *
   * @param acknowledged writes answered by 2xx, {@code imports} among them
   * @param unanswered writes under way when the daemon died, of which {@code found} were recorded
   * @param backups that came whole, were sound and held all that was acknowledged before
   * @param cut backups that the kill cut short, each refused as one
   * @param lost what was acknowledged and is not there, or is there by halves, or why it did not
   *     start
   */
  record Result(
      int cycles,
      int killedAtTheStart,
      int killedAtTheEnd,
      long acknowledged,
      long imports,
      long unanswered,
      long found,
      long backups,
      long cut,
      List<String> lost) {
    static final Result NONE = new Result(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    Result and(Result other) {
      List<String> all = new ArrayList<>(lost);
      all.addAll(other.lost);
      return new Result(
          cycles + other.cycles,
          killedAtTheStart + other.killedAtTheStart,
          killedAtTheEnd + other.killedAtTheEnd,
          acknowledged + other.acknowledged,
          imports + other.imports,
          unanswered + other.unanswered,
          found + other.found,
          backups + other.backups,
          cut + other.cut,
          all);
    }

    @Override
    public String toString() {
      return ("%d cycles (%d killed while starting, %d while stopping), %d acknowledged, %d imports"
              + " among them; lost, halves and refused starts: %d; %d unanswered, %d of them"
              + " recorded whole; %d backups sound, %d cut short and refused")
          .formatted(
              cycles,
              killedAtTheStart,
              killedAtTheEnd,
              acknowledged,
              imports,
              lost.size(),
              unanswered,
              found,
              backups,
              cut);
    }
  }

  KillLoop(Path folder, long seed) {
    this.home = new Home(folder);
    this.random = new SplittableRandom(seed);
    this.backups = new KillLoopBackups(home, folder.resolve("backup.zip"));
  }

  /** {@code KillLoop CYCLES [SEED]}; ends with 1 if anything was lost. */
  public static void main(String[] arguments) throws IOException {
    int cycles = Integer.parseInt(arguments[0]);
    long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Result result = Result.NONE;
    for (long seed = first; result.cycles() < cycles && result.lost().isEmpty(); seed++) {
      Path folder = Files.createTempDirectory("kill-loop");
      System.out.printf("seed %d, folder %s%n", seed, folder);
      int left = Math.min(CYCLES_OF_ONE_FOLDER, cycles - result.cycles());
      result = result.and(new KillLoop(folder, seed).run(result.cycles(), left));
      System.out.println(result);
      if (result.lost().isEmpty()) {
        Home.remove(folder);
      }
    }
    result.lost().forEach(System.out::println);
    System.exit(result.lost().isEmpty() ? 0 : 1);
  }

  /** Some cycles on one folder, after so many on others. */
  Result run(int before, int mostCycles) throws IOException {
    begin();
    while (cycles < mostCycles && lost.isEmpty()) {
      cycles++;
      if (random.nextInt(8) == 0) {
        killWhileStarting();
      }
      try (DaemonProcess daemon = started()) {
        look(daemon);
        live(daemon, (before + cycles) % LONG_LIFE_EVERY == 0);
      }
    }
    try (DaemonProcess daemon = started()) {
      look(daemon);
    }
    return new Result(
        cycles,
        killedAtTheStart,
        killedAtTheEnd,
        acknowledged(),
        writers.stream().mapToLong(KillLoopWriter::imports).sum(),
        writers.stream().mapToLong(KillLoopWriter::unanswered).sum(),
        writers.stream().mapToLong(KillLoopWriter::found).sum(),
        backups.sound(),
        backups.cut(),
        lost);
  }

  private void look(DaemonProcess daemon) throws IOException {
    lost.addAll(check.of(daemon, writers));
  }

  private DaemonProcess started() throws IOException {
    return DaemonProcess.serving(home);
  }

  private long acknowledged() {
    return writers.stream().mapToLong(KillLoopWriter::acknowledged).sum();
  }

  private long highestRevision() {
    return writers.stream().mapToLong(KillLoopWriter::highestRevision).max().orElse(0);
  }

  private void begin() throws IOException {
    try (DaemonProcess daemon = started()) {
      daemon.taken(
          "POST",
          "/api/v1/inspections",
          "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
      for (int i = 0; i < WRITERS; i++) {
        String name = "writer" + i;
        String made =
            daemon
                .taken(
                    "POST",
                    "/api/v1/tokens",
                    "{\"name\":\"%s\",\"role\":\"inspector\"}".formatted(name))
                .body();
        String token = MAPPER.readTree(made).path("token").asText();
        writers.add(new KillLoopWriter(name, token, CASES_EACH, random.split()));
      }
      for (KillLoopWriter writer : writers) {
        writer.makeCases(daemon);
      }
      check.begin(daemon);
    }
  }

  /** Writers write until the daemon is gone, which it is at a moment nobody chose. */
  private void live(DaemonProcess daemon, boolean longLife) {
    int port = daemon.port();
    List<Thread> working = new ArrayList<>();
    for (KillLoopWriter writer : writers) {
      working.add(Thread.ofPlatform().start(() -> writer.writeUntilItDies(port)));
    }
    Thread backing =
        Thread.ofPlatform()
            .start(() -> lost.addAll(backups.makeUntilItDies(daemon, this::highestRevision)));
    if (cycles % 2 == 1) {
      awaitAcknowledged(acknowledged(), working);
    }
    pause((longLife ? LONG_LIFE.toNanos() : 0) + random.nextLong(LONGEST_LIFE.toNanos()));
    if (random.nextInt(4) == 0) {
      killedAtTheEnd++;
      daemon.stopAsked();
      pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
    }
    daemon.killed();
    working.add(backing);
    for (Thread each : working) {
      try {
        each.join();
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private void killWhileStarting() throws IOException {
    killedAtTheStart++;
    try (DaemonProcess daemon =
        DaemonProcess.run(home, "--data", home.data().toString(), "--port", "0")) {
      pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(1500)));
      daemon.killed();
    }
  }

  /** However slow the machine, some kills come in the midst of work. */
  private void awaitAcknowledged(long before, List<Thread> working) {
    while (acknowledged() == before && working.stream().anyMatch(Thread::isAlive)) {
      pause(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** The moment of a kill has to be left to chance. */
  private static void pause(long nanoseconds) {
    long until = System.nanoTime() + nanoseconds;
    for (long left = nanoseconds; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
