package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import bandstand.state.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 2014: percentages without bands, themes judged as a whole, no overall. */
class ThemesOf2014Test {

  private static Inspection inspection() {
    Reference one = new Reference("C01");
    List<Edit> edits = new ArrayList<>();
    Sample.detail(edits, Inspection.SERVICE, "Oldtown");
    edits.add(new Edit.ToCase(one, false, true));
    Sample.fact(edits, one, "type", "case");
    edits.add(Sample.answer(Optional.of(one), "1.1.1", Answer.YES));
    Sample.judge(edits, "1", Rating.REQUIRES_IMPROVEMENT);
    Inspection blank = Inspection.blank(new InspectionId("old"), Sample.edition("fji-2014"));
    return blank.after(
        new Recorded(blank.id(), 1, "AM", Sample.AT, Change.of(Change.Kind.IMPORT, edits)));
  }

  @Test
  void aJudgedThemeStandsInTheTreeWithItsReasonAndWhatItRestsOn() {
    Walk walk = Walk.open(inspection()).command("goto 1");
    assertTrue(walk.rowWith("> ").contains("1 Reducing reoffending"), walk::screen);
    assertTrue(walk.rowWith("> ").contains("Unsat"), walk::screen);
    assertTrue(walk.screen().contains("not in the criteria"), walk::screen);
    assertTrue(walk.screen().contains("by lead: as published"), walk::screen);
    assertTrue(walk.screen().contains("judgements/1 "), walk::screen);
  }

  @Test
  void theLinesOfRatingsHaveTheThemesToo() {
    List<String> lines = RatingLines.of(Scorer.rate(inspection()));
    assertEquals("no overall", lines.getFirst());
    assertEquals("1 Reducing reoffending: Unsatisfactory", lines.get(1));
    assertEquals("2 Protecting the public: not judged yet", lines.get(2));
  }

  @Test
  void noCriterionIsSaidNotToCountTowardsAnOverallThatThereIsNot() {
    Walk walk = Walk.open(inspection()).command("goto 1.1");
    assertFalse(walk.screen().contains("towards the overall"), walk::screen);
  }

  @Test
  void onTheBoardNoPercentageSetsAnythingAndACriterionOfTheServiceNamesItsTheme() {
    Walk walk = Walk.open(inspection()).command("board");
    assertTrue(walk.rowWith("1.1 Outcomes").contains(" 100  "), walk::screen);
    walk.press("G");
    assertTrue(walk.rowWith("5.4 ").contains("as theme 5"), walk::screen);
  }

  @Test
  void anOpenThemeSaysSo() {
    Walk walk = Walk.open(inspection()).command("goto 5");
    assertTrue(walk.screen().contains("not judged yet"), walk::screen);
  }

  @Test
  void aCriterionOfTheServiceIsJudgedWithItsTheme() {
    Walk walk = Walk.open(inspection()).command("goto 5.1");
    assertTrue(walk.screen().contains("judged as theme 5"), walk::screen);
    assertFalse(walk.screen().contains("judgements/5.1"), walk::screen);
  }

  @Test
  void aPercentageStandsWithItsFractionAndWithoutABand() {
    Walk walk = Walk.open(inspection()).command("goto 1.1.1");
    assertTrue(walk.screen().contains("1.1.1 1/1 100%"), walk::screen);
    assertTrue(walk.rowWith(">   ").contains("1/1 100%"), walk::screen);
    for (String word : List.of("not rated", "down", "settled", "sets the rating")) {
      assertFalse(walk.screen().contains(word), walk::screen);
    }
  }

  @Test
  void theBoardSaysOfTheThemeWhicheverCriterionIsChosen() {
    Walk walk = Walk.open(inspection()).command("board");
    assertTrue(
        walk.screen().contains("1 Reducing reoffending: Unsatisfactory, recommended by lead"),
        walk::screen);
    assertTrue(walk.screen().contains("This edition has no overall."), walk::screen);
    assertFalse(walk.screen().contains("left out"), walk::screen);
  }

  @Test
  void theCalculatorLeavesOutWhatIsJudgedWithItsTheme() {
    Walk walk = Walk.open(inspection()).command("calculator").press("G");
    assertEquals("Calculator  fji-2014", walk.row(0).substring(0, 20));
    assertTrue(walk.rowWith("> ").contains("] 4.4.1 "), walk::screen);
    assertFalse(walk.screen().contains("not rated"), walk::screen);
    assertTrue(walk.screen().contains("This edition has no overall."), walk::screen);
  }
}
