package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.People;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody comes in but this host's own people. */
class GuardTest {

  private static boolean foreign(String host) {
    return Guard.foreign(Optional.of(host), Optional.empty(), false).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:7117",
        "127.255.0.9:1",
        "localhost",
        "LocalHost:65535",
        "[::1]",
        "[::1]:7117"
      })
  void thisHostIsItsLoopbackAddressesAndLocalhost(String host) {
    assertTrue(!foreign(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.evil.com",
        "127.0.0.1.evil.com",
        "127.0.0.1.evil.com:7117",
        "localhost.evil.com",
        "evil.com",
        "evil.com:7117",
        "127.0.0",
        "127.0.0.256",
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:123456",
        "127.0.0.1 ",
        "127.0.0.-1",
        "0127.0.0.1",
        "0x7f.0.0.1",
        "2130706433",
        "0.0.0.0",
        "10.0.0.1",
        "[::]",
        "::1",
        "[::ffff:127.0.0.1]",
        "user@127.0.0.1",
        "",
      })
  void everyOtherNameIsForeignHoweverItBegins(String host) {
    assertTrue(foreign(host), host);
  }

  @Test
  void withoutAHostItIsForeignButNotOnTheSocket() {
    assertTrue(Guard.foreign(Optional.empty(), Optional.empty(), false).isPresent());
    assertTrue(Guard.foreign(Optional.empty(), Optional.empty(), true).isEmpty());
    assertTrue(Guard.foreign(Optional.of("evil.com"), Optional.empty(), true).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:7117", "http://localhost", "null", "https://evil.com"})
  void aWebPageIsForeignWhereverItIsFrom(String origin) {
    for (boolean bySocket : new boolean[] {false, true}) {
      assertTrue(
          Guard.foreign(Optional.of("127.0.0.1"), Optional.of(origin), bySocket).isPresent());
    }
  }

  /** One person, and a clock that stands until it is moved. */
  private static final class Door {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final People people;
    private final Guard guard;
    private final String token;

    Door(Path folder) throws IOException {
      people = People.open(folder.resolve("tokens"), InstantSource.system());
      token = RunningApi.done(people.add(new Person("nia", Role.INSPECTOR), "lead"));
      guard = new Guard(people, nanos::get);
    }

    void passed(Duration time) {
      nanos.addAndGet(time.toNanos());
    }

    Problem.Kind refusal(String authorization, Role needed) {
      return assertInstanceOf(
              Outcome.Refused.class, guard.admit(Optional.of(authorization), needed))
          .problem()
          .kind();
    }
  }

  @Test
  void aTokenOpensWhatItsRoleMayDo(@TempDir Path folder) throws IOException {
    Door door = new Door(folder);
    for (String scheme : new String[] {"Bearer ", "bearer ", "BEARER  "}) {
      assertEquals(
          "nia",
          RunningApi.done(door.guard.admit(Optional.of(scheme + door.token), Role.VIEWER)).name());
    }
    assertEquals(Problem.Kind.FORBIDDEN, door.refusal("Bearer " + door.token, Role.LEAD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic bmlhOnBhc3M=", "Bearer nia", "nia"})
  void whatIsNoTokenOpensNothing(String authorization, @TempDir Path folder) throws IOException {
    assertEquals(Problem.Kind.UNAUTHORIZED, new Door(folder).refusal(authorization, Role.VIEWER));
  }

  @Test
  void pastAHundredBadTokensAMinuteFurtherOnesAreTurnedAwayAndGoodOnesNever(@TempDir Path folder)
      throws IOException {
    Door door = new Door(folder);
    for (int i = 0; i < Guard.ATTEMPTS; i++) {
      assertEquals(Problem.Kind.UNAUTHORIZED, door.refusal("Bearer bad", Role.VIEWER));
    }
    assertEquals(Problem.Kind.TOO_MANY, door.refusal("Bearer bad", Role.VIEWER));
    RunningApi.done(door.guard.admit(Optional.of("Bearer " + door.token), Role.VIEWER));
    door.passed(Duration.ofSeconds(61));
    for (int i = 0; i < Guard.ATTEMPTS; i++) {
      assertEquals(Problem.Kind.UNAUTHORIZED, door.refusal("Bearer bad", Role.VIEWER));
    }
    assertEquals(Problem.Kind.TOO_MANY, door.refusal("Bearer bad", Role.VIEWER));
  }

  @Test
  void whoIsTurnedAwayIsNoFurtherAttemptSoAMinuteEndsIt(@TempDir Path folder) throws IOException {
    Door door = new Door(folder);
    for (int i = 0; i < Guard.ATTEMPTS; i++) {
      door.refusal("Bearer bad", Role.VIEWER);
    }
    for (int second = 0; second < 59; second++) {
      door.passed(Duration.ofSeconds(1));
      assertEquals(Problem.Kind.TOO_MANY, door.refusal("Bearer bad", Role.VIEWER));
    }
    door.passed(Duration.ofSeconds(2));
    assertEquals(Problem.Kind.UNAUTHORIZED, door.refusal("Bearer bad", Role.VIEWER));
  }

  @Test
  void whatWasAdmittedIsSoUntilTokenOrRoleChange(@TempDir Path folder) throws IOException {
    Door door = new Door(folder);
    Person nia = new Person("nia", Role.INSPECTOR);
    Optional<String> shown = Optional.of("Bearer " + door.token);
    assertTrue(door.guard.admits(shown, nia));
    assertFalse(door.guard.admits(shown, new Person("nia", Role.LEAD)));
    assertFalse(door.guard.admits(Optional.of("Bearer other"), nia));
    RunningApi.done(door.people.rotate("nia", People.newToken(), "nia"));
    assertFalse(door.guard.admits(shown, nia));
  }

  @Test
  void askingWithoutATokenIsNoAttempt(@TempDir Path folder) throws IOException {
    Door door = new Door(folder);
    for (int i = 0; i <= 2 * Guard.ATTEMPTS; i++) {
      var outcome = door.guard.admit(Optional.empty(), Role.VIEWER);
      assertEquals(
          Problem.Kind.UNAUTHORIZED,
          assertInstanceOf(Outcome.Refused.class, outcome).problem().kind());
    }
  }
}
