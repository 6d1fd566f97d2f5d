package bandstand.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import bandstand.http.Spoken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * A real daemon and its rude clients: heads and bodies that come a byte a second, requests half
 * sent, imports that die midway, watchers that never read, lines that nobody uses; beside them one
 * who writes and one who asks, and how long the latter waits.
 */
final class Rude {
  private static final int SLOW_HEADS = 100;
  private static final int SLOW_BODIES = 50;
  private static final int WATCHERS = 50;
  private static final int IDLE_LINES = 1_000;
  private static final int KILLERS = 4;

  /** Faults shown; the count says the rest. */
  private static final int SHOWN = 20;

  private static final int SMALL_BUFFER = 4_096;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(10);
  private static final String INSPECTION = "/api/v1/inspections/i";

  private final int port;
  private final String token;
  private final Probe probe;
  private final DaemonProcess daemon;
  private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final LongAdder killed = new LongAdder();
  private final LongAdder halves = new LongAdder();
  private final LongAdder written = new LongAdder();
  private final LongAdder imported = new LongAdder();
  private volatile boolean stopped;

  /**
   * What came of it.
   *
   * @param ended connections that the daemon closed, by reason
   */
  record Result(
      Probe.Took idle,
      Probe.Took meanwhile,
      long killed,
      long halves,
      long written,
      long imported,
      List<String> ended,
      String memory,
      List<String> faults) {
    @Override
    public String toString() {
      return ("%d slow heads, %d slow bodies, %d watchers that do not read, %d idle lines;"
              + " %d imports killed midway, %d requests half sent; %d answers written and %d files"
              + " imported by others meanwhile%n"
              + "ended by the daemon: %s; faults %d%nprobe idle: %s%nprobe meanwhile: %s%n%s")
          .formatted(
              SLOW_HEADS,
              SLOW_BODIES,
              WATCHERS,
              IDLE_LINES,
              killed,
              halves,
              written,
              imported,
              ended,
              faults.size(),
              idle,
              meanwhile,
              memory);
    }
  }

  private Rude(DaemonProcess daemon, String token) {
    this.daemon = daemon;
    this.port = daemon.port();
    this.token = token;
    this.probe = new Probe(port, token);
  }

  /** {@code Rude SECONDS}; ends with 1 if anything went wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rude");
    Result result = run(folder, Duration.ofSeconds(Long.parseLong(arguments[0])));
    System.out.println(result);
    result.faults().stream().limit(SHOWN).forEach(System.out::println);
    Home.remove(folder);
    System.exit(result.faults().isEmpty() ? 0 : 1);
  }

  /** Is rude for so long to a daemon on a data folder of its own. */
  static Result run(Path folder, Duration time) throws IOException, InterruptedException {
    Home home = new Home(folder);
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      return new Rude(daemon, home.tokenText()).run(time);
    }
  }

  private Result run(Duration time) throws IOException, InterruptedException {
    for (String id : List.of("i", "probe")) {
      daemon.taken(
          "POST",
          "/api/v1/inspections",
          "{\"id\":\"%s\",\"service\":\"S\",\"framework\":\"yos-2018\"}".formatted(id));
    }
    daemon.taken("PUT", INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    String before = memory();
    Probe.Took idle = probe.during(Duration.ofSeconds(3));
    List<Thread> rude = new ArrayList<>();
    probe.start();
    for (int i = 0; i < IDLE_LINES; i++) {
      connected();
    }
    for (int i = 0; i < WATCHERS; i++) {
      says(connected(), "GET " + INSPECTION + "/events HTTP/1.1\r\n" + heads() + "\r\n");
    }
    for (int i = 0; i < SLOW_HEADS; i++) {
      rude.add(again(() -> dribble("GET / HTTP/1.1\r\n" + heads(), "X")));
    }
    for (int i = 0; i < SLOW_BODIES; i++) {
      rude.add(again(() -> dribble(upload(1_000_000), "r")));
    }
    for (int i = 0; i < KILLERS; i++) {
      rude.add(again(this::killed));
      rude.add(again(this::half));
    }
    rude.add(again(this::writes));
    String other = token("honest");
    rude.add(again(() -> imports(other)));
    Probe.pause(time);
    stopped = true;
    Probe.Took meanwhile = probe.stop();
    String after = memory();
    for (Socket socket : open) {
      socket.close();
    }
    for (Thread thread : rude) {
      thread.join();
    }
    meanwhile.failures().forEach(failure -> faults.add("probe: " + failure));
    if (!probe.get(INSPECTION + "/history/verify").body().contains("\"ok\":true")) {
      faults.add("the chain does not hold");
    }
    return new Result(
        idle,
        meanwhile,
        killed.sum(),
        halves.sum(),
        written.sum(),
        imported.sum(),
        probe.ended(),
        "before: %s; meanwhile: %s; after: %s".formatted(before, after, memory()),
        List.copyOf(faults));
  }

  private String memory() throws IOException {
    return "heap %d MB, resident %d MB"
        .formatted(probe.megabytes("heap_used_bytes"), probe.megabytes("resident_bytes"));
  }

  /** One piece of rudeness. */
  private interface Deed {
    void done() throws IOException;
  }

  /** A line that the daemon closes is begun anew. */
  private Thread again(Deed deed) {
    return Thread.ofVirtual()
        .start(
            () -> {
              while (!stopped) {
                try {
                  deed.done();
                } catch (IOException closed) {
                  Probe.pause(BREATH);
                }
              }
            });
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    open.add(socket);
    return socket;
  }

  private static void says(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private String heads() {
    return "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n";
  }

  private String upload(int length) {
    return "POST %s/cases HTTP/1.1\r\n%sContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
        .formatted(INSPECTION, heads(), length);
  }

  private void dribble(String begin, String more) throws IOException {
    try (Socket socket = connected()) {
      says(socket, begin);
      while (!stopped) {
        Probe.pause(SECOND);
        says(socket, more);
      }
    }
  }

  /** Gone without a word in the midst of a row. */
  private void killed() throws IOException {
    try (Socket socket = connected()) {
      socket.setSoLinger(true, 0);
      says(socket, upload(1_000_000) + "reference,type\r\n" + "K1,court\r\n".repeat(2_000) + "K2,");
    }
    killed.increment();
    Probe.pause(Duration.ofMillis(50));
  }

  /** Half a request, and its own direction closed; 503 where the person's imports are too many. */
  private void half() throws IOException {
    try (Socket socket = connected()) {
      socket.setSoTimeout(20_000);
      says(socket, upload(100) + "reference,type\r\n");
      socket.shutdownOutput();
      String heard = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      if (!heard.startsWith("HTTP/1.1 400 ") && !heard.startsWith("HTTP/1.1 503 ")) {
        faults.add("half a request: " + heard);
      }
    }
    halves.increment();
    Probe.pause(Duration.ofMillis(50));
  }

  private String token(String name) throws IOException {
    String made =
        daemon
            .taken(
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"%s\",\"role\":\"inspector\"}".formatted(name))
            .body();
    return new ObjectMapper().readTree(made).path("token").asText();
  }

  /** A well-behaved colleague. */
  private void imports(String other) throws IOException {
    String rows = "reference,type\nH1,court\n";
    Spoken.Heard heard =
        Spoken.said(
            port,
            "POST %s/cases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s%s"
                .formatted(
                    INSPECTION,
                    other,
                    "Content-Type: text/csv\r\nContent-Length: %d\r\n\r\n".formatted(rows.length()),
                    rows)
                .getBytes(ISO_8859_1));
    if (heard.statuses().equals(List.of(200))) {
      imported.increment();
    } else {
      faults.add("a colleague's import: " + heard.text());
    }
    Probe.pause(Duration.ofMillis(200));
  }

  private void writes() {
    daemon.taken(
        "PUT",
        INSPECTION + "/cases/C01/answers/2.1.1",
        "{\"answer\":\"%s\"}".formatted(written.sum() % 2 == 0 ? "yes" : "no"));
    written.increment();
  }
}
