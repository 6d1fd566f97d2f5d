package bandstand.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request that was answered, as logs and figures may know it: never its path, its query or its
 * text.
 *
 * @param at when it came
 * @param who asked; empty: nobody who is known
 * @param method one of {@link #METHODS}, or {@code other}
 * @param route the pattern of its path; {@code -} where no route fits
 * @param status as sent; 0 if none could be
 * @param bytes of the answer
 * @param streamed whether it is one of events, which lasts as long as its watcher stays
 */
record Served(
    Instant at,
    Optional<String> who,
    String method,
    String route,
    int status,
    long bytes,
    Duration took,
    boolean streamed) {
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  static final String NO_ROUTE = "-";

  Served {
    // Whatever else stands there is a stranger's text.
    method = METHODS.contains(method) ? method : "other";
  }
}
