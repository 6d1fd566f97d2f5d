package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.People;
import bandstand.wire.PeopleJson;
import bandstand.wire.Requests;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tokens: made, listed, rotated, revoked; the role of each; and who the caller is. */
final class PeopleRoutes {
  private static final String TOKENS = "/api/v1/tokens";
  private static final String ONE = TOKENS + "/{name}";

  private final People people;

  PeopleRoutes(People people) {
    this.people = people;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/me", Role.VIEWER, exchange -> me(exchange)),
        Route.get(TOKENS, Role.LEAD, exchange -> list()),
        Route.post(TOKENS, Role.LEAD, this::add).unrevised(),
        Route.patch(ONE, Role.LEAD, this::promote).unrevised(),
        Route.delete(ONE, Role.LEAD, this::revoke).unrevised(),
        Route.post(ONE + "/rotate", Role.VIEWER, this::rotate).unrevised());
  }

  private static Outcome<Reply> me(Exchange exchange) {
    return Outcome.done(Reply.ok(PeopleJson.person(exchange.person())));
  }

  private Outcome<Reply> list() {
    return Outcome.done(Reply.ok(PeopleJson.holders(people.all())));
  }

  private Outcome<Reply> add(Exchange exchange) {
    return exchange
        .json()
        .then(Requests::readToken)
        .then(
            person ->
                kept(
                    () ->
                        people
                            .add(person, exchange.person().name())
                            .map(
                                token ->
                                    Reply.created(
                                        TOKENS
                                            + "/"
                                            + URLEncoder.encode(
                                                person.name(), StandardCharsets.UTF_8),
                                        PeopleJson.token(person, token)))));
  }

  private Outcome<Reply> promote(Exchange exchange) {
    String name = exchange.path("name");
    return exchange
        .json()
        .then(Requests::readRole)
        .then(
            role ->
                Person.isName(name)
                    ? kept(() -> people.promote(new Person(name, role), exchange.person().name()))
                    : People.absent())
        .map(person -> Reply.ok(PeopleJson.person(person)));
  }

  private Outcome<Reply> revoke(Exchange exchange) {
    return exchange
        .json()
        .then(Requests::readNothing)
        .then(nothing -> kept(() -> people.revoke(exchange.path("name"), exchange.person().name())))
        .map(person -> Reply.nothing());
  }

  /** A person may rotate the own token, a lead everybody's. */
  private Outcome<Reply> rotate(Exchange exchange) {
    Person caller = exchange.person();
    String name = exchange.path("name");
    if (!caller.name().equals(name) && !caller.isLead()) {
      return Outcome.refused(
          Problem.Kind.FORBIDDEN,
          "You are %s; only a lead rotates somebody else's token".formatted(caller.name()));
    }
    return exchange
        .json()
        .then(Requests::readRotation)
        .then(
            given -> {
              String token = given.orElseGet(People::newToken);
              return kept(() -> people.rotate(name, token, caller.name()))
                  .map(person -> Reply.ok(PeopleJson.token(person, token)));
            });
  }

  /** A change of the people that is written at once. */
  @FunctionalInterface
  private interface Keeping<T> {
    Outcome<T> keep() throws IOException;
  }

  private static <T> Outcome<T> kept(Keeping<T> keeping) {
    try {
      return keeping.keep();
    } catch (IOException failed) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE, "The tokens cannot be written: the disk is full or failed");
    }
  }
}
