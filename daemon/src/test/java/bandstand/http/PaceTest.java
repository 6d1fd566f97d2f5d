package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Pace pace = new Pace(0);

  private Optional<Pace.Slow> at(double seconds) {
    return pace.overdue((long) (seconds * SECOND));
  }

  private static long seconds(double seconds) {
    return (long) (seconds * SECOND);
  }

  @Test
  void betweenRequestsAClientMayTakeItsTime() {
    pace.reads(0);
    assertEquals(Optional.empty(), at(10_000));
    assertEquals(Optional.of(0L), pace.idle());
  }

  @Test
  void aHeadHasTenSecondsHoweverOftenAByteComes() {
    for (int second = 0; second < 10; second++) {
      pace.reads(seconds(second));
      pace.hasRead(1, seconds(second));
    }
    pace.reads(seconds(10));
    assertEquals(Optional.empty(), at(10));
    assertEquals(Optional.of(Pace.Slow.HEAD), at(10.1));
    assertEquals(Optional.empty(), pace.idle());
  }

  @Test
  void aBodyOfFourKibibytesASecondIsNotSlow() {
    head();
    for (int second = 0; second < 100; second++) {
      pace.reads(seconds(second));
      pace.hasRead(4096, seconds(second + 1));
    }
    pace.reads(seconds(100));
    assertEquals(Optional.empty(), at(100));
    assertEquals(Optional.of(Pace.Slow.BODY), at(100.1));
  }

  @Test
  void aBodyIsNotLookedAtForTenSeconds() {
    head();
    pace.reads(0);
    assertEquals(Optional.empty(), at(10));
    assertEquals(Optional.of(Pace.Slow.BODY), at(10.1));
  }

  @Test
  void whatTheDaemonTakesForItselfIsNotTheClients() {
    head();
    pace.reads(0);
    pace.hasRead(100, seconds(1));
    assertEquals(Optional.empty(), at(1000), "nobody waits for the client");
    pace.reads(seconds(1000));
    assertEquals(Optional.empty(), at(1008));
    assertEquals(Optional.of(Pace.Slow.BODY), at(1009.1));
  }

  @Test
  void anAnswerHasThirtySecondsToBeTaken() {
    head();
    pace.writes(seconds(5));
    assertEquals(Optional.empty(), at(35));
    assertEquals(Optional.of(Pace.Slow.REPLY), at(35.1));
    pace.hasWritten();
    assertEquals(Optional.empty(), at(36));
  }

  @Test
  void theNextRequestBeginsAnew() {
    head();
    pace.answered(false, seconds(60));
    pace.reads(seconds(60));
    assertEquals(Optional.of(seconds(60)), pace.idle());
    pace.hasRead(5, seconds(90));
    pace.reads(seconds(90));
    assertEquals(Optional.empty(), at(100));
    assertEquals(Optional.of(Pace.Slow.HEAD), at(100.1));
  }

  @Test
  void aRequestThatCameAlongWithTheLastIsWaitedForFromItsAnswerOn() {
    head();
    pace.answered(true, seconds(60));
    pace.reads(seconds(60));
    assertEquals(Optional.of(Pace.Slow.HEAD), at(70.1));
  }

  private void head() {
    pace.reads(0);
    pace.hasRead(100, 0);
    pace.hasHead();
  }
}
