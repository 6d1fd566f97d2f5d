package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Histogram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures as Prometheus reads them, by its description of the text format, version 0.0.4. */
class MetricsTest {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "(?:\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*)})?"
              + " (-?[0-9.E+-]+|\\+Inf|NaN)");
  private static final Pattern LE = Pattern.compile(",?le=\"([^\"]*)\"");

  /** Its samples by name and labels; every one belongs to a family with help and type. */
  private static Map<String, Double> read(String text) {
    assertTrue(text.endsWith("\n"));
    Map<String, String> types = new HashMap<>();
    Map<String, Double> samples = new LinkedHashMap<>();
    String helped = "";
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 4);
      if (line.startsWith("# HELP ")) {
        helped = words[2];
        assertTrue(!types.containsKey(helped) && !words[3].isBlank(), line);
      } else if (line.startsWith("# TYPE ")) {
        assertEquals(helped, words[2], "its help stands before it");
        assertTrue(List.of("counter", "gauge", "histogram").contains(words[3]), line);
        types.put(words[2], words[3]);
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        String family =
            types.getOrDefault(helped, "").equals("histogram")
                ? sample.group(1).replaceFirst("_(bucket|sum|count)$", "")
                : sample.group(1);
        assertEquals(helped, family, line);
        String key = sample.group(1) + "{" + Optional.ofNullable(sample.group(2)).orElse("") + "}";
        assertTrue(samples.put(key, Double.valueOf(sample.group(3))) == null, "twice: " + key);
      }
    }
    types.forEach((name, type) -> assertTrue(name.startsWith("bandstand_"), name));
    histograms(samples);
    return samples;
  }

  /** Buckets grow, and the last is the count. */
  private static void histograms(Map<String, Double> samples) {
    Map<String, List<Double>> buckets = new TreeMap<>();
    samples.forEach(
        (key, value) -> {
          if (key.contains("_bucket{")) {
            String series =
                LE.matcher(key.replace("_bucket", "_count")).replaceAll("").replace("{,", "{");
            buckets.computeIfAbsent(series, each -> new ArrayList<>()).add(value);
          }
        });
    buckets.forEach(
        (series, values) -> {
          assertEquals(values.stream().sorted().toList(), values, series);
          assertEquals(samples.get(series), values.getLast(), series);
        });
  }

  private static Served served(String method, String route, int status, double seconds) {
    return new Served(
        Instant.EPOCH,
        Optional.empty(),
        method,
        route,
        status,
        10,
        Duration.ofNanos((long) (seconds * 1e9)),
        route.endsWith("/events"));
  }

  private static Map<String, Double> figures(Metrics metrics) {
    Exposition text = new Exposition();
    metrics.into(text);
    return read(new String(text.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void requestsAreCountedByRouteMethodAndStatus() {
    Metrics metrics = new Metrics();
    metrics.served(served("GET", "/a/{id}", 200, 0.002));
    metrics.served(served("GET", "/a/{id}", 200, 0.3));
    metrics.served(served("GET", "/a/{id}", 404, 0.2));
    Map<String, Double> figures = figures(metrics);
    String labels = "method=\"GET\",route=\"/a/{id}\"";
    assertEquals(2, figures.get("bandstand_requests_total{" + labels + ",status=\"200\"}"));
    assertEquals(1, figures.get("bandstand_requests_total{" + labels + ",status=\"404\"}"));
    assertEquals(1, figures.get("bandstand_request_seconds_bucket{le=\"0.0025\"," + labels + "}"));
    assertEquals(2, figures.get("bandstand_request_seconds_bucket{le=\"0.25\"," + labels + "}"));
    assertEquals(3, figures.get("bandstand_request_seconds_bucket{le=\"+Inf\"," + labels + "}"));
    assertEquals(0.502, figures.get("bandstand_request_seconds_sum{" + labels + "}"), 1e-9);
    assertEquals(1, figures.get("bandstand_refusals_total{type=\"not-found\"}"));
  }

  @Test
  void aStreamHasNoDuration() {
    Metrics metrics = new Metrics();
    metrics.served(served("GET", "/api/v1/events", 200, 3600));
    assertTrue(figures(metrics).keySet().stream().noneMatch(key -> key.contains("seconds_count")));
  }

  @Test
  void whatTheDaemonEndedIsCountedByReason() {
    Metrics metrics = new Metrics();
    metrics.tooSlow(Pace.Slow.BODY);
    metrics.madeRoom();
    metrics.turnedAway();
    metrics.eventSent();
    Map<String, Double> figures = figures(metrics);
    for (String reason : List.of("slow-body", "made-room", "turned-away")) {
      assertEquals(1, figures.get("bandstand_connections_ended_total{reason=\"" + reason + "\"}"));
    }
    assertEquals(1, figures.get("bandstand_events_sent_total{}"));
  }

  @Test
  void aLabelIsEscaped() {
    Exposition text = new Exposition();
    text.family("x", "gauge", "X.").sample("x", Map.of("v", "a\"b\\c\nd"), 1.5);
    String last = new String(text.bytes(), StandardCharsets.UTF_8).lines().toList().getLast();
    assertEquals("bandstand_x{v=\"a\\\"b\\\\c\\nd\"} 1.5", last);
  }

  @Test
  void aHistogramCountsUpToEachBound() {
    Histogram histogram = new Histogram(1, 2.5);
    for (double value : new double[] {0.5, 1, 1.1, 2.5, 3}) {
      histogram.add(value);
    }
    assertEquals(List.of(2L, 4L, 5L), histogram.upTo());
    assertEquals(8.1, histogram.sum(), 1e-9);
  }

  @Test
  void theDaemonTellsOfItsWork(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      api.post(
          "/api/v1/inspections", "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
      for (int i = 0; i < 3; i++) {
        api.put("/api/v1/inspections/i/cases/C" + i, "{\"type\":\"court\"}");
      }
      RunningApi.Answer answer = api.get("/metrics");
      assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type"));
      Map<String, Double> figures = read(answer.response().body());
      assertEquals(1, figures.get("bandstand_build_info{version=\"test\"}"));
      assertEquals(4, figures.get("bandstand_changes_total{}"));
      assertEquals(4, figures.get("bandstand_batch_changes_count{}"));
      assertEquals(4, figures.get("bandstand_force_seconds_count{}"));
      assertEquals(0, figures.get("bandstand_read_only{}"));
      assertEquals(1, figures.get("bandstand_inspections{}"));
      assertEquals(1, figures.get("bandstand_inspections_in_memory{}"));
      assertEquals(1, figures.get("bandstand_journal_segments{}"));
      assertEquals(0, figures.get("bandstand_last_verified_backup_timestamp_seconds{}"));
      for (String some :
          List.of(
              "journal_bytes",
              "disk_free_bytes",
              "heap_used_bytes",
              "resident_bytes",
              "start_time_seconds",
              "journal_sequence")) {
        assertTrue(figures.get("bandstand_" + some + "{}") > 0, some);
      }
    }
  }
}
