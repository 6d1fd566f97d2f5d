package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.People;
import bandstand.wire.PeopleJson;
import bandstand.wire.Requests;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tokens: made, listed, revoked; and who the caller is. */
final class PeopleRoutes {
  private final People people;

  PeopleRoutes(People people) {
    this.people = people;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/me", Role.VIEWER, exchange -> me(exchange)),
        Route.get("/api/v1/tokens", Role.LEAD, exchange -> list()),
        Route.post("/api/v1/tokens", Role.LEAD, this::add),
        Route.delete("/api/v1/tokens/{name}", Role.LEAD, this::revoke));
  }

  private static Outcome<Reply> me(Exchange exchange) {
    return Outcome.done(Reply.ok(PeopleJson.person(exchange.person())));
  }

  private Outcome<Reply> list() {
    return Outcome.done(Reply.ok(PeopleJson.people(people.all())));
  }

  private Outcome<Reply> add(Exchange exchange) {
    return exchange
        .json()
        .then(Requests::readToken)
        .then(
            person -> {
              try {
                return people
                    .add(person)
                    .map(
                        token ->
                            Reply.created(
                                "/api/v1/tokens/"
                                    + URLEncoder.encode(person.name(), StandardCharsets.UTF_8),
                                PeopleJson.token(person, token)));
              } catch (IOException failed) {
                return unkept();
              }
            });
  }

  private Outcome<Reply> revoke(Exchange exchange) {
    try {
      return people.revoke(exchange.path("name")).map(person -> Reply.nothing());
    } catch (IOException failed) {
      return unkept();
    }
  }

  private static Outcome<Reply> unkept() {
    return Outcome.refused(
        Problem.Kind.UNAVAILABLE, "The tokens cannot be written: the disk is full or failed");
  }
}
