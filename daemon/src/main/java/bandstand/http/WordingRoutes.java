package bandstand.http;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import bandstand.store.Documents;
import bandstand.store.Editions;
import bandstand.wire.Requests;
import bandstand.wire.WordingJson;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The published documents of an edition: attached and taken off. */
final class WordingRoutes {
  private static final String WORDING = FrameworkRoutes.ONE + "/wording";
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
                exchange -> attach(exchange, editions.documents().wording(), WordingJson::attached))
            .unrevised(),
        Route.delete(WORDING, Role.LEAD, exchange -> remove(exchange, wording)).unrevised(),
        Route.put(
                CharacteristicsRoutes.PATH,
                Role.LEAD,
                exchange ->
                    attach(exchange, editions.documents().characteristics(), WordingJson::attached))
            .unrevised(),
        Route.delete(
                CharacteristicsRoutes.PATH,
                Role.LEAD,
                exchange -> remove(exchange, characteristics))
            .unrevised());
  }

  private <T> Outcome<Reply> attach(
      Exchange exchange, Documents.Kind<T> kind, BiFunction<Framework, T, byte[]> reply) {
    return exchange
        .edition(editions)
        .then(
            framework ->
                exchange
                    .body(TEXT)
                    .then(document -> kept(framework, () -> kind.attach(framework, document)))
                    .map(text -> Reply.ok(reply.apply(framework, text))));
  }

  private Outcome<Reply> remove(Exchange exchange, Documents.Kind<?> kind) {
    return exchange
        .edition(editions)
        .then(
            framework ->
                exchange
                    .json()
                    .then(Requests::readNothing)
                    .then(
                        nothing ->
                            kept(
                                framework,
                                () -> {
                                  kind.remove(framework);
                                  return Outcome.done(Reply.nothing());
                                })));
  }

  private static <T> Outcome<T> kept(Framework framework, Keeping<T> keeping) {
    return Keeping.kept("The document", FrameworkRoutes.ALL + "/" + framework.id(), keeping);
  }
}
