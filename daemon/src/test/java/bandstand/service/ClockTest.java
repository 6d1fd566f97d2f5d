package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.TOM;
import static bandstand.service.Team.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Answer;
import bandstand.inspection.Once;
import bandstand.inspection.Reference;
import bandstand.journal.Verification;
import bandstand.store.Noted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came first is a matter of revisions, whatever the clock says. */
class ClockTest {
  @TempDir Path data;
  @TempDir Path copies;

  @Test
  void aClockSetBackADayChangesNoOrder() throws Exception {
    jump(Instant.parse("2026-11-22T10:00:00Z"), Duration.ofDays(-1));
  }

  @Test
  void aClockTenYearsAheadAndBackChangesNoOrder() throws Exception {
    jump(Instant.parse("2026-11-22T10:00:00Z"), Duration.ofDays(3653));
  }

  /** From 01:59:59 summer time to 01:00:00, on the clock of the wall. */
  @Test
  void theHourThatComesTwiceInOctoberChangesNoOrder() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
      jump(Instant.parse("2026-10-25T00:59:59Z"), Duration.ofSeconds(1));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** As a computer does that keeps its hardware clock in local time. */
  @Test
  void anHourTakenBackInOctoberChangesNoOrder() throws Exception {
    jump(Instant.parse("2026-10-25T00:59:59Z"), Duration.ofHours(-1));
  }

  private void jump(Instant start, Duration jump) throws IOException, InterruptedException {
    try (Team team = new Team(data)) {
      team.now.set(start);
      team.with(ID, 2);
      Watch watch = team.watch(published -> true);
      done(team.says(NIA, "C1", "2.1.1", Answer.YES));
      team.now.set(start.plus(jump));
      done(team.says(TOM, "C1", "2.1.1", Answer.NO));
      done(team.says(NIA, "C2", "2.1.1", Answer.NO));
      team.now.set(start);
      done(team.says(NIA, "C2", "2.1.1", Answer.NA));
      done(team.undoes(NIA));
      assertOrder(team, start, jump);
      assertEquals(List.of(4L, 5L, 6L, 7L, 8L), told(watch, 5));
      try (Team killed = new Team(Team.killed(data, copies.resolve("killed")))) {
        assertOrder(killed, start, jump);
        assertEquals(Team.text(team.snapshot()), Team.text(killed.snapshot()));
      }
    }
    try (Team stopped = new Team(data)) {
      assertOrder(stopped, start, jump);
      assertEquals(List.of(), stopped.replayed, "all of it was filed");
    }
  }

  private static void assertOrder(Team team, Instant start, Duration jump) {
    Instant there = start.plus(jump);
    assertEquals(Optional.of(Answer.NO), team.standing("C1", "2.1.1"), "the later of the two");
    assertEquals(Optional.of(Answer.NO), team.standing("C2", "2.1.1"), "the last was taken back");
    List<Noted> lines = team.snapshot().history();
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), lines.stream().map(Noted::revision).toList());
    assertEquals(
        List.of(start, start, start, start, there, there, start, start),
        lines.stream().map(Noted::at).toList(),
        "each says what the clock said");
    assertEquals(
        Optional.of(Answer.YES),
        Team.done(team.inspections.history().stateAt(team.snapshot(), 4))
            .file(new Reference("C1"))
            .flatMap(file -> file.answer(Code.of("2.1.1"))));
    assertInstanceOf(Verification.Sound.class, team.inspections.history().verify(team.snapshot()));
  }

  private static List<Long> told(Watch watch, int count) throws InterruptedException {
    List<Long> revisions = new ArrayList<>();
    while (revisions.size() < count) {
      assertInstanceOf(Watch.Told.Happened.class, watch.next(10))
          .changes()
          .forEach(change -> revisions.add(change.recorded().revision()));
    }
    return revisions;
  }

  @Test
  void aRequestIsKnownAgainThoughTheClockWasWrongInBetween() throws IOException {
    Once once = new Once("k", "d".repeat(64));
    try (Team team = new Team(data).with(ID, 1)) {
      Instant start = team.now.get();
      done(yes(team, once));
      team.now.set(start.minus(Repeats.REMEMBERED).minusSeconds(1));
      for (int i = 1; i < Repeats.OLDER_IN_A_ROW; i++) {
        done(team.says(NIA, "C1", "2.1.2", Answer.values()[i % 2]));
      }
      team.now.set(start);
      long before = team.revision();
      assertEquals(Optional.of(3L), done(yes(team, once)).repeats().map(Earlier::revision));
      assertEquals(before, team.revision());
    }
  }

  private static Outcome<Taken> yes(Team team, Once once) {
    return team.inspections.write(
        ID, LEAD, Optional.of(once), Team.answer("C1", "2.1.1", Answer.YES));
  }
}
