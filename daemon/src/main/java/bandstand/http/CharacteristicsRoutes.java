package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.store.Editions;
import bandstand.wire.BuiltInGuidance;
import bandstand.wire.CharacteristicsJson;
import java.util.List;
import java.util.Map;

/** What guides the judgement of an edition's standards. */
final class CharacteristicsRoutes {
  private final Editions editions;

  CharacteristicsRoutes(Editions editions) {
    this.editions = editions;
  }

  List<Route> routes() {
    return List.of(Route.get("/api/v1/frameworks/{fw}/characteristics", Role.VIEWER, this::read));
  }

  private Outcome<Reply> read(Exchange exchange) {
    return editions
        .byId(exchange.path("fw"))
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.NOT_FOUND, "There is no such edition; see GET /api/v1/frameworks"))
        .map(
            framework ->
                Reply.ok(
                    CharacteristicsJson.write(
                        framework, BuiltInGuidance.characteristics(), Map.of())));
  }
}
