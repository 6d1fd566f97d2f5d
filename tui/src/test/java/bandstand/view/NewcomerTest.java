package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.state.Keymap;
import bandstand.state.Rows;
import bandstand.state.Sample;
import bandstand.state.Sign;
import bandstand.state.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody finds who sees the screens for the first time. */
class NewcomerTest {

  private static Walk leicester() {
    return Walk.open(Sample.leicester()).command("inspections").press("Enter");
  }

  private static String title(Walk walk, String code) {
    return Rows.title(walk.state().opened().orElseThrow().framework(), Code.of(code));
  }

  @Test
  void standardsOpenAtTheFirstThatCasesAreScoredFor() {
    assertTrue(leicester().rowWith("> ").contains("2.1 Assessment"), () -> leicester().screen());
  }

  @Test
  void theBottomLineNamesWhatEnterDoesOnTheSelectedRow() {
    Walk walk = leicester();
    assertTrue(walk.row(-1).startsWith("Enter cases  "), walk::screen);
    assertTrue(walk.command("goto 1.1").row(-1).startsWith("Enter service's desk  "));
    assertTrue(walk.command("goto 2").row(-1).startsWith("Enter standards  "), walk::screen);
    assertTrue(walk.command("board").press("g").row(-1).startsWith("Enter service's desk  "));
    assertTrue(walk.press("G").row(-1).startsWith("Enter no-cases  "), walk::screen);
    Walk toy = Walk.open(Sample.toy()).command("goto 2.1.1");
    assertTrue(toy.row(-1).startsWith("Enter prompts  "), toy::screen);
    assertTrue(toy.press("Enter").row(-1).startsWith("Enter fold  "), toy::screen);
    assertTrue(toy.press("j").row(-1).startsWith("Enter cases  "), toy::screen);
  }

  @Test
  void aCaseOpenedFromAQuestionOpensAtThatQuestionThoughAllIsAnswered() {
    assertEquals("2.4.3", leicester().command("goto 2.4.3").press("Enter", "Enter").line());
    assertEquals("2.4.1", leicester().command("goto 2.4").press("Enter", "Enter").line());
  }

  @Test
  void anotherCaseWhereNothingIsOpenComesAtTheSameQuestion() {
    Walk walk = leicester().command("case C01").command("goto 2.4.3").press("}");
    assertEquals("2.4.3", walk.line());
    assertEquals("2.4.3", walk.press("{").line());
    assertEquals("2.1.1", walk.press("G", "}").line());
    assertEquals("3.1.1", walk.command("case C35").command("goto 2.4.3").press("}").line());
  }

  @Test
  void whatWasAnsweredInAnotherCaseGoesWithThatCase() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").command("goto 2.2.1").press("y", "}");
    assertFalse(walk.screen().contains("just answered"), walk::screen);
  }

  @Test
  void whereNoCaseIsOpenTheHeaderSaysSo() {
    assertTrue(leicester().command("cases").row(0).endsWith("all cases judged"));
    assertEquals("59 cases, all judged", leicester().command("cases").row(1));
    assertTrue(Walk.open(Sample.toy()).command("cases").row(0).endsWith("4 cases open"));
  }

  @Test
  void anInspectionWithoutCasesSaysHowTheyComeAndItsName() {
    Walk walk = Walk.open(Sample.made("empty", Sample.TOY, List.of())).command("cases");
    assertTrue(walk.row(0).endsWith("no cases yet"), walk::screen);
    assertEquals("  no cases yet: scripts/bandstand import FILE --inspection empty", walk.row(4));
    walk.command("inspections").press("d");
    assertTrue(walk.screen().contains("── Details of empty ──"), walk::screen);
  }

  @Test
  void aJudgedStandardSaysHowItIsJudged() {
    Walk walk = Walk.open(Sample.toy()).command("goto 1.1");
    assertTrue(walk.screen().contains("judge with PUT …/judgements/1.1"), walk::screen);
    walk.command("board").press("g");
    assertTrue(walk.screen().contains("judge with PUT …/judgements/1.1 (README)"), walk::screen);
  }

  @Test
  void theHelpFindsSigns() {
    assertEquals(List.of(Sign.PROJECTED), Keymap.signs("~"));
    assertEquals(List.of(Sign.MOVED), Keymap.signs("▼"));
    assertEquals(List.of(Sign.SETS, Sign.CHANGED), Keymap.signs("*"));
    assertEquals(List.of(Sign.SETTLED_ROW, Sign.SETTLED), Keymap.signs("settled"));
    assertEquals(List.of(Sign.SAVED), Keymap.signs("revision"));
    assertEquals(Sign.values().length, Keymap.signs("").size());
    Walk walk = Walk.open(Sample.toy()).press("?").type("projected");
    assertTrue(walk.row(3).startsWith("> ~             projected: prompts' leanings"));
    walk.press("Enter");
    assertTrue(walk.row(-2).contains("a sign on the screen, no key"), walk::screen);
  }

  @Test
  void threeWholeHundredsDoNotRunTogether() {
    List<Edit> edits = new ArrayList<>();
    for (String code : List.of("2.1.1", "2.1.2", "2.2.1")) {
      edits.add(Sample.answer(Optional.of(new Reference("C01")), code, Answer.YES));
    }
    Walk walk = Walk.open(Sample.toy(edits.toArray(new Edit[0]))).command("board");
    assertTrue(walk.rowWith("2.1 Assessment").contains(" 100* 100* "), walk::screen);
  }

  @Test
  void wideScreensShowTitlesWhole() {
    Walk walk = leicester().size(40, 120).command("board");
    assertTrue(walk.rowWith("2.3 ").contains("2.3 Implementation and delivery "), walk::screen);
    walk.command("standards").command("goto 2.1.1");
    String title = title(walk, "2.1.1");
    assertFalse(walk.size(40, 100).rowWith("> ").contains(title.substring(0, 50)), walk::screen);
    assertTrue(walk.size(40, 120).rowWith("> ").contains(title.substring(0, 50)), walk::screen);
    assertTrue(walk.size(40, 180).rowWith("> ").contains(title), walk::screen);
    walk.size(40, 120);
    walk.command("calculator");
    walk.press("j", "j", "j", "j").type("77");
    assertTrue(walk.rowWith("[77").contains(title(walk, "2.1.1").substring(0, 30)));
  }

  @Test
  void rangesUseShortWordsWhereTheLongOnesDoNotFit() {
    Walk walk = Walk.open(Sample.practice()).command("case C01");
    assertEquals(
        "Desk  Leicester City (practice)  yos-2021  0–36: Inadeq to Outst    4 cases open",
        walk.row(0));
    walk.command("inspections");
    assertTrue(walk.row(3).endsWith("0–36: Inadeq to Outst"), walk::screen);
    assertTrue(
        Walk.open(Sample.toy()).row(0).contains("0–12: Inadequate to Outstanding"), walk::screen);
  }
}
