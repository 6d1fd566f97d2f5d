package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.journal.MemoryDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    return team.inspections.watch(published -> published.recorded().inspection().equals(ID));
  }

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      done(team.says(NIA, "C1", "2.1.1", Answer.values()[changes++ % 2]));
    }
  }

  private static long revision(Watch watch) throws InterruptedException {
    return assertInstanceOf(Watch.Told.Happened.class, watch.next(PATIENCE_SECONDS))
        .published()
        .recorded()
        .revision();
  }

  @Test
  void itIsToldEveryChangeFromItsBeginningInOrder() throws InterruptedException {
    change(3);
    Watch watch = watch();
    change(100);
    List<Long> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      told.add(revision(watch));
    }
    assertEquals(LongStream.rangeClosed(6, 105).boxed().toList(), told);
    assertInstanceOf(Watch.Told.Quiet.class, watch.next(0));
  }

  @Test
  void itIsToldTheRatingsOnBothSidesOfAChange() throws InterruptedException {
    Watch watch = watch();
    change(2);
    Published first =
        assertInstanceOf(Watch.Told.Happened.class, watch.next(PATIENCE_SECONDS)).published();
    Published second =
        assertInstanceOf(Watch.Told.Happened.class, watch.next(PATIENCE_SECONDS)).published();
    assertEquals(first.after(), second.before());
    assertEquals(first.sequence() + 1, second.sequence());
  }

  @Test
  void itIsNotToldWhatItDoesNotWant() throws InterruptedException {
    Watch watch = watch();
    team.with(new InspectionId("other"), 3);
    change(1);
    assertEquals(3, revision(watch));
  }

  @Test
  void oneThatDoesNotListenIsToldThatItFellBehindAndSlowsNobody() throws InterruptedException {
    Watch deaf = watch();
    Watch listening = watch();
    change(Watch.BEHIND);
    assertEquals(2, team.inspections.hub().size());
    for (int i = 0; i < Watch.BEHIND; i++) {
      assertEquals(3 + i, revision(listening));
    }
    change(1);
    assertEquals(1, team.inspections.hub().size(), "it holds nothing any more");
    assertInstanceOf(Watch.Told.FellBehind.class, deaf.next(PATIENCE_SECONDS));
    assertEquals(3 + Watch.BEHIND, revision(listening));
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
  void thereIsALimitToThem() {
    for (int i = 0; i < Hub.WATCHERS; i++) {
      watch();
    }
    assertTrue(team.inspections.hub().full());
  }
}
