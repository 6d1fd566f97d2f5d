package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import bandstand.wire.OpenApi;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the API's table.
 *
 * @param role the least that may; empty: no token is needed
 * @param queries names of query parameters; any other is refused
 * @param revised whether what it asks for has a revision that If-Match can name; else that header
 *     is refused with every write, so that nobody trusts in it for nothing
 */
record Route(
    String method,
    String path,
    Optional<Role> role,
    Set<String> queries,
    boolean revised,
    Handling handling) {

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

  /** A GET of something whole is a HEAD too; an event stream has no end to be told beforehand. */
  List<String> methods() {
    return method.equals("GET") && !streams() ? List.of(method, "HEAD") : List.of(method);
  }

  /** As the description of the API knows it. */
  OpenApi.Operation operation() {
    return new OpenApi.Operation(method, path, role);
  }

  /** The same for what has no revision. */
  Route unrevised() {
    return new Route(method, path, role, queries, false, handling);
  }

  /** Whether it changes something, or might: all but reads. */
  boolean writes() {
    return !method.equals("GET");
  }

  boolean streams() {
    return handling instanceof Handling.Streamed;
  }

  static Route get(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("GET", path, Optional.of(role), Set.of(queries), true, handling);
  }

  static Route post(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("POST", path, Optional.of(role), Set.of(queries), true, handling);
  }

  static Route download(String path, Role role, Handling.Downloaded handling) {
    return new Route("POST", path, Optional.of(role), Set.of(), true, handling);
  }

  static Route put(String path, Role role, Handling.Whole handling) {
    return new Route("PUT", path, Optional.of(role), Set.of(), true, handling);
  }

  static Route patch(String path, Role role, Handling.Whole handling) {
    return new Route("PATCH", path, Optional.of(role), Set.of(), true, handling);
  }

  static Route delete(String path, Role role, Handling.Whole handling, String... queries) {
    return new Route("DELETE", path, Optional.of(role), Set.of(queries), true, handling);
  }

  static Route open(String path, Handling.Whole handling) {
    return new Route("GET", path, Optional.empty(), Set.of(), true, handling);
  }

  static Route events(String path, Handling.Streamed handling) {
    return new Route("GET", path, Optional.of(Role.VIEWER), Set.of(), true, handling);
  }
}
