package bandstand.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon that is killed again and again while four writers write, each of whom remembers what was
 * acknowledged; after every restart all of that must be there, and nothing by halves.
 */
final class KillLoop {
  static final String INSPECTION = "/api/v1/inspections/i";

  private static final int WRITERS = 4;
  private static final int CASES_EACH = 6;
  private static final Duration LONGEST_LIFE = Duration.ofMillis(1200);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Home home;
  private final SplittableRandom random;
  private final List<KillLoopWriter> writers = new ArrayList<>();
  private int cycles;
  private int killedAtTheStart;
  private int killedAtTheEnd;

  /**
   * What came of it.
   *
   * @param acknowledged writes answered by 2xx
   * @param unanswered writes under way when the daemon died, of which {@code found} were recorded
   * @param lost what was acknowledged and is not there, or is there by halves
   */
  record Result(
      int cycles,
      int killedAtTheStart,
      int killedAtTheEnd,
      long acknowledged,
      long unanswered,
      long found,
      long revision,
      List<String> lost) {
    @Override
    public String toString() {
      return ("%d cycles (%d killed while starting, %d while stopping), %d acknowledged, %d lost;"
              + " %d unanswered, %d of them recorded; revision %d, chain sound")
          .formatted(
              cycles,
              killedAtTheStart,
              killedAtTheEnd,
              acknowledged,
              lost.size(),
              unanswered,
              found,
              revision);
    }
  }

  KillLoop(Path folder, long seed) {
    this.home = new Home(folder);
    this.random = new SplittableRandom(seed);
  }

  /** {@code KillLoop CYCLES [SEED]}; ends with 1 if anything was lost. */
  public static void main(String[] arguments) throws IOException {
    int cycles = Integer.parseInt(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("kill-loop");
    System.out.printf("seed %d, folder %s%n", seed, folder);
    KillLoop loop = new KillLoop(folder, seed);
    Result result = loop.run(cycles);
    System.out.println(result);
    result.lost().forEach(System.out::println);
    System.exit(result.lost().isEmpty() ? 0 : 1);
  }

  Result run(int mostCycles) throws IOException {
    begin();
    List<String> lost = new ArrayList<>();
    long revision = 0;
    while (cycles < mostCycles && lost.isEmpty()) {
      cycles++;
      if (random.nextInt(8) == 0) {
        killWhileStarting();
      }
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        revision = check(daemon, revision, lost);
        live(daemon);
      }
      if (cycles % 10 == 0) {
        System.out.printf("after %d cycles: %d acknowledged%n", cycles, acknowledged());
      }
    }
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      revision = check(daemon, revision, lost);
    }
    return new Result(
        cycles,
        killedAtTheStart,
        killedAtTheEnd,
        acknowledged(),
        writers.stream().mapToLong(KillLoopWriter::unanswered).sum(),
        writers.stream().mapToLong(KillLoopWriter::found).sum(),
        revision,
        lost);
  }

  private long acknowledged() {
    return writers.stream().mapToLong(KillLoopWriter::acknowledged).sum();
  }

  private void begin() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
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
    }
  }

  /** Writers write until the daemon is gone, which it is at a moment nobody chose. */
  private void live(DaemonProcess daemon) {
    int port = daemon.port();
    List<Thread> working = new ArrayList<>();
    for (KillLoopWriter writer : writers) {
      working.add(Thread.ofPlatform().start(() -> writer.writeUntilItDies(port)));
    }
    if (cycles % 2 == 1) {
      awaitAcknowledged(acknowledged(), working);
    }
    pause(random.nextLong(LONGEST_LIFE.toNanos()));
    if (random.nextInt(4) == 0) {
      killedAtTheEnd++;
      daemon.stopAsked();
      pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
    }
    daemon.killed();
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

  /** Compares what is there with what was acknowledged; gives the revision found. */
  private long check(DaemonProcess daemon, long before, List<String> lost) throws IOException {
    Map<String, String> found = fields(daemon);
    for (KillLoopWriter writer : writers) {
      lost.addAll(writer.compare(found));
    }
    JsonNode verified = read(daemon.get(INSPECTION + "/history/verify"));
    long revision = read(daemon.get(INSPECTION)).path("revision").asLong();
    if (!verified.path("ok").asBoolean() || verified.path("entries").asLong() != revision) {
      lost.add("the chain at revision %d: %s".formatted(revision, verified));
    }
    long highest = writers.stream().mapToLong(KillLoopWriter::highestRevision).max().orElse(0);
    if (revision < before || revision < highest) {
      lost.add("revision %d after %d and %d".formatted(revision, before, highest));
    }
    return revision;
  }

  /** Every note of an answer and every mark of a case, by reference and field. */
  private static Map<String, String> fields(DaemonProcess daemon) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    String after = "";
    do {
      JsonNode page = read(daemon.get(INSPECTION + "/cases?limit=1000" + after));
      for (JsonNode file : page.path("items")) {
        String reference = file.path("reference").asText();
        fields.put(
            reference + "/" + KillLoopWriter.MARK,
            file.path("attributes").path(KillLoopWriter.MARK).asText());
        for (Map.Entry<String, JsonNode> answer : file.path("answers").properties()) {
          fields.put(reference + "/" + answer.getKey(), answer.getValue().path("note").asText());
        }
      }
      JsonNode next = page.path("next");
      after = next.isNull() ? "" : "&after=" + next.asText();
    } while (!after.isEmpty());
    return fields;
  }

  private static JsonNode read(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return MAPPER.readTree(response.body());
  }
}
