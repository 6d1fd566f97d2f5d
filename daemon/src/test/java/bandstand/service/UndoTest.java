package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.TOM;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.journal.MemoryDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking back and bringing back, alone and among others. */
class UndoTest {
  @TempDir Path data;

  private Team team;

  @BeforeEach
  void open() throws IOException {
    team = new Team(data, new MemoryDisk(1)::open).with(ID, 2);
  }

  @AfterEach
  void close() throws IOException {
    team.close();
  }

  private Optional<Answer> standing() {
    return team.standing("C1", "2.1.1");
  }

  private long says(Person by, Answer answer) {
    return done(team.says(by, "C1", "2.1.1", answer)).after().state().revision();
  }

  private static List<Long> conflicts(Outcome<Taken> outcome) {
    Problem problem = refused(outcome);
    assertEquals(Problem.Kind.CONFLICT, problem.kind());
    return problem.conflicts();
  }

  @Test
  void stepByStepBackAndForthAgain() {
    says(NIA, Answer.YES);
    says(NIA, Answer.NO);
    says(NIA, Answer.NA);
    for (Optional<Answer> expected :
        List.of(Optional.of(Answer.NO), Optional.of(Answer.YES), Optional.<Answer>empty())) {
      done(team.undoes(NIA));
      assertEquals(expected, standing());
    }
    assertEquals(List.of(), conflicts(team.undoes(NIA)), "nothing of hers is left");
    for (Answer expected : List.of(Answer.YES, Answer.NO, Answer.NA)) {
      done(team.redoes(NIA));
      assertEquals(Optional.of(expected), standing());
    }
    assertEquals(List.of(), conflicts(team.redoes(NIA)));
    done(team.undoes(NIA));
    assertEquals(Optional.of(Answer.NO), standing(), "what was brought back is taken back");
  }

  @Test
  void anUndoIsOneChangeThatNamesWhatItTakesBack() {
    long revision = says(NIA, Answer.YES);
    Taken taken = done(team.undoes(NIA));
    assertEquals(revision + 1, taken.after().state().revision());
    assertEquals(Optional.of(revision), taken.recorded().orElseThrow().change().of());
    assertEquals("nia", taken.recorded().orElseThrow().by());
  }

  @Test
  void everyoneTakesBackTheirOwnLastChange() {
    done(team.says(NIA, "C1", "2.1.1", Answer.YES));
    done(team.says(TOM, "C2", "2.1.1", Answer.YES));
    done(team.undoes(NIA));
    assertEquals(Optional.empty(), standing());
    assertEquals(Optional.of(Answer.YES), team.standing("C2", "2.1.1"));
  }

  @Test
  void nobodyButALeadTakesBackAnothersChange() {
    long revision = says(NIA, Answer.YES);
    assertEquals(Problem.Kind.FORBIDDEN, refused(team.undoes(TOM, Optional.of(revision))).kind());
    done(team.undoes(LEAD, Optional.of(revision)));
    assertEquals(Optional.empty(), standing());
  }

  @Test
  void whatSomebodyElseSetSinceStandsInTheWayUntilItIsTakenBack() {
    says(NIA, Answer.YES);
    long later = says(TOM, Answer.NO);
    assertEquals(List.of(later), conflicts(team.undoes(NIA)));
    assertEquals(Optional.of(Answer.NO), standing());
    done(team.undoes(TOM));
    done(team.undoes(NIA));
    assertEquals(Optional.empty(), standing());
  }

  @Test
  void theSameAnswerGivenAgainByAnotherStandsInTheWay() {
    says(NIA, Answer.YES);
    says(TOM, Answer.NO);
    long again = says(TOM, Answer.YES);
    assertEquals(
        List.of(again), conflicts(team.undoes(NIA)), "the value is the same, not its source");
  }

  @Test
  void aCaseGoesWithItsMakingOnlyWhileAllOnItIsTheMakersOwn() {
    done(team.write(ID, NIA, Team.caseOf("C3")));
    long answer = done(team.says(TOM, "C3", "2.1.1", Answer.YES)).after().state().revision();
    assertEquals(List.of(answer), conflicts(team.undoes(NIA)));
    done(team.undoes(TOM));
    done(team.undoes(NIA));
    assertEquals(Optional.empty(), team.snapshot().state().file(new Reference("C3")));
    done(team.redoes(NIA));
    assertTrue(team.snapshot().state().file(new Reference("C3")).isPresent());
  }

  @Test
  void anothersAnswerIsNotLostBehindAnAnswerTakenBack() {
    done(team.write(ID, NIA, Team.caseOf("C3")));
    long kept = done(team.says(TOM, "C3", "2.1.2", Answer.YES)).after().state().revision();
    done(team.says(TOM, "C3", "2.1.1", Answer.YES));
    done(team.undoes(TOM));
    assertEquals(List.of(kept), conflicts(team.undoes(NIA)));
    assertEquals(Optional.of(Answer.YES), team.standing("C3", "2.1.2"));
  }

  @Test
  void aCaseWithAnAlertStays() {
    done(team.write(ID, NIA, Team.caseOf("C3")));
    Alert alert =
        new Alert(
            1,
            Optional.of(new Reference("C3")),
            "risk",
            "police",
            "sergeant",
            "2026-11-22T10:00:00Z",
            Alert.Status.RAISED,
            "",
            "-");
    long raised =
        done(team.write(ID, TOM, AlertDrafts.raise(alert, Precondition.NONE)))
            .after()
            .state()
            .revision();
    assertEquals(List.of(raised), conflicts(team.undoes(NIA)));
  }

  @Test
  void aRemovedCaseComesBackWhole() {
    done(team.says(NIA, "C1", "2.1.1", Answer.YES));
    SortedMap<String, String> before = content();
    done(team.write(ID, LEAD, CaseDrafts.remove(new Reference("C1"), "", Precondition.NONE)));
    assertEquals(Optional.empty(), team.snapshot().state().file(new Reference("C1")));
    done(team.undoes(LEAD));
    assertEquals(before, content());
  }

  @Test
  void undoRedoSignOffAndMakingTheInspectionAreNotTakenBackThisWay() {
    assertEquals(List.of(), conflicts(team.undoes(LEAD, Optional.of(1L))), "its making");
    says(LEAD, Answer.YES);
    long undo = done(team.undoes(LEAD)).after().state().revision();
    assertEquals(List.of(), conflicts(team.undoes(LEAD, Optional.of(undo))));
    long redo = done(team.redoes(LEAD)).after().state().revision();
    done(team.undoes(LEAD, Optional.of(redo)));
    assertEquals(Optional.empty(), standing(), "a redo stands for what it brought back");
    assertEquals(Problem.Kind.NOT_FOUND, refused(team.undoes(LEAD, Optional.of(99L))).kind());
  }

  @Test
  void nothingIsTakenBackOnceSignedOff() {
    says(NIA, Answer.YES);
    done(team.write(ID, LEAD, LifeDrafts.signOff(Precondition.NONE)));
    assertEquals(List.of(), conflicts(team.undoes(NIA)));
    assertEquals(Optional.of(Answer.YES), standing());
  }

  @Test
  void anAnswerDoesNotComeBackOnACaseThatIsGone() {
    says(NIA, Answer.YES);
    done(team.undoes(NIA));
    long gone =
        done(team.write(ID, LEAD, CaseDrafts.remove(new Reference("C1"), "", Precondition.NONE)))
            .after()
            .state()
            .revision();
    assertEquals(List.of(gone), conflicts(team.redoes(NIA)));
    done(team.undoes(LEAD));
    done(team.redoes(NIA));
    assertEquals(Optional.of(Answer.YES), standing());
  }

  @Test
  void anAnswerDoesNotComeBackOnACaseOfAnotherType() {
    says(NIA, Answer.YES);
    done(team.undoes(NIA));
    long retyped =
        done(team.write(ID, LEAD, Team.caseOf("C1", "out-of-court"))).after().state().revision();
    assertEquals(List.of(retyped), conflicts(team.redoes(NIA)));
  }

  /** What is said, whoever said it last: cases, facts and answers. */
  private SortedMap<String, String> content() {
    SortedMap<String, String> content = new TreeMap<>();
    for (Case file : team.snapshot().state().cases().values()) {
      file.facts()
          .forEach((name, fact) -> content.put(file.reference() + " " + name, fact.value()));
      file.answers()
          .forEach(
              (code, given) ->
                  content.put(file.reference() + " " + code, given.answer() + given.note()));
    }
    return content;
  }

  /** Whatever one person does, taking all of it back one by one comes to where it began. */
  @Test
  void everythingTakenBackIsWhereItBeganAndBroughtBackIsWhereItEnded() {
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SortedMap<String, String> begun = content();
      int taken = 0;
      for (int i = 0; i < 40; i++) {
        taken += anything(random) ? 1 : 0;
      }
      SortedMap<String, String> ended = content();
      int back = 0;
      while (team.undoes(NIA) instanceof Outcome.Done) {
        back++;
      }
      assertEquals(begun, content(), "seed " + seed);
      for (int i = 0; i < back; i++) {
        done(team.redoes(NIA));
      }
      assertEquals(ended, content(), "seed " + seed);
      while (team.undoes(NIA) instanceof Outcome.Done) {
        back--;
      }
      assertEquals(begun, content(), "seed %d, %d changes".formatted(seed, taken));
    }
  }

  /** One random wish of one person; whether it changed anything. */
  private boolean anything(SplittableRandom random) {
    String reference = "C" + (1 + random.nextInt(4));
    String code = "2.1." + (1 + random.nextInt(3));
    Outcome<Taken> outcome =
        switch (random.nextInt(8)) {
          case 0 -> team.write(ID, NIA, Team.caseOf(reference));
          case 1 ->
              team.write(
                  ID, NIA, CaseDrafts.remove(new Reference(reference), "", Precondition.NONE));
          case 2 ->
              team.write(
                  ID,
                  NIA,
                  AnswerDrafts.clear(
                      Optional.of(new Reference(reference)), Code.of(code), "", Precondition.NONE));
          case 3 -> team.undoes(NIA);
          case 4 -> team.redoes(NIA);
          default -> team.says(NIA, reference, code, Answer.values()[random.nextInt(3)]);
        };
    return outcome instanceof Outcome.Done<Taken>(Taken taken) && taken.recorded().isPresent();
  }
}
