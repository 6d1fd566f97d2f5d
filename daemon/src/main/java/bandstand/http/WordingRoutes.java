package bandstand.http;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.store.Documents;
import bandstand.store.Editions;
import bandstand.wire.WordingJson;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The published documents of an edition: attached and taken off. */
final class WordingRoutes {
  private static final String WORDING = "/api/v1/frameworks/{fw}/wording";
  private static final String CHARACTERISTICS = "/api/v1/frameworks/{fw}/characteristics";
  private static final Set<String> TEXT = Set.of("text/plain");

  private final Editions editions;

  WordingRoutes(Editions editions) {
    this.editions = editions;
  }

  List<Route> routes() {
    Documents.Kind<?> wording = editions.documents().wording();
    Documents.Kind<?> characteristics = editions.documents().characteristics();
    return List.of(
        Route.put(
            WORDING,
            Role.LEAD,
            exchange -> attach(exchange, editions.documents().wording(), WordingJson::attached)),
        Route.delete(WORDING, Role.LEAD, exchange -> remove(exchange, wording)),
        Route.put(
            CHARACTERISTICS,
            Role.LEAD,
            exchange ->
                attach(exchange, editions.documents().characteristics(), WordingJson::attached)),
        Route.delete(CHARACTERISTICS, Role.LEAD, exchange -> remove(exchange, characteristics)));
  }

  private <T> Outcome<Reply> attach(
      Exchange exchange, Documents.Kind<T> kind, BiFunction<Framework, T, byte[]> reply) {
    return exchange
        .edition(editions)
        .then(
            framework ->
                exchange
                    .body(TEXT)
                    .then(document -> kept(() -> kind.attach(framework, document)))
                    .map(text -> Reply.ok(reply.apply(framework, text))));
  }

  private Outcome<Reply> remove(Exchange exchange, Documents.Kind<?> kind) {
    return exchange
        .edition(editions)
        .then(
            framework ->
                kept(
                    () -> {
                      kind.remove(framework);
                      return Outcome.done(Reply.nothing());
                    }));
  }

  /** Something that writes to the disk. */
  private interface Keeping<T> {
    Outcome<T> keep() throws IOException;
  }

  private static <T> Outcome<T> kept(Keeping<T> keeping) {
    try {
      return keeping.keep();
    } catch (IOException failed) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE, "The document cannot be written: the disk is full or failed");
    }
  }
}
