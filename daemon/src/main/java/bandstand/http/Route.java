package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the API's table.
 *
 * @param role the least that may; empty: no token is needed
 * @param queries names of query parameters; any other is refused
 */
record Route(
    String method, String path, Optional<Role> role, Set<String> queries, Handling handling) {

  /** How a request becomes a reply. */
  sealed interface Handling {
    /** A whole reply. */
    @FunctionalInterface
    non-sealed interface Whole extends Handling {
      Outcome<Reply> handle(Exchange exchange);
    }

    /** A file, written while it is made. */
    @FunctionalInterface
    non-sealed interface Downloaded extends Handling {
      Outcome<Download> handle(Exchange exchange);
    }

    /** A stream of events: writes until either side ends it. */
    @FunctionalInterface
    non-sealed interface Streamed extends Handling {
      Outcome<EventWriter> handle(Exchange exchange);
    }
  }

  /**
   * A file for the client to keep.
   *
   * @param name it may be kept under: ASCII, without quotation marks
   * @param ended called once it is sent, or cannot be
   */
  record Download(String mediaType, String name, FileWriter writer, Runnable ended) {}

  /** Writes a file; where it fails the client must see that it is not whole. */
  @FunctionalInterface
  interface FileWriter {
    void write(OutputStream output) throws IOException;
  }

  /** Writes events until the stream ends; closing it gives its place among the watchers up. */
  interface EventWriter extends AutoCloseable {
    void write(EventOutput output) throws InterruptedException;

    @Override
    void close();
  }

  static Route get(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("GET", path, Optional.of(role), Set.of(queries), handling);
  }

  static Route post(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("POST", path, Optional.of(role), Set.of(queries), handling);
  }

  static Route download(String path, Role role, Handling.Downloaded handling) {
    return new Route("POST", path, Optional.of(role), Set.of(), handling);
  }

  static Route put(String path, Role role, Handling.Whole handling) {
    return new Route("PUT", path, Optional.of(role), Set.of(), handling);
  }

  static Route patch(String path, Role role, Handling.Whole handling) {
    return new Route("PATCH", path, Optional.of(role), Set.of(), handling);
  }

  static Route delete(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("DELETE", path, Optional.of(role), Set.of(queries), handling);
  }

  static Route open(String path, Handling.Whole handling) {
    return new Route("GET", path, Optional.empty(), Set.of(), handling);
  }

  static Route events(String path, Handling.Streamed handling) {
    return new Route("GET", path, Optional.of(Role.VIEWER), Set.of(), handling);
  }
}
