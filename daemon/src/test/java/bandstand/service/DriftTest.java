package bandstand.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of the wall beside the one that only ever goes on. */
class DriftTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # passed, shown, set by
          PT1M,     PT1M,    ''
          PT1M,     PT90S,   ''
          PT1M,     PT20S,   ''
          PT1M,     PT-23H,  PT-23H-1M
          PT1M,     PT-59M,  PT-1H
          PT1S,     PT8H,    ''
          PT1M,     P3653D,  P3652DT23H59M
          """)
  void onlyAClockThatWasSetIsTold(Duration passed, Duration shown, String set) {
    Drift drift = new Drift(START, 5);
    Optional<Duration> told = drift.since(START.plus(shown), 5 + passed.toNanos());
    assertEquals(Optional.of(set).filter(text -> !text.isEmpty()).map(Duration::parse), told);
    Instant next = START.plus(shown).plus(passed);
    assertEquals(Optional.empty(), drift.since(next, 5 + 2 * passed.toNanos()), "once");
  }
}
