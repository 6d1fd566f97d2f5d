package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Reference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command line and the help. */
class CommandTest {

  private static Walk walk() {
    return Walk.open(Sample.toy());
  }

  private static void said(Walk walk, String words) {
    assertTrue(walk.state().display().said().contains(words), () -> walk.state().display().said());
  }

  @Test
  void everyScreenIsReachedFromEveryOther() {
    String[] names = {
      "inspections", "standards", "cases", "desk", "board", "alerts", "calculator", "moderation"
    };
    for (String from : names) {
      for (String to : names) {
        Walk walk = walk().command(from).command(to);
        Where there = Where.of(walk.state().screen());
        assertEquals(to.equals("moderation") ? "board" : to, there.command(), from + " " + to);
      }
    }
  }

  @Test
  void aStartThatOnlyOneCommandHasIsEnough() {
    assertEquals(
        Where.STANDARDS, Where.of(walk().command("board").command("sta").state().screen()));
  }

  @Test
  void anUnknownOrAmbiguousCommandIsTold() {
    said(walk().command("nonsense"), "no command :nonsense");
    said(walk().command("c"), ":c may be cases, case, calculator");
    said(walk().command("activity"), "no command :activity");
  }

  @Test
  void tabCompletesAsFarAsAllAgree() {
    assertEquals("c", Commanding.completed("c"));
    assertEquals("compare ", Commanding.completed("co"));
    assertEquals("case", Commanding.completed("cas"));
    assertEquals("standards ", Commanding.completed("s"));
    assertEquals("xyz", Commanding.completed("xyz"));
    assertEquals("case C", Commanding.completed("case C"));
    Walk walk = walk().press(":").type("bo").press("Tab", "Enter");
    assertEquals(Where.BOARD, Where.of(walk.state().screen()));
  }

  @Test
  void aCaseIsOpenedByItsReferenceInAnyCase() {
    Walk walk = walk().command("case c02");
    assertEquals(Optional.of(new Reference("C02")), walk.desk().subject());
    said(walk().command("case C99"), "no case C99");
    said(walk().command("case"), "as in :case C17");
  }

  @Test
  void gotoGoesToTheLineOfTheDeskAndElsewhereToTheTree() {
    assertEquals("2.1.2", walk().command("case C01").command("goto 2.1.2").line());
    assertEquals("2.2.1.1", walk().command("case C01").command("goto 2.2").line());
    said(walk().command("case C01").command("goto 3.1"), "3.1 is not asked here");
    Walk tree = walk().command("cases").command("goto 2.1.2.1");
    assertEquals(Optional.of(Code.of("2.1.2.1")), Acting.selected(tree.state()));
    said(walk().command("goto 9.9"), "no 9.9 in toy-2021");
    said(walk().command("goto there"), "no there in toy-2021");
  }

  @Test
  void figuresAreRated() {
    said(walk().command("rate 26/35"), "26/35 74% Good");
    said(walk().command("rate 77"), "77% Good");
    said(
        walk().command("rate 26/35 23/31 49"),
        "26/35 74% Good, 23/31 74% Good, 49% Inadequate: Inadequate by the lowest");
    said(walk().command("rate 36/35"), "36/35 is neither a fraction");
    said(walk().command("rate 101"), "101 is neither a fraction");
    said(walk().command("rate 5/0"), "5/0 is neither a fraction");
  }

  @Test
  void withoutAnInspectionItsScreensAreTold() {
    for (String name : new String[] {"standards", "cases", "desk", "board", "case C01"}) {
      said(Walk.start(Sample.toy()).command(name), "open an inspection first");
    }
    assertEquals(
        Where.CALCULATOR,
        Where.of(Walk.start(Sample.toy()).command("calculator").state().screen()));
  }

  @Test
  void desksAreRememberedByTheCommand() {
    Walk walk = walk().command("case C02").press("j", "Esc").command("desk");
    assertEquals(Optional.of(new Reference("C02")), walk.desk().subject());
    assertEquals("2.1.1.2", walk.line());
  }

  @Test
  void theHelpRunsTheChoice() {
    Walk walk = walk().command("case C01").press("?").type("answer yes and").press("Enter");
    assertEquals("2.1.1.2", walk.line());
    walk.press("?").type("calculator").press("Enter");
    assertEquals(Where.CALCULATOR, Where.of(walk.state().screen()));
  }

  @Test
  void theHelpTellsWhereAKeyIsOfUse() {
    said(walk().press("?").type("answer yes and").press("Enter"), "y is a key of: Desk");
    said(walk().press("?").type("xyzzy").press("Enter"), "nothing is called so");
  }

  @Test
  void theHelpAsksForWhatACommandNeeds() {
    Walk walk = walk().press("?").type("open a case").press("Enter").type("C03").press("Enter");
    assertEquals(Optional.of(new Reference("C03")), walk.desk().subject());
  }

  @Test
  void lettersInTheHelpAreSearchedFor() {
    Walk walk = walk().press("?").type("q");
    assertTrue(walk.row(0).startsWith("Help"), walk::screen);
    walk.press("Esc");
    assertTrue(walk.row(0).startsWith("Standards"), walk::screen);
  }

  @Test
  void aKeyWithoutAMeaningSaysSo() {
    said(walk().press("w"), "w does nothing here; ? lists the keys");
  }

  @Test
  void anEditionChangesUnderTheFiguresTyped() {
    Walk walk = Walk.open(Sample.small()).command("calculator").press("j", "j", "j", "j");
    walk.type("31/35").press("e");
    Screen.Calculator screen = (Screen.Calculator) walk.state().screen();
    assertEquals("yos-2021", screen.edition().id());
    assertEquals("31/35", Calculating.typed(screen, Code.of("2.1.1")));
  }

  @Test
  void aFigureIsErasedAndClearedAndPastedIn() {
    Walk walk = Walk.open(Sample.small()).command("calculator").press("j", "j", "j", "j");
    walk.type("31/3").press("Backspace").type("5");
    Screen.Calculator screen = (Screen.Calculator) walk.state().screen();
    assertEquals("31/5", Calculating.typed(screen, Code.of("2.1.1")));
    walk.press("x").paste("31/35\n");
    screen = (Screen.Calculator) walk.state().screen();
    assertEquals("31/35", Calculating.typed(screen, Code.of("2.1.1")));
    walk.paste("; rm");
    said(walk, "a figure is a fraction");
  }
}
