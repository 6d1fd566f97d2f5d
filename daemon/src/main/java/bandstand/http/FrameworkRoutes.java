package bandstand.http;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.store.Editions;
import bandstand.wire.FrameworkJson;
import bandstand.wire.RateRequest;
import bandstand.wire.RatingsTree;
import java.util.List;

/** The editions of the standards, and the calculator. */
final class FrameworkRoutes {
  static final String ALL = "/api/v1/frameworks";
  static final String ONE = ALL + "/{fw}";

  private final Editions editions;

  FrameworkRoutes(Editions editions) {
    this.editions = editions;
  }

  List<Route> routes() {
    return List.of(
        Route.get(ALL, Role.VIEWER, exchange -> list()),
        Route.get(ONE, Role.VIEWER, this::one),
        Route.post(ONE + "/rate", Role.VIEWER, this::rate).unrevised());
  }

  private Outcome<Reply> list() {
    return Outcome.done(
        Reply.ok(
            FrameworkJson.writeList(editions.all(), edition -> editions.isBuiltIn(edition.id()))));
  }

  static <T> Outcome<T> absent() {
    return Outcome.refused(
        Problem.Kind.NOT_FOUND,
        "There is no such edition; bandstand framework list, or GET %s, names them".formatted(ALL));
  }

  private Outcome<Reply> one(Exchange exchange) {
    return exchange
        .anyEdition(editions, "fw")
        .map(framework -> Reply.ok(whole(framework, editions)));
  }

  /** An edition with what its published documents print. */
  static byte[] whole(Framework framework, Editions editions) {
    return FrameworkJson.write(
        framework,
        editions.documents().wording().of(framework),
        editions.documents().characteristics().of(framework));
  }

  private Outcome<Reply> rate(Exchange exchange) {
    return exchange
        .edition(editions)
        .then(framework -> exchange.json().then(body -> RateRequest.read(body, framework)))
        .map(request -> Reply.ok(RatingsTree.of(request.ratings()).json()));
  }
}
