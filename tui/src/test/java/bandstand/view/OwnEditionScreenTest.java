package bandstand.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.rating.Scorer;
import bandstand.state.Form;
import bandstand.state.Message;
import bandstand.state.Overlay;
import bandstand.state.Sample;
import bandstand.state.State;
import bandstand.state.Update;
import bandstand.state.Walk;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An edition of one's own on every screen: its words, levels, case types and figures, as {@code
 * model/EDITIONS.md} computes them.
 */
class OwnEditionScreenTest {
  private static final Path FILE =
      Path.of("..", "scripts", "samples", "editions", "harbour-2026.json");
  private static final String FIRST = "yyyyynyyyy";
  private static final String SECOND = "yyynnayyyn";

  private Framework harbour = Sample.YOS_2018;

  @BeforeEach
  void read() throws IOException {
    harbour = edition(Files.readAllBytes(FILE));
  }

  private static Framework edition(byte[] file) {
    return (Framework) assertInstanceOf(Outcome.Done.class, FrameworkFile.read(file)).value();
  }

  /** Six community cases and four of custody. */
  private Inspection quay() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < FIRST.length(); i++) {
      var reference = Sample.reference(i + 1);
      edits.add(new Edit.ToCase(reference, false, true));
      edits.add(
          new Edit.ToFact(
              reference,
              Case.TYPE,
              Optional.empty(),
              Optional.of(i < 6 ? "community" : "custody")));
      edits.add(Sample.answer(Optional.of(reference), "2.1.1", answer(FIRST.charAt(i))));
      edits.add(Sample.answer(Optional.of(reference), "2.1.2", answer(SECOND.charAt(i))));
    }
    return Sample.made("quay", harbour, edits);
  }

  private static Answer answer(char letter) {
    return switch (letter) {
      case 'y' -> Answer.YES;
      case 'n' -> Answer.NO;
      default -> Answer.NA;
    };
  }

  @Test
  void theListRatesWithTheInspectionsOwnWords() {
    Walk walk = Walk.start(quay());
    assertTrue(
        walk.screen().contains("harbour-2026 DRAFT    0/10   1–4: Weak to Strong"), walk::screen);
  }

  /** 6/9 is 66.7%: rounded it would be Strong, whose band begins at 67. */
  @Test
  void theLinesOfRatingsSayWhatRoundingWouldChange() {
    List<String> lines = RatingLines.of(Scorer.rate(quay()));
    assertTrue(
        lines.contains("  2.1.2 6/9 67% Developing  down 2 up 1  not rounded"), lines::toString);
  }

  @Test
  void theStandardsAndTheDeskSpeakItsWords() {
    Walk walk = Walk.open(quay()).command("goto 2.1.2");
    assertTrue(walk.screen().contains("2.1.2 6/9 67% Developing"), walk::screen);
    assertTrue(walk.screen().contains("Strong at 7/9, Weak at 4/9"), walk::screen);
    assertTrue(walk.screen().contains("not rounded: the percentage, rounded,"), walk::screen);
    walk.command("case C10").command("goto 2.1.2").press("y");
    assertTrue(walk.screen().contains("2.1.2 7/9 78% Strong ▲"), walk::screen);
    assertTrue(walk.screen().contains("C10 custody"), walk::screen);
  }

  @Test
  void theBoardIsHeadedByItsLevelAndItsCaseTypes() {
    Walk walk = Walk.open(quay()).command("board");
    assertTrue(walk.screen().contains("community 6   custody 4"), walk::screen);
    assertTrue(walk.rowWith("2.1 Planning").contains("Devel  1="), walk::screen);
    assertTrue(walk.rowWith("% yes").startsWith("  expectation "), walk::screen);
  }

  @Test
  void theWordingNamesItsLevels() {
    Walk walk = Walk.open(quay()).command("goto 2.1.2").press("i");
    assertTrue(walk.screen().contains("expectation 2.1 Planning"), walk::screen);
    assertTrue(walk.screen().contains("theme 2 Practice"), walk::screen);
  }

  @Test
  void theCalculatorRatesWithTheOpenedInspectionsOwnEditionAndOffersTheOneNowInItsPlace()
      throws IOException {
    Framework now = edition(Files.readString(FILE).replace("exact", "rounded").getBytes(UTF_8));
    Walk walk = Walk.open(quay());
    walk.bring(new Message.EditionsLoaded(List.of(Sample.YOS_2018, now)));
    walk.command("calculator").bring(new Message.EditionsLoaded(List.of(Sample.YOS_2018, now)));
    walk.press("j", "j").type("6/9");
    assertTrue(walk.screen().contains("2.1.2 6/9 67% Developing"), walk::screen);
    walk.press("e");
    assertTrue(walk.row(0).startsWith("Calculator  yos-2018"), walk::screen);
    walk.press("e");
    assertTrue(walk.screen().contains("2.1.2 6/9 67% Strong"), walk::screen);
    walk.press("e");
    assertTrue(walk.screen().contains("2.1.2 6/9 67% Developing"), walk::screen);
  }

  @Test
  void anEditionTakenOffTheListWhileTheCalculatorShowsItGoesOnBeingRatedWith() {
    Walk walk = Walk.start(Sample.toy());
    walk.bring(new Message.EditionsLoaded(List.of(harbour))).command("calculator");
    walk.bring(new Message.EditionsLoaded(List.of(Sample.YOS_2018)));
    walk.press("j").type("9/10");
    assertTrue(walk.screen().contains("2.1.1 9/10 90% Exemplary"), walk::screen);
    walk.press("e");
    assertTrue(walk.row(0).startsWith("Calculator  yos-2018"), walk::screen);
  }

  @Test
  void theFormOfANewInspectionOffersWhatWasAddedMeanwhile() {
    Walk walk = Walk.start(Sample.toy()).press("c").type("Quay");
    State state =
        Update.update(walk.state(), new Message.EditionsLoaded(List.of(Sample.YOS_2018, harbour)))
            .state();
    Form form =
        assertInstanceOf(Overlay.Writing.class, state.display().overlay().orElseThrow()).form();
    assertEquals("Quay", form.fields().getFirst().value().text());
    assertEquals(List.of("yos-2018", "harbour-2026"), form.fields().get(1).choices());
    assertFalse(form.fields().get(1).value().text().isEmpty());
  }

  @Test
  void aLongIdLeavesRoomForTheOverall() throws IOException {
    String id = "harbour-" + "x".repeat(56);
    harbour = edition(Files.readString(FILE).replace("harbour-2026", id).getBytes(UTF_8));
    Walk walk = Walk.open(quay());
    assertTrue(
        walk.row(0).startsWith("Standards  quay  harbour-xxxxxxxxxxx… DRAFT  1–4: Weak to Strong"),
        walk::screen);
  }
}
