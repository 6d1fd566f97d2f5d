package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Walk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The desk of the toy edition, whole; two other cases are judged before C01 is worked on. */
class DeskScreenTest {
  private static final Optional<Reference> C02 = Optional.of(new Reference("C02"));
  private static final Optional<Reference> C03 = Optional.of(new Reference("C03"));

  private static Walk desk() {
    Inspection begun =
        Sample.toy(
            Sample.answer(C02, "2.1.1", Answer.YES),
            Sample.answer(C03, "2.1.1", Answer.NO),
            Sample.answer(C02, "2.1.2", Answer.YES));
    return Walk.open(begun).command("case C01");
  }

  @Test
  void promptsAboveFiguresBelowKeysAtTheBottom() {
    Walk walk = desk().press("y", "N").type("not considered at all").press("Enter", "y");
    assertEquals(
        """
        Desk  Toytown  toy-2021  0–11: Inadequate to Outstanding            4 cases open
        C01 court  step: open  CM07
        2.1 Assessment  prompts 3/5  judged 0/2                          whole case 3/10
        ────────────────────────────────────────────────────────────────────────────────
          2.1.1 Assessment supports desistance
          1 yes      Attitudes and motives are analysed
          2 no    ;  Diversity is considered
                    ; not considered at all
          3 yes      Family and social context, the wider the better, are all considere…
        > J ---      JUDGEMENT (Y N with a reason)
          2.1.2 Assessment keeps the child safe
          1 ---      Risks are identified
          2 ---      Controls are analysed
          J ---      JUDGEMENT (Y N with a reason)
          2.2.1 Reviewing keeps other people safe
          1 ---      Changes in risk are identified
        ────────────────────────────────────────────────────────────────────────────────
        2.1.1 1/2 50% Requires improvement ~2/3 67% Good •  this case open
        2.1.2 1/1 100% Outstanding              this case open
        2.1   Requires improvement •            lowest: 2.1.1  may be Inadequate to Good
        ────────────────────────────────────────────────────────────────────────────────
        saved 5   2.1.1 ~50% ReqImp → ~67% Good
        y yes  n no  a n/a  s skip  x clear  Y N reason  ; note  m ask  ] next  u undo
        i wording  ! ALERT  A alerts  } next case  c case  : command  ? keys  q quit\
        """,
        walk.screen());
  }

  @Test
  void aJudgementMovesTheFiguresAndShowsTheLeaningAfterIt() {
    Walk walk = desk().press("y", "n", "y", "n");
    assertEquals(
        """
        Desk  Toytown  toy-2021  0–9: Inadequate to Good •                  4 cases open
        C01 court  step: open  CM07
        2.1 Assessment  prompts 3/5  judged 1/2                          whole case 4/10
        ────────────────────────────────────────────────────────────────────────────────
          2 no       Diversity is considered
          3 yes      Family and social context, the wider the better, are all considere…
          J no       JUDGEMENT  you judged no, prompts leaned yes 2:1
          2.1.2 Assessment keeps the child safe
        > 1 ---      Risks are identified
          2 ---      Controls are analysed
          J ---      JUDGEMENT (Y N with a reason)
          2.2.1 Reviewing keeps other people safe
          1 ---      Changes in risk are identified
          2 ---      Review makes the changes the plan needs
          J ---      JUDGEMENT (Y N with a reason)
          end of C01, 6 open: [ goes back to the last; } next case
        ────────────────────────────────────────────────────────────────────────────────
        2.1.1 1/3 33% Inadequate ▼              this case no    was 1/2 50% ReqImp
        2.1.2 1/1 100% Outstanding              this case open
        2.1   Inadequate ▼                      lowest: 2.1.1
        ────────────────────────────────────────────────────────────────────────────────
        saved 6   2.1.1 50% ReqImp → 33% Inadeq   2.1 ReqImp → Inadeq
        y yes  n no  a n/a  s skip  x clear  Y N reason  ; note  m ask  ] next  u undo
        i wording  ! ALERT  A alerts  } next case  c case  : command  ? keys  q quit\
        """,
        walk.screen());
  }

  @Test
  void theLeaningIsNotShownBeforeTheJudgement() {
    assertTrue(!desk().press("y", "y", "y").screen().contains("leaned"));
  }

  @Test
  void aTieLeansNeitherWay() {
    Walk walk = desk().press("y", "n", "a", "y");
    assertTrue(walk.rowWith("JUDGEMENT").contains("prompts leaned neither way 1:1"));
  }

  @Test
  void theQuestionJustAnsweredStaysWhenTheDeskGoesToTheNextStandard() {
    Walk walk = desk().type("yyy" + "y" + "yyy");
    assertEquals("2.2.1.1", walk.line());
    assertTrue(walk.row(17).startsWith("2.1.2 2/2 100% Outstanding •"), walk::screen);
    assertTrue(walk.row(17).endsWith("just answered  was 1/1 100% Outst"), walk::screen);
    assertTrue(walk.row(18).startsWith("2.2.1 not rated"), walk::screen);
    assertTrue(walk.rowWith("J yes      JUDGEMENT  prompts leaned yes 2:0").startsWith("  J"));
  }

  @Test
  void aColleaguesJudgementAgainstTheLeaningNamesTheColleague() {
    Walk walk = desk().press("y", "y", "y");
    walk.colleague("AM", Sample.answer(Optional.of(new Reference("C01")), "2.1.1", Answer.NO));
    assertTrue(walk.rowWith("JUDGEMENT").contains("AM judged no, prompts leaned yes 3:0"));
  }

  @Test
  void theSelectedLabelWrapsAndOthersAreCut() {
    Walk walk = desk().press("j", "j");
    assertEquals(
        "> 3 ---      Family and social context, the wider the better, are all considered",
        walk.rowWith("> 3"));
    assertEquals("             in full", walk.rowWith("in full"));
  }

  @Test
  void aNoteAndAMarkStandBelowTheirQuestion() {
    Walk walk = desk().press("m", ";").type("police intelligence").press("Enter");
    assertEquals("            ? ask CM07: police intelligence", walk.rowWith("? ask"));
    assertTrue(walk.rowWith("Attitudes").startsWith("> 1 ask   ;"), walk::screen);
  }

  @Test
  void anOutOfCourtCaseWithoutPromptsIsJudgedLineByLine() {
    Walk walk = desk().command("case C04");
    assertEquals("> 3.1.1 ---      Advice is well informed", walk.rowWith("> 3.1.1"));
    assertEquals("3.1 Joint working  judged 0/2", walk.row(2).substring(0, 29));
  }

  @Test
  void whatSomebodyElseChangesIsShownWithTheName() {
    Walk walk = desk();
    walk.colleague("AM", Sample.answer(C02, "2.1.1", Answer.NO));
    assertEquals("saved 3   AM answered C02 2.1.1 at 10:42", walk.row(21));
    assertTrue(walk.row(17).startsWith("2.1.1 0/2 0% Inadequate ▼"), walk::screen);
  }

  @Test
  void theNoteIsWrittenUnderTheQuestion() {
    Walk walk = desk().press("Y").type("because");
    assertEquals("── C01 2.1.1.1 yes " + "─".repeat(61), walk.row(19));
    assertEquals("> reason for yes:", walk.row(20));
    assertEquals("  because", walk.row(21));
    assertEquals(Optional.of(new Place(21, 9)), walk.frame().cursor());
    assertEquals("Enter save  Ctrl-O new line  Esc, then q quit", walk.row(-1));
    assertTrue(walk.screen().contains("> 1 ---"), walk::screen);
  }

  @Test
  void theWordingSaysEverythingThereIs() {
    Walk walk = desk().press("i");
    assertTrue(walk.screen().contains("  Attitudes and motives are analysed"), walk::screen);
    assertTrue(
        walk.screen().contains("  key question 2.1.1 Assessment supports desistance"),
        walk::screen);
    assertTrue(walk.screen().contains("  Toy edition, printed as a); the wording is ours"));
    assertEquals("j k scroll  any other key closes  q quit", walk.row(-1));
    walk.press("y");
    assertEquals("2.1.1.1", walk.line());
    assertEquals(2, walk.state().opened().orElseThrow().revision());
  }
}
