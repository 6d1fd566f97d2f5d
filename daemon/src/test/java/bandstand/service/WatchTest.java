package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.TOM;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.journal.MemoryDisk;
import bandstand.rating.Ratings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watcher is told everything, in order, or that it was not. */
class WatchTest {
  private static final long PATIENCE_SECONDS = 10;

  @TempDir Path data;

  private Team team;
  private int changes;

  @BeforeEach
  void open() throws IOException {
    team = new Team(data, new MemoryDisk(1)::open).with(ID, 1);
  }

  @AfterEach
  void close() throws IOException {
    team.close();
  }

  private Watch watch() {
    return team.watch(published -> published.recorded().inspection().equals(ID));
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      done(team.says(NIA, "C1", "2.1.1", Answer.values()[changes++ % 2]));
    }
  }

  /** The next so many changes. */
  private static List<Published> told(Watch watch, int count) throws InterruptedException {
    List<Published> told = new ArrayList<>();
    while (told.size() < count) {
      List<Published> next =
          assertInstanceOf(Watch.Told.Happened.class, watch.next(PATIENCE_SECONDS)).changes();
      assertFalse(next.isEmpty(), "only " + told.size());
      assertTrue(next.size() <= Watch.TOGETHER, "what can be held back no longer");
      told.addAll(next);
    }
    return told;
  }

  private static List<Long> revisions(Watch watch, int count) throws InterruptedException {
    return told(watch, count).stream().map(change -> change.recorded().revision()).toList();
  }

  /** Who watches after an answer begins with what was answered. */
  @Test
  void watchersAreToldBeforeTheWriterIsAnswered() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    List<Boolean> answeredWhenTold = new CopyOnWriteArrayList<>();
    try (Watch _ = team.watch(_ -> answeredWhenTold.add(comes(answered)))) {
      change(1);
      answered.countDown();
    }
    assertEquals(List.of(false), answeredWhenTold);
  }

  /** Whether it came while the writer was held up for a moment. */
  private static boolean comes(CountDownLatch latch) {
    try {
      return latch.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void itIsToldEveryChangeFromItsBeginningInOrder() throws InterruptedException {
    change(3);
    Watch watch = watch();
    change(100);
    assertEquals(LongStream.rangeClosed(6, 105).boxed().toList(), revisions(watch, 100));
    assertEquals(new Watch.Told.Happened(List.of()), watch.next(0));
  }

  @Test
  void itIsToldTheRatingsOnBothSidesOfAChange() throws InterruptedException {
    Watch watch = watch();
    change(2);
    List<Published> both = told(watch, 2);
    Published first = both.getFirst();
    Published second = both.getLast();
    assertEquals(first.after(), second.before());
    assertEquals(first.sequence() + 1, second.sequence());
  }

  @Test
  void itIsNotToldWhatItDoesNotWant() throws InterruptedException {
    Watch watch = watch();
    team.with(new InspectionId("other"), 3);
    change(1);
    assertEquals(List.of(3L), revisions(watch, 1));
  }

  @Test
  void oneThatDoesNotListenIsToldThatItFellBehindAndSlowsNobody() throws InterruptedException {
    Watch deaf = watch();
    Watch listening = watch();
    change(Watch.BEHIND);
    assertEquals(2, team.inspections.hub().size());
    assertEquals(
        LongStream.range(3, 3 + Watch.BEHIND).boxed().toList(), revisions(listening, Watch.BEHIND));
    change(1);
    assertEquals(List.of(3L + Watch.BEHIND), revisions(listening, 1));
    Eventually.until(() -> team.inspections.hub().size() == 1);
    assertInstanceOf(Watch.Told.FellBehind.class, deaf.next(PATIENCE_SECONDS));
  }

  /** Imports are few and large: what they hold counts, not how many they are. */
  @Test
  void theEditsThatMayWaitAreLimitedTooButNeverThoseOfOneChange() throws InterruptedException {
    Hub hub = new Hub(0, Map.of());
    Watch watch = hub.watch(published -> true);
    Edit edit = new Edit.ToDetail("notes", Optional.empty(), Optional.of("n"));
    hub.tell(List.of(published(1, Collections.nCopies(Watch.BEHIND_EDITS + 1, edit))));
    assertEquals(List.of(1L), revisions(watch, 1));
    hub.tell(List.of(published(2, Collections.nCopies(Watch.BEHIND_EDITS, edit))));
    hub.tell(List.of(published(3, List.of(edit))));
    assertInstanceOf(Watch.Told.FellBehind.class, watch.next(PATIENCE_SECONDS));
  }

  private Published published(long revision, List<Edit> edits) {
    Recorded recorded =
        new Recorded(ID, revision, "nia", Instant.EPOCH, Change.of(Change.Kind.DETAILS, edits));
    Ratings ratings = team.snapshot().ratings();
    return new Published(revision, recorded, ratings, ratings, false);
  }

  @Test
  void itBeginsAtASequenceWithEveryRevisionInSight() {
    team.with(new InspectionId("other"), 3);
    Watch watch = watch();
    long sequence = team.inspections.sequence();
    assertEquals(sequence, watch.since().sequence());
    assertEquals(Map.of(ID, 2L, new InspectionId("other"), 4L), watch.since().revisions());
  }

  @Test
  void anEndIsToldToThoseWhoWaitAndToThoseWhoCome() throws InterruptedException {
    Watch before = watch();
    change(2);
    team.inspections.hub().stop();
    assertInstanceOf(Watch.Told.Stopped.class, before.next(PATIENCE_SECONDS));
    assertInstanceOf(Watch.Told.Stopped.class, watch().next(PATIENCE_SECONDS));
  }

  @Test
  void whoeverLeavesIsForgotten() {
    Watch watch = watch();
    assertEquals(1, team.inspections.hub().size());
    watch.close();
    assertEquals(0, team.inspections.hub().size());
  }

  @Test
  void thereIsALimitToThemAndToThoseOfOnePerson() {
    Hub hub = team.inspections.hub();
    List<Hub.Seat> seats = new ArrayList<>();
    for (int i = 0; i < Hub.OF_ONE_PERSON; i++) {
      seats.add(done(hub.admit(NIA)));
    }
    Problem own = refused(hub.admit(NIA));
    assertEquals(Problem.Kind.UNAVAILABLE, own.kind());
    assertEquals(
        "nia has 500 event streams open, the most one person may; close some and try again",
        own.detail());
    for (int i = Hub.OF_ONE_PERSON; i < Hub.WATCHERS; i++) {
      seats.add(done(hub.admit(TOM)));
    }
    Problem all = refused(hub.admit(LEAD));
    assertEquals(Problem.Kind.UNAVAILABLE, all.kind());
    assertEquals(
        "There are 1000 event streams, the most there may be; close some and try again",
        all.detail());
    seats.getFirst().close();
    seats.getFirst().close();
    done(hub.admit(LEAD));
    refused(hub.admit(LEAD));
  }
}
