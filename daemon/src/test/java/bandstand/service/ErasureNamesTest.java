package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that a person called as erasures call theirs, before that was refused. */
class ErasureNamesTest {
  private static final Reference OWN = new Reference("erased-5");

  @TempDir Path folder;

  private Team team;
  private Erasures erasures;

  /** As a daemon took it that did not know of the rule. */
  private static final class Before implements Draft {
    @Override
    public Outcome<Change> against(Moment moment) {
      return Outcome.done(
          Change.of(
              Change.Kind.CASE,
              List.of(
                  new Edit.ToCase(OWN, false, true),
                  new Edit.ToFact(OWN, "type", Optional.empty(), Optional.of("court")))));
    }

    @Override
    public Outcome<Change> met(Moment moment) {
      return against(moment);
    }
  }

  @BeforeEach
  void open() throws IOException {
    team = new Team(folder).with(ID, 2);
    erasures = new Erasures(team.inspections);
    done(team.write(ID, LEAD, new Before()));
  }

  @AfterEach
  void close() throws IOException {
    team.close();
  }

  private String erased(Reference reference) {
    return done(erasures.erase(ID, LEAD, reference, "asked for", Precondition.NONE)).erased();
  }

  @Test
  void itIsACaseLikeAnyOtherAndErasedAsOne() {
    done(team.says(NIA, OWN.text(), "2.1.1", Answer.YES));
    done(team.undoes(NIA));
    assertEquals("erased-6", erased(OWN));
    assertTrue(team.snapshot().state().file(OWN).isEmpty());
    assertEquals(
        Problem.Kind.CONFLICT, refused(team.says(NIA, "erased-6", "2.1.1", Answer.YES)).kind());
  }

  @Test
  void noErasureGivesItsNameAndRemovedItComesBack() {
    assertEquals("erased-6", erased(new Reference("C1")));
    done(team.says(NIA, OWN.text(), "2.1.1", Answer.YES));
    done(team.write(ID, LEAD, CaseDrafts.remove(OWN, "reason", Precondition.NONE)));
    done(team.undoes(LEAD));
    done(team.says(NIA, OWN.text(), "2.1.2", Answer.YES));
  }

  @Test
  void onceRemovedAndGoneNobodyMakesItAnew() {
    done(team.write(ID, LEAD, CaseDrafts.remove(OWN, "reason", Precondition.NONE)));
    assertEquals(
        Problem.Kind.REFUSED, refused(team.write(ID, LEAD, Team.caseOf(OWN.text()))).kind());
  }
}
