package bandstand.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final Person NIA = new Person("nia", Role.INSPECTOR);
  private static final Person TOM = new Person("tom", Role.INSPECTOR);
  private static final long ALL = 16 * Room.SMALL_BYTES;

  /** Nobody waits in it. */
  private static Room hasty(int processors) {
    return new Room(ALL, processors, Duration.ZERO);
  }

  @Test
  void whatIsSmallHasItsShareWhoeverElseHasAll() {
    Room room = hasty(2);
    Team.done(room.share(NIA, ALL));
    Team.done(room.share(TOM, Room.SMALL_BYTES - 1)).close();
    assertEquals(Problem.Kind.UNAVAILABLE, Team.refused(room.share(TOM, ALL)).kind());
  }

  @Test
  void oneThatWaitedTooLongIsToldThatNothingWasDoneAndWhatToDo() {
    Room room = new Room(ALL, 2, Duration.ofMillis(1));
    Team.done(room.share(NIA, ALL));
    String told = Team.refused(room.share(TOM, Room.SMALL_BYTES)).detail();
    assertTrue(told.endsWith("nothing was done, send it again"), told);
  }

  @Test
  void whatIsLargerThanTheRoomHasAllOfIt() {
    Room room = hasty(2);
    Team.done(room.share(NIA, 100 * ALL)).close();
    Team.done(room.share(TOM, 100 * ALL)).close();
  }

  @Test
  void oneProcessorIsLeftToEverybodyElse() {
    Room two = hasty(2);
    Team.done(two.share(NIA, Room.SMALL_BYTES));
    Team.refused(two.share(TOM, Room.SMALL_BYTES));
    Room four = hasty(4);
    for (int i = 0; i < 3; i++) {
      Team.done(four.share(NIA, Room.SMALL_BYTES));
    }
    Team.refused(four.share(TOM, Room.SMALL_BYTES));
  }

  @Test
  void aPersonHasEightUnderWayAndTheNinthIsToldToComeBack() {
    Room room = hasty(100);
    List<Room.Share> shares = new ArrayList<>();
    for (int i = 0; i < Room.OF_ONE_PERSON; i++) {
      shares.add(Team.done(room.share(NIA, Room.SMALL_BYTES)));
    }
    Problem refused = Team.refused(room.share(NIA, Room.SMALL_BYTES));
    assertEquals("nia has 8 large requests under way; send this one after them", refused.detail());
    Team.done(room.share(TOM, Room.SMALL_BYTES)).close();
    shares.getFirst().close();
    Team.done(room.share(NIA, Room.SMALL_BYTES));
  }

  @Test
  void whoAskedFirstHasItFirst() {
    Room room = new Room(ALL, 100, Duration.ofMinutes(1));
    Room.Share first = Team.done(room.share(NIA, Room.SMALL_BYTES));
    var large = CompletableFuture.supplyAsync(() -> room.share(NIA, ALL));
    Eventually.until(() -> room.waiting() == 1);
    var later = CompletableFuture.supplyAsync(() -> room.share(TOM, Room.SMALL_BYTES));
    Eventually.until(() -> room.waiting() == 2);
    first.close();
    Room.Share had = Team.done(large.join());
    assertEquals(1, room.waiting());
    had.close();
    Team.done(later.join()).close();
  }

  @Test
  void aReaderOfEventsWaitsAsLongAsItTakesAndHearsOfItMeanwhile() throws InterruptedException {
    Room room = hasty(2);
    Room.Share other = Team.done(room.share(NIA, ALL));
    AtomicInteger heard = new AtomicInteger();
    try (Room.Share _ =
        room.share(
            ALL,
            Duration.ofNanos(1),
            () -> {
              if (heard.incrementAndGet() == 3) {
                other.close();
              }
            })) {
      assertEquals(3, heard.get());
      Team.refused(room.share(TOM, ALL));
    }
    Team.done(room.share(TOM, ALL)).close();
  }
}
