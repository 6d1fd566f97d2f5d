package bandstand.service;

import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.rating.KeyQuestionRatings;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inspection made when a built-in edition read otherwise: an earlier Bandstand's data. */
class EarlierEditionTest {
  private static final InspectionId EARLIER = new InspectionId("earlier");
  private static final InspectionId LATER = new InspectionId("later");

  @TempDir private Path data;
  @TempDir private Path copies;

  /** Good from 75 per cent, not from 65; so 2 of 3 is not Good. */
  private static String earlierFile() {
    String file = new String(BuiltInEditions.load().file("yos-2018"), UTF_8);
    String earlier = file.replace("[0, 50, 65, 80]", "[0, 50, 75, 80]");
    assertTrue(!earlier.equals(file));
    return earlier;
  }

  private static void make(Team team, InspectionId id, Framework edition) {
    done(
        team.inspections.create(
            id,
            edition,
            LEAD,
            Optional.empty(),
            LifeDrafts.create(edition, Map.of(Inspection.SERVICE, "S"))));
    List<Answer> answers = List.of(Answer.YES, Answer.YES, Answer.NO);
    for (int i = 0; i < answers.size(); i++) {
      done(team.write(id, LEAD, Team.caseOf("C" + i)));
      done(team.write(id, LEAD, Team.answer("C" + i, "2.1.1", answers.get(i))));
    }
  }

  private static Optional<Rating> rated(Team team, InspectionId id) {
    return done(team.inspections.find(id)).ratings().standards().stream()
        .filter(standard -> standard.standard().code().equals(Code.of("2.1")))
        .map(standard -> (KeyQuestionRatings.Scored) standard.keyQuestions().getFirst())
        .findFirst()
        .flatMap(row -> row.confirmed().rating());
  }

  private static void holds(Team team) {
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), rated(team, EARLIER));
    assertEquals(Optional.of(Rating.GOOD), rated(team, LATER));
  }

  @Test
  void itIsRatedAsThenAndANewOneAsNow() throws IOException {
    byte[] file = earlierFile().getBytes(UTF_8);
    Framework edition = done(FrameworkFile.read(file));
    Path kept = data.resolve("editions").resolve(edition.edition().digest() + ".json");
    Files.createDirectories(data.resolve("editions"));
    Files.write(kept, file);
    try (Team team = new Team(data)) {
      make(team, EARLIER, edition);
      make(team, LATER, Team.framework());
      holds(team);
      try (Team killed = new Team(Team.killed(data, copies.resolve("killed")))) {
        holds(killed);
      }
    }
    try (Team atRest = new Team(data)) {
      holds(atRest);
    }
  }

  @Test
  void anEditionWhoseBytesAreNotAtHandMakesNoInspection() throws IOException {
    Framework edition = done(FrameworkFile.read(earlierFile().getBytes(UTF_8)));
    try (Team team = new Team(data)) {
      Problem problem =
          refused(
              team.inspections.create(
                  EARLIER,
                  edition,
                  LEAD,
                  Optional.empty(),
                  LifeDrafts.create(edition, Map.of(Inspection.SERVICE, "S"))));
      assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
      assertEquals("The edition was replaced meanwhile; send it again", problem.detail());
    }
  }
}
