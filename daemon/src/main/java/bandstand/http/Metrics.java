package bandstand.http;

import bandstand.framework.Problem;
import bandstand.service.Histogram;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What the doors have seen since the start, counted by routes and never by what is behind them. */
final class Metrics {
  private static final double NANOS = 1e9;

  /** From a read in memory to an import of everything, in seconds. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
  };

  private record Asked(String route, String method) {
    static final Comparator<Asked> ORDER =
        Comparator.comparing(Asked::route).thenComparing(Asked::method);
  }

  private record Answered(Asked asked, int status) {
    static final Comparator<Answered> ORDER =
        Comparator.comparing(Answered::asked, Asked.ORDER).thenComparingInt(Answered::status);
  }

  private final SortedMap<Answered, LongAdder> requests =
      new ConcurrentSkipListMap<>(Answered.ORDER);
  private final SortedMap<Asked, Histogram> durations = new ConcurrentSkipListMap<>(Asked.ORDER);
  private final SortedMap<String, LongAdder> refusals = new ConcurrentSkipListMap<>();
  private final SortedMap<String, LongAdder> ended = new ConcurrentSkipListMap<>();
  private final LongAdder events = new LongAdder();

  void served(Served served) {
    Asked asked = new Asked(served.route(), served.method());
    one(requests, new Answered(asked, served.status()));
    if (!served.streamed()) {
      durations
          .computeIfAbsent(asked, first -> new Histogram(SECONDS))
          .add(served.took().toNanos() / NANOS);
    }
    Arrays.stream(Problem.Kind.values())
        .filter(kind -> kind.status() == served.status())
        .forEach(kind -> one(refusals, kind.word()));
  }

  /** A connection is closed since its client is too slow. */
  void tooSlow(Pace.Slow what) {
    one(ended, "slow-" + what.name().toLowerCase(Locale.ROOT));
  }

  /** A connection without a request is closed, since another needs its place. */
  void madeRoom() {
    one(ended, "made-room");
  }

  /** A connection is refused, since all places are at work. */
  void turnedAway() {
    one(ended, "turned-away");
  }

  void eventSent() {
    events.increment();
  }

  private static <K> void one(Map<K, LongAdder> counts, K key) {
    counts.computeIfAbsent(key, first -> new LongAdder()).increment();
  }

  void into(Exposition text) {
    text.family("requests_total", "counter", "Requests answered.");
    requests.forEach(
        (answered, count) ->
            text.sample(
                "requests_total",
                Map.of(
                    "route", answered.asked().route(),
                    "method", answered.asked().method(),
                    "status", Integer.toString(answered.status())),
                count.sum()));
    text.family("request_seconds", "histogram", "From a request's head to the end of its answer.");
    durations.forEach(
        (asked, histogram) ->
            text.histogram(
                "request_seconds",
                Map.of("route", asked.route(), "method", asked.method()),
                histogram));
    text.family("refusals_total", "counter", "Requests answered by a problem, by its type.");
    refusals.forEach(
        (type, count) -> text.sample("refusals_total", Map.of("type", type), count.sum()));
    text.family("connections_ended_total", "counter", "Connections the daemon ended, by reason.");
    ended.forEach(
        (reason, count) ->
            text.sample("connections_ended_total", Map.of("reason", reason), count.sum()));
    text.counter("events_sent_total", "Events written to watchers.", events.sum());
  }
}
