package bandstand.service;

import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.framework;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that made an inspection is known whatever id its request comes under again. */
class KnownKeysTest {
  private static final InspectionId BEFORE = new InspectionId("s-2026-11-22");
  private static final InspectionId AFTER = new InspectionId("s-2026-11-23");
  private static final Once ONCE = new Once("k", "d".repeat(64));

  @TempDir private Path data;

  private static Outcome<Taken> made(Team team, InspectionId id, Person by, Once once) {
    return team.inspections.create(
        id,
        framework(),
        by,
        Optional.of(once),
        LifeDrafts.create(framework(), Map.of(Inspection.SERVICE, "S")));
  }

  @Test
  void anotherIdUnderTheSameKeyIsTheSameInspectionAlsoAfterARestart() throws IOException {
    try (Team team = new Team(data)) {
      done(made(team, BEFORE, LEAD, ONCE));
      assertEquals(BEFORE, done(made(team, AFTER, LEAD, ONCE)).after().state().id());
    }
    try (Team team = new Team(data)) {
      assertEquals(BEFORE, done(made(team, AFTER, LEAD, ONCE)).after().state().id());
      assertEquals(
          "key-reused",
          refused(made(team, AFTER, LEAD, new Once("k", "e".repeat(64))))
              .faults()
              .getFirst()
              .code());
      assertEquals(AFTER, done(made(team, AFTER, NIA, ONCE)).after().state().id());
    }
  }

  @Test
  void aKeyIsForgottenAfterADay() throws IOException {
    try (Team team = new Team(data)) {
      done(made(team, BEFORE, LEAD, ONCE));
      team.now.updateAndGet(now -> now.plus(Duration.ofHours(24)));
      assertEquals(BEFORE, done(made(team, AFTER, LEAD, ONCE)).after().state().id());
      team.now.updateAndGet(now -> now.plusSeconds(1));
      assertEquals(AFTER, done(made(team, AFTER, LEAD, ONCE)).after().state().id());
    }
  }

  @Test
  void ofManyAtOnceOneIsMade() throws Exception {
    try (Team team = new Team(data);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<InspectionId>> all =
          IntStream.range(0, 50)
              .<Callable<InspectionId>>mapToObj(
                  number ->
                      () ->
                          done(made(team, new InspectionId("i-" + number), LEAD, ONCE))
                              .after()
                              .state()
                              .id())
              .toList();
      for (Future<InspectionId> one : pool.invokeAll(all)) {
        one.get();
      }
      assertEquals(1, team.inspections.ids().size());
    }
  }

  @Test
  void ofManyThatChangeNothingOneIsAnsweredAndTheOthersRepeatIt() throws IOException {
    try (Team team = new Team(data).with(Team.ID, 1)) {
      Draft nothing = LifeDrafts.restore(Precondition.NONE);
      Taken first = done(team.inspections.write(Team.ID, LEAD, Optional.of(ONCE), nothing));
      assertEquals(Optional.empty(), first.repeats());
      Taken again = done(team.inspections.write(Team.ID, LEAD, Optional.of(ONCE), nothing));
      assertEquals(Optional.of(2L), again.repeats().map(Earlier::revision));
    }
  }
}
