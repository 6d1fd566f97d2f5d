package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.People;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Who comes in: this host only, no web page, and a token with the role the route needs. */
final class Guard {
  /** Bad tokens a minute before further ones are turned away unread; a good one never is. */
  static final int ATTEMPTS = 100;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String BEARER = "Bearer ";

  private final People people;
  private final LongSupplier nanos;
  private final Deque<Long> failures = new ArrayDeque<>(ATTEMPTS);

  /**
   * A guard who has seen nobody yet.
   *
   * @param nanos a clock that never jumps, as {@link System#nanoTime}: a minute is a minute
   *     whatever the day's clock is set to
   */
  Guard(People people, LongSupplier nanos) {
    this.people = people;
    this.nanos = nanos;
  }

  /** Refuses a name that is not this host's own address (DNS rebinding), and any web page. */
  static Optional<Problem> foreign(
      Optional<String> host, Optional<String> origin, boolean bySocket) {
    if (origin.isPresent()) {
      return Optional.of(
          Problem.of(Problem.Kind.FORBIDDEN, "No web page may call this daemon (Origin)"));
    }
    boolean own = bySocket || host.map(Guard::isLoopback).orElse(false);
    return own
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                Problem.Kind.FORBIDDEN, "The Host header must be 127.0.0.1, [::1] or localhost"));
  }

  private static boolean isLoopback(String host) {
    String name = host.replaceFirst(":[0-9]{1,5}$", "");
    if (name.equalsIgnoreCase("localhost") || name.equals("[::1]")) {
      return true;
    }
    String[] numbers = name.split("\\.", -1);
    boolean address = numbers.length == 4 && numbers[0].equals("127");
    for (String number : numbers) {
      address &= number.matches("[0-9]{1,3}") && Integer.parseInt(number) <= 255;
    }
    return address;
  }

  Outcome<Person> admit(Optional<String> authorization, Role needed) {
    Optional<Person> person = bearer(authorization);
    if (person.isPresent()) {
      return person.get().role().isAtLeast(needed)
          ? Outcome.done(person.get())
          : Outcome.refused(
              Problem.Kind.FORBIDDEN,
              "This needs the role %s; yours is %s"
                  .formatted(needed.word(), person.get().role().word()));
    }
    if (authorization.isPresent() && tooManyFailures()) {
      return Outcome.refused(
          Problem.Kind.TOO_MANY, "Too many bad tokens; wait a minute, a good one still works");
    }
    return Outcome.refused(
        Problem.Kind.UNAUTHORIZED,
        authorization.isPresent()
            ? "The token is not known; see Authorization: Bearer in the README"
            : "Send the token as Authorization: Bearer TOKEN");
  }

  /** Whether what admitted this person would do so still: neither token nor role has changed. */
  boolean admits(Optional<String> authorization, Person person) {
    return bearer(authorization).equals(Optional.of(person));
  }

  private Optional<Person> bearer(Optional<String> authorization) {
    return authorization
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .flatMap(people::holder);
  }

  private synchronized boolean tooManyFailures() {
    long now = nanos.getAsLong();
    while (!failures.isEmpty() && now - failures.getFirst() > MINUTE) {
      failures.removeFirst();
    }
    if (failures.size() >= ATTEMPTS) {
      return true;
    }
    failures.addLast(now);
    return false;
  }
}
