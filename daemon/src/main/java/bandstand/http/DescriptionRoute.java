package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import bandstand.wire.OpenApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The description of the API, made when it is first asked for: a start does not wait for it. */
final class DescriptionRoute {
  private static final String PATH = "/openapi.json";

  private final List<Route> others;
  private final String version;
  private Optional<byte[]> made = Optional.empty();

  /**
   * The description of a table.
   *
   * @param others all routes but this one
   */
  DescriptionRoute(List<Route> others, String version) {
    this.others = others;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(Route.get(PATH, Role.VIEWER, exchange -> Outcome.done(Reply.ok(description()))));
  }

  private synchronized byte[] description() {
    byte[] description = made.orElseGet(this::make);
    made = Optional.of(description);
    return description;
  }

  private byte[] make() {
    return OpenApi.document(
        Stream.concat(others.stream(), routes().stream()).map(Route::operation).toList(), version);
  }
}
