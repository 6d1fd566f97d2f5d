package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.journal.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes between somebody's asking for an erasure and the writer's meeting it. */
class ErasureMeanwhileTest {
  private static final Reference NAME = new Reference("Qzxcase17");

  @TempDir Path folder;

  private Draft prepared(Team team) {
    return EraseDraft.of(
        team.inspections.history(),
        team.snapshot(),
        Optional.of(NAME),
        "asked for",
        Precondition.NONE);
  }

  private static Alert alert(Optional<Reference> subject) {
    return new Alert(
        1,
        subject,
        "Qzxcase-risk",
        "organisation",
        "role",
        "2026-11-01",
        Alert.Status.RAISED,
        "",
        "nia");
  }

  /** The next start, without files at rest, finds what memory holds, and nobody finds the name. */
  private void ended(Team team, Path data) throws IOException {
    String memory = Team.text(team.snapshot());
    Path copy = Team.killed(data, Files.createTempDirectory(folder, "next").resolve("data"));
    for (Path file : Team.atRest(copy)) {
      Files.delete(file);
    }
    assertEquals(List.of(), Grep.files(copy, "Qzxcase"));
    try (Team next = new Team(copy)) {
      assertEquals(memory, Team.text(next.snapshot()));
      assertInstanceOf(
          Verification.Sound.class, next.inspections.history().verify(next.snapshot()));
    }
  }

  private Team filled(Path data) throws IOException {
    Team team = new Team(data).with(ID, 2);
    done(team.write(ID, NIA, AlertDrafts.raise(alert(Optional.empty()), Precondition.NONE)));
    done(team.write(ID, LEAD, Team.caseOf(NAME.text())));
    return team;
  }

  @Test
  void whatIsSaidOfItMeanwhileGoesToo() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(data)) {
      Draft erasure = prepared(team);
      done(team.says(NIA, NAME.text(), "2.1.1", Answer.YES));
      done(team.says(NIA, "C1", "2.1.1", Answer.NO));
      done(
          team.write(
              ID,
              LEAD,
              CaseDrafts.remove(new Reference("C2"), "about Qzxcase17 too", Precondition.NONE)));
      done(team.undoes(LEAD));
      done(team.write(ID, LEAD, erasure));
      assertEquals(Optional.of(Answer.YES), team.standing("erased-1", "2.1.1"));
    }
    try (Team team = new Team(data)) {
      assertTrue(team.snapshot().state().file(NAME).isEmpty());
    }
  }

  @Test
  void anAlertThatComesToBeAboutItMeanwhileGoesFromItsFirstWordOn() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(data)) {
      Draft erasure = prepared(team);
      done(
          team.write(
              ID,
              NIA,
              AlertDrafts.change(1, before -> alert(Optional.of(NAME)), Precondition.NONE)));
      done(team.write(ID, LEAD, erasure));
      done(new Erasures(team.inspections).erase(ID, LEAD, ref("C1"), "too", Precondition.NONE));
      ended(team, data);
    }
  }

  private static Reference ref(String text) {
    return new Reference(text);
  }

  @Test
  void anotherErasureMeanwhileIsFoundAndTheSameOneFindsNothing() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(data)) {
      Draft erasure = prepared(team);
      Draft same = prepared(team);
      Erasures erasures = new Erasures(team.inspections);
      done(erasures.erase(ID, LEAD, ref("C1"), "asked for", Precondition.NONE));
      done(
          team.write(
              ID,
              NIA,
              AlertDrafts.change(1, before -> alert(Optional.of(NAME)), Precondition.NONE)));
      done(team.write(ID, LEAD, erasure));
      assertEquals(Problem.Kind.NOT_FOUND, refused(team.write(ID, LEAD, same)).kind());
      done(erasures.erase(ID, LEAD, ref("C2"), "asked for", Precondition.NONE));
      assertEquals(3, team.inspections.ledger().all().rows().size());
      ended(team, data);
    }
  }

  @Test
  void aReaderOfAnErasureThatIsErasedMeanwhileIsToldThatItIsGone() throws IOException {
    try (Team team = filled(folder.resolve("data"))) {
      Erasures erasures = new Erasures(team.inspections);
      done(erasures.erase(ID, LEAD, NAME, "asked for", Precondition.NONE));
      Snapshot before = team.snapshot();
      done(
          team.write(
              ID,
              LEAD,
              LifeDrafts.describe(
                  Map.of("retainUntil", Optional.of("2020-01-31")), Precondition.NONE)));
      done(erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE));
      assertEquals(
          Problem.Kind.ERASED, refused(team.inspections.history().stateAt(before, 3)).kind());
      assertEquals(2, team.inspections.ledger().all().rows().size());
    }
  }

  @Test
  void erasuresAndWritesAtTheSameTimeLeaveWhatTheNextStartFinds() throws Exception {
    Path data = folder.resolve("data");
    int cases = 6;
    try (Team team = new Team(data).with(ID, cases)) {
      for (int i = 1; i <= cases; i++) {
        done(team.write(ID, LEAD, Team.caseOf("Qzxcase" + i)));
      }
      List<Callable<Object>> all = new ArrayList<>();
      Erasures erasures = new Erasures(team.inspections);
      for (int i = 1; i <= cases; i++) {
        Reference name = ref("Qzxcase" + i);
        String other = "C" + i;
        all.add(() -> erasures.erase(ID, LEAD, name, "asked for", Precondition.NONE));
        all.add(() -> erasures.erase(ID, LEAD, name, "asked for", Precondition.NONE));
        for (Answer answer : Answer.values()) {
          all.add(() -> team.says(NIA, name.text(), "2.1.1", answer));
          all.add(() -> team.says(NIA, other, "2.1.1", answer));
        }
      }
      try (var pool = Executors.newFixedThreadPool(8)) {
        for (Future<Object> each : pool.invokeAll(all)) {
          each.get();
        }
      } catch (ExecutionException failed) {
        throw new AssertionError(failed);
      }
      assertEquals(cases, team.inspections.ledger().all().rows().size());
      for (int i = 1; i <= cases; i++) {
        assertTrue(team.snapshot().state().file(ref("erased-" + i)).isPresent());
      }
      assertEquals(Optional.empty(), team.inspections.unwritable());
      ended(team, data);
    }
  }

  /** A wish made out of one inspection's state, which makes another. */
  private record Copying(Source from) implements Draft {
    @Override
    public Optional<Source> source() {
      return Optional.of(from);
    }

    @Override
    public Outcome<Change> against(Moment moment) {
      return LifeDrafts.create(Team.framework(), Map.of("service", "S")).against(moment);
    }
  }

  @Test
  void whatIsMadeOutOfAnInspectionThatChangedMeanwhileIsRefused() throws IOException {
    InspectionId other = new InspectionId("other");
    try (Team team = filled(folder.resolve("data"))) {
      Draft copy = new Copying(new Draft.Source(ID, team.revision()));
      done(new Erasures(team.inspections).erase(ID, LEAD, NAME, "asked for", Precondition.NONE));
      Problem problem =
          refused(team.inspections.create(other, Team.framework(), LEAD, Optional.empty(), copy));
      assertEquals(Problem.Kind.CONFLICT, problem.kind());
      assertTrue(problem.detail().contains("changed meanwhile"), problem.detail());
      assertTrue(team.inspections.evenDeleted(other).isEmpty());
      Draft now = new Copying(new Draft.Source(ID, team.revision()));
      done(team.inspections.create(other, Team.framework(), LEAD, Optional.empty(), now));
    }
  }
}
