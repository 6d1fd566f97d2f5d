package bandstand.daemon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A well-behaved client that asks for ratings all the time and notes how long each answer takes.
 */
final class Probe {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI daemon;
  private final String token;
  private final List<Long> nanos = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private volatile boolean stopped;
  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  /**
   * How long its answers took, in milliseconds.
   *
   * @param failures what was no 200
   */
  record Took(int answers, double p50, double p99, double most, List<String> failures) {
    @Override
    public String toString() {
      return "p50 %.1f ms, p99 %.1f ms, at most %.0f ms, of %d".formatted(p50, p99, most, answers);
    }
  }

  Probe(int port, String token) {
    this.daemon = URI.create("http://127.0.0.1:" + port);
    this.token = token;
  }

  void start() {
    stopped = false;
    nanos.clear();
    thread = Thread.ofPlatform().start(this::run);
  }

  Took stop() throws InterruptedException {
    stopped = true;
    thread.join();
    List<Long> sorted = nanos.stream().sorted().toList();
    return new Took(
        sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), List.copyOf(failures));
  }

  /** How long its answers take for so long. */
  Took during(Duration time) throws InterruptedException {
    start();
    pause(time);
    return stop();
  }

  /** Time that passes is what is measured here. */
  static void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static double at(List<Long> sorted, double part) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part))) / 1e6;
  }

  private void run() {
    while (!stopped) {
      long begun = System.nanoTime();
      try {
        HttpResponse<String> answer = get("/api/v1/inspections/probe/ratings");
        if (answer.statusCode() != 200) {
          failures.add(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException lost) {
        failures.add(lost.toString());
      }
      nanos.add(System.nanoTime() - begun);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(daemon.resolve(path))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A figure of the daemon's own, in MB; 0 if it has none. */
  long megabytes(String name) throws IOException {
    Matcher figure =
        Pattern.compile("(?m)^bandstand_" + name + " ([0-9.E]+)$").matcher(get("/metrics").body());
    return figure.find() ? (long) Double.parseDouble(figure.group(1)) >> 20 : 0;
  }

  /** Which connections the daemon ended, and how many. */
  List<String> ended() throws IOException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("bandstand_connections_ended_total{"))
        .map(line -> line.replaceFirst(".*reason=\"([a-z-]+)\"} ", "$1 "))
        .toList();
  }
}
