package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.journal.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionsTest {
  private static final int WRITERS = 16;
  private static final int ANSWERS = 60;

  @TempDir Path data;
  @TempDir Path copies;

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  @Test
  void whatIsAcknowledgedIsThereAfterAKill() throws IOException {
    try (Team team = new Team(data).with(ID, 2)) {
      done(team.says(NIA, "C1", "2.1.1", Answer.YES));
      done(team.says(LEAD, "C2", "2.1.1", Answer.NO));
      try (Team after = new Team(Team.killed(data, copies.resolve("a")))) {
        assertEquals(Team.text(team.snapshot()), Team.text(after.snapshot()));
        assertEquals(5, after.revision());
      }
    }
  }

  @Test
  void whatAlreadyStandsUsesNoRevisionAndWritesNothing() throws IOException {
    try (Team team = new Team(data).with(ID, 1)) {
      done(team.says(NIA, "C1", "2.1.1", Answer.YES));
      long before = bytes(data.resolve("journal"));
      Taken again = done(team.says(LEAD, "C1", "2.1.1", Answer.YES));
      assertEquals(Optional.empty(), again.recorded());
      assertEquals(3, again.after().state().revision());
      assertEquals(before, bytes(data.resolve("journal")));
      assertEquals(
          "nia",
          team.snapshot()
              .state()
              .given(Optional.of(new Reference("C1")), Code.of("2.1.1"))
              .orElseThrow()
              .by());
    }
  }

  @Test
  void aRefusalChangesNothing() throws IOException {
    try (Team team = new Team(data).with(ID, 1)) {
      long before = bytes(data.resolve("journal"));
      assertEquals(
          Problem.Kind.NOT_FOUND, refused(team.says(NIA, "C9", "2.1.1", Answer.YES)).kind());
      assertEquals(Problem.Kind.CONFLICT, refused(team.create(ID)).kind());
      assertEquals(
          Problem.Kind.NOT_FOUND,
          refused(team.write(new InspectionId("none"), NIA, Team.answer("C1", "2.1.1", Answer.YES)))
              .kind());
      assertEquals(before, bytes(data.resolve("journal")));
      assertEquals(2, team.revision());
    }
  }

  @Test
  void aFaultInOneWishStopsNoOther() throws IOException {
    try (Team team = new Team(data).with(ID, 1)) {
      Draft faulty =
          moment -> {
            throw new IllegalStateException("a fault");
          };
      assertEquals(Problem.Kind.INTERNAL, refused(team.write(ID, NIA, faulty)).kind());
      done(team.says(NIA, "C1", "2.1.1", Answer.YES));
      assertEquals(3, team.revision());
    }
  }

  /** Sixteen people at once, each in a case of their own, and all of them in one more. */
  @Test
  void ofManyWritersAtOnceEveryAcknowledgedChangeIsThereAfterAKill() throws Exception {
    try (Team team = new Team(data).with(ID, WRITERS + 1)) {
      Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
      List<Long> revisions = new ArrayList<>();
      try (var writers = Executors.newFixedThreadPool(WRITERS)) {
        List<Future<List<Long>>> all = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
          String own = "C" + i;
          all.add(writers.submit(() -> write(team, own, acknowledged)));
        }
        for (Future<List<Long>> each : all) {
          revisions.addAll(each.get());
        }
      }
      assertEquals(new TreeSet<>(revisions).size(), revisions.size(), "no revision twice");
      assertEquals(WRITERS + 2 + revisions.size(), team.revision(), "and none left out");

      try (Team after = new Team(Team.killed(data, copies.resolve("a")))) {
        assertEquals(Team.text(team.snapshot()), Team.text(after.snapshot()));
        acknowledged.forEach(
            (key, answer) -> {
              String[] parts = key.split(" ", -1);
              assertEquals(Optional.of(answer), after.standing(parts[0], parts[1]), key);
            });
        assertInstanceOf(
            Verification.Sound.class, after.inspections.history().verify(after.snapshot()));
      }
    }
  }

  private static List<Long> write(Team team, String own, Map<String, Answer> acknowledged) {
    List<String> codes = List.of("2.1.1", "2.1.2", "2.1.3", "2.2.1", "2.2.2");
    List<Long> revisions = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      String code = codes.get(i % codes.size());
      Answer answer = Answer.values()[(i / codes.size()) % Answer.values().length];
      Taken taken = done(team.says(NIA, own, code, answer));
      taken.recorded().ifPresent(recorded -> revisions.add(recorded.revision()));
      assertEquals(
          Optional.of(answer),
          team.standing(own, code),
          "what is acknowledged is seen by the next reader");
      acknowledged.put(own + " " + code, answer);
      done(team.says(LEAD, "C" + (WRITERS + 1), code, answer))
          .recorded()
          .ifPresent(recorded -> revisions.add(recorded.revision()));
    }
    return revisions;
  }

  @Test
  void aPreviewComesToWhatTheWriteDoesAndKeepsNothing() throws IOException {
    try (Team team = new Team(data).with(ID, 1)) {
      Draft draft = Team.answer("C1", "2.1.1", Answer.YES);
      Taken previewed = done(team.inspections.preview(ID, NIA, draft));
      assertEquals(2, team.revision());
      Taken written = done(team.write(ID, NIA, draft));
      assertEquals(written.after().ratings().overall(), previewed.after().ratings().overall());
      assertEquals(Team.text(written.after().state()), Team.text(previewed.after().state()));
    }
  }

  @Test
  void everyPastStateIsMadeAgainFromItsChanges() throws IOException {
    try (Team team = new Team(data).with(ID, 2)) {
      List<String> states = new ArrayList<>();
      for (Answer answer : Answer.values()) {
        done(team.says(NIA, "C1", "2.1.1", answer));
        states.add(Team.text(team.snapshot().state()));
      }
      for (int i = 0; i < states.size(); i++) {
        assertEquals(
            states.get(i),
            Team.text(done(team.inspections.history().stateAt(team.snapshot(), 4 + i))));
      }
    }
  }

  @Test
  void afterTheEndNothingIsTakenAndWhatWaitedWasAnswered() throws IOException {
    Team team = new Team(data).with(ID, 1);
    team.close();
    Outcome<Taken> late = team.says(NIA, "C1", "2.1.1", Answer.YES);
    assertEquals(Problem.Kind.UNAVAILABLE, refused(late).kind());
    assertTrue(refused(late).detail().contains("stopping"));
  }

  @Test
  void aListKnowsWhatIsAtRestWithoutReadingIt() throws IOException {
    InspectionId gone = new InspectionId("gone");
    try (Team team = new Team(data).with(ID, 1).with(gone, 0)) {
      done(team.write(gone, LEAD, LifeDrafts.delete(Precondition.NONE)));
    }
    for (Path file : RestTest.inspectionFiles(data)) {
      Files.delete(file);
    }
    try (Team team = new Team(data)) {
      assertEquals(List.of(ID), team.inspections.ids());
      assertEquals(Map.of(ID, 2L), team.inspections.register().revisions());
      byte[] summary =
          team.inspections.summary(
              ID,
              snapshot -> {
                throw new AssertionError("it is not in memory");
              });
      assertEquals("at 2", new String(summary, StandardCharsets.UTF_8));
      assertEquals(List.of(), team.doubted);
    }
  }
}
