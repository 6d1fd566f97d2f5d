package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.journal.Fate;
import bandstand.journal.MemoryDisk;
import bandstand.journal.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of wishes when the disk is slow, full or broken. */
class FullDiskTest {
  @TempDir Path data;

  private MemoryDisk disk;
  private Team team;

  @BeforeEach
  void open() throws IOException {
    disk = new MemoryDisk(7);
    team = new Team(data, disk::open).with(ID, 1);
  }

  @AfterEach
  void close() throws IOException {
    team.close();
  }

  @Test
  void withoutSpaceAWishIsRefusedReadsGoOnAndLaterWishesAreTakenAgain() throws IOException {
    Watch watch = team.watch(published -> true);
    disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    Problem problem = refused(team.says(NIA, "C1", "2.1.1", Answer.YES));
    assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
    assertTrue(problem.detail().contains("full"), problem.detail());
    assertTrue(team.inspections.unwritable().orElseThrow().contains("space"));
    assertEquals(2, team.revision());
    assertEquals(Optional.empty(), team.standing("C1", "2.1.1"));
    assertEquals(Optional.empty(), done(team.inspections.preview(ID, NIA, same())).recorded());

    disk.fates((number, operation) -> Fate.DONE);
    assertEquals(3, done(team.says(NIA, "C1", "2.1.1", Answer.NO)).after().state().revision());
    assertEquals(Optional.empty(), team.inspections.unwritable());
    assertEquals(
        3,
        assertInstanceOf(Watch.Told.Happened.class, told(watch))
            .changes()
            .getFirst()
            .recorded()
            .revision(),
        "nobody was told of the other");
    sound();
  }

  private static Draft same() {
    return Team.caseOf("C1");
  }

  private static Watch.Told told(Watch watch) {
    try {
      return watch.next(10);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void sound() {
    assertInstanceOf(Verification.Sound.class, team.inspections.history().verify(team.snapshot()));
  }

  @Test
  void whoeverLooksFindsThatThereIsSpaceAgain() {
    disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    refused(team.says(NIA, "C1", "2.1.1", Answer.YES));
    team.inspections.keeper().look();
    assertTrue(team.inspections.unwritable().isPresent(), "there is none yet");
    disk.fates((number, operation) -> Fate.DONE);
    team.inspections.keeper().look();
    assertEquals(Optional.empty(), team.inspections.unwritable(), "nobody had to write");
  }

  @Test
  void aFullDiskAtTheStartServesReads() throws IOException {
    team.close();
    disk.usableBytes(0);
    disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    try (Team again = new Team(data, disk::open)) {
      assertEquals(2, again.revision());
      assertEquals(
          Problem.Kind.UNAVAILABLE, refused(again.says(NIA, "C1", "2.1.1", Answer.YES)).kind());
      assertTrue(again.inspections.unwritable().isPresent());
    }
  }

  @Test
  void afterAForceThatFailedNothingIsTakenUntilTheNextStart() throws IOException {
    disk.fates(
        (number, operation) -> operation.equals("force") ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    assertEquals(
        Problem.Kind.UNAVAILABLE, refused(team.says(NIA, "C1", "2.1.1", Answer.YES)).kind());
    disk.fates((number, operation) -> Fate.DONE);
    assertEquals(
        Problem.Kind.UNAVAILABLE, refused(team.says(NIA, "C1", "2.1.1", Answer.YES)).kind());
    assertTrue(team.inspections.unwritable().orElseThrow().contains("disk failed"));
    assertEquals(2, team.revision());
    try (Team after = new Team(data, disk.afterPowerLoss()::open)) {
      done(after.says(NIA, "C1", "2.1.2", Answer.YES));
      assertEquals(Optional.of(Answer.YES), after.standing("C1", "2.1.2"));
    }
  }

  @Test
  void whereverThePowerGoesWhatWasAcknowledgedIsThere() throws IOException {
    for (int last = 1; last < 40; last++) {
      MemoryDisk failing = new MemoryDisk(last);
      Path folder = data.resolve("p" + last);
      Team working = new Team(folder, failing::open).with(ID, 1);
      int limit = last;
      failing.fates((number, operation) -> number == limit ? Fate.POWER_LOST : Fate.DONE);
      int acknowledged = 0;
      for (int i = 0; i < 30; i++) {
        Answer answer = Answer.values()[i % 2];
        if (working.says(NIA, "C1", "2.1.1", answer) instanceof Outcome.Done) {
          acknowledged++;
        }
      }
      assertTrue(acknowledged < 30, "the power went");
      try (Team after = new Team(folder, failing.afterPowerLoss()::open)) {
        long found = after.revision() - 2;
        assertTrue(
            found == acknowledged || found == acknowledged + 1,
            "%d acknowledged, %d found, power gone at %d".formatted(acknowledged, found, last));
      }
    }
  }

  /** While a force is under way, wishes gather; the next force takes all of them. */
  @Test
  void whatWaitsWhileTheDiskIsBusyIsForcedTogetherAndSeenByNobodyBefore() throws Exception {
    int writers = 16;
    for (int i = 2; i <= writers; i++) {
      done(team.write(ID, NIA, Team.caseOf("C" + i)));
    }
    long before = team.revision();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    AtomicInteger forces = new AtomicInteger();
    disk.fates(
        (number, operation) -> {
          if (operation.equals("force") && forces.incrementAndGet() == 1) {
            busy.countDown();
            await(free);
          }
          return Fate.DONE;
        });
    try (var pool = Executors.newFixedThreadPool(writers)) {
      List<Future<Long>> revisions = new ArrayList<>();
      revisions.add(pool.submit(() -> revisionOf("C1")));
      busy.await();
      List<Thread> waiting = new ArrayList<>();
      for (int i = 2; i <= writers; i++) {
        String reference = "C" + i;
        CountDownLatch begun = new CountDownLatch(1);
        revisions.add(
            pool.submit(
                () -> {
                  waiting.add(Thread.currentThread());
                  begun.countDown();
                  return revisionOf(reference);
                }));
        begun.await();
      }
      Eventually.until(
          () -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
      assertEquals(before, team.revision(), "nothing is seen before it is on disk");
      free.countDown();
      for (Future<Long> each : revisions) {
        assertTrue(each.get() > before);
      }
    }
    assertEquals(2, forces.get(), "one for the first, one for the fifteen others");
    assertEquals(before + writers, team.revision());
    sound();
  }

  private long revisionOf(String reference) {
    return done(team.says(NIA, reference, "2.1.1", Answer.YES)).after().state().revision();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
