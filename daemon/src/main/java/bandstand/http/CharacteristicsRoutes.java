package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Role;
import bandstand.store.Editions;
import bandstand.wire.BuiltInGuidance;
import bandstand.wire.CharacteristicsJson;
import java.util.List;

/** What guides the judgement of an edition's standards. */
final class CharacteristicsRoutes {
  static final String PATH = FrameworkRoutes.ONE + "/characteristics";

  private final Editions editions;

  CharacteristicsRoutes(Editions editions) {
    this.editions = editions;
  }

  List<Route> routes() {
    return List.of(Route.get(PATH, Role.VIEWER, this::read));
  }

  private Outcome<Reply> read(Exchange exchange) {
    return exchange
        .anyEdition(editions, "fw")
        .map(
            framework ->
                Reply.ok(
                    CharacteristicsJson.write(
                        framework,
                        BuiltInGuidance.characteristics(),
                        editions.documents().characteristics().of(framework))));
  }
}
