package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An inspection takes no more than fits in memory, and what makes it smaller always. */
class BoundsTest {
  private static final Volume FULL = new Volume(Limits.ANSWERS, Limits.CHARACTERS);

  private static Inspection holding(long revision, Volume volume) {
    Inspection blank = Inspection.blank(ID, Team.framework());
    return new Inspection(
        ID,
        blank.framework(),
        revision,
        blank.details(),
        blank.cases(),
        blank.answers(),
        blank.decisions(),
        blank.alerts(),
        blank.marks(),
        blank.touched(),
        blank.tallies(),
        volume);
  }

  private static Optional<String> exceeded(Change.Kind kind, Inspection before, Inspection after) {
    return Bounds.exceeded(kind, before, after)
        .map(
            problem -> {
              assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
              return problem.detail();
            });
  }

  private static Optional<String> imported(Volume before, Volume after) {
    return exceeded(Change.Kind.IMPORT, holding(7, before), holding(8, after));
  }

  @Test
  void aMillionAndAHalfAnswersAreTheMost() {
    assertEquals(Optional.empty(), imported(new Volume(0, 0), FULL));
    assertEquals(
        Optional.of(
            "i would have 1,500,001 answers; an inspection has at most 1,500,000. "
                + "Take out what it does not need, or go on in another"),
        imported(FULL, new Volume(1_500_001, 0)));
  }

  @Test
  void sixtyFourMebiCharactersAreTheMost() {
    assertEquals(
        Optional.of(
            "i would have 67,108,865 characters of notes and facts; an inspection has at most "
                + "67,108,864. Take out what it does not need, or go on in another"),
        imported(FULL, new Volume(1, 67_108_865)));
  }

  @Test
  void whatGrowsNoFurtherIsTakenAlsoBeyondThem() {
    Volume beyond = new Volume(2_000_000, 80_000_000);
    assertEquals(Optional.empty(), imported(beyond, beyond));
    assertEquals(Optional.empty(), imported(beyond, new Volume(1_900_000, 79_000_000)));
  }

  @Test
  void halfAMillionChangesAreTheMostButForErasingDeletingAndRestoring() {
    Inspection before = holding(500_000, new Volume(1, 1));
    Inspection after = holding(500_001, new Volume(1, 1));
    assertEquals(Optional.empty(), exceeded(Change.Kind.ANSWER, holding(499_999, FULL), before));
    assertEquals(
        Optional.of(
            "i would have 500,001 changes; an inspection has at most 500,000. "
                + "Take out what it does not need, or go on in another"),
        exceeded(Change.Kind.ANSWER, before, after));
    for (Change.Kind kind : List.of(Change.Kind.ERASE, Change.Kind.DELETE, Change.Kind.RESTORE)) {
      assertEquals(Optional.empty(), exceeded(kind, before, after));
    }
  }

  /** On the road of every write, and of every dry run. */
  @Test
  void aWishThatGoesBeyondIsRefused() {
    Moment full =
        new Moment(holding(7, FULL), List.of(), LEAD, Instant.parse("2026-11-22T10:00:00Z"));
    Problem problem = refused(Prepared.of(Team.caseOf("C1"), Optional.empty(), full).outcome());
    assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
  }

  @Test
  void twoThousandInspectionsAreTheMost() {
    assertEquals(Optional.empty(), Bounds.exceeded(1_999));
    Problem problem = Bounds.exceeded(2_000).orElseThrow();
    assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
    assertEquals(
        "There are 2,000 inspections, those deleted and erased among them: the most one data"
            + " folder has. Go on in another",
        problem.detail());
  }
}
