package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Walk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherScreensTest {

  @Test
  void inspections() {
    Walk walk = Walk.open(Sample.leicester()).press("Esc");
    assertEquals(
        "Inspections                                                       127.0.0.1:7117",
        walk.row(0));
    assertEquals(
        "> Leicester City          yos-2018              59/59  24/36 Good  settled", walk.row(3));
    assertEquals(
        "Enter open  c create  d details  v C editions  / filter  ! ALERT  ? keys  q quit",
        walk.row(-1));
  }

  @Test
  void whatIsSignedOffSaysSoInTheListAndAboveEveryScreen() {
    Walk walk =
        Walk.open(Sample.leicester())
            .colleague(
                "AM",
                new Edit.ToDetail(Inspection.SIGNED_OFF_BY, Optional.empty(), Optional.of("AM")));
    String header = "  Leicester City  yos-2018  24/36 Good  settled  signed off";
    assertTrue(walk.row(0).startsWith("Standards" + header), walk::screen);
    assertTrue(walk.command("board").row(0).startsWith("Board" + header), walk::screen);
    walk.command("inspections");
    assertEquals(
        "> Leicester City          yos-2018              59/59  24/36 Good  signed off",
        walk.row(3),
        walk::screen);
  }

  @Test
  void standardsWithTheChosenOneBeside() {
    Walk walk =
        Walk.open(
                Sample.toy(
                    Sample.answer(Optional.of(new Reference("C02")), "2.1.1", Answer.YES),
                    Sample.answer(Optional.of(new Reference("C03")), "2.1.1", Answer.NO),
                    Sample.answer(Optional.of(new Reference("C01")), "2.1.1.1", Answer.YES)))
            .command("goto 2.1.1");
    assertEquals(
        """
        Standards  Toytown  toy-2021  0–11: Inadequate to Outstanding   judged 0/4 cases
        ────────────────────────────────────────────────────────────────────────────────
          1 Organisation                       │ 2.1.1 Assessment supports desistance
            1.1 Governance           -         │ 2.1.1 1/2 50% Requires improvement
              1.1.1 Vision is clear  -         │ ~2/3 67% Good
          2 Court disposals                    │ ████████████████████░░░░░░░░░░░░░░░░░░░
            2.1 Assessment           -         │ down 1 up 1
        >     2.1.1 Assessment supp… ReqImp    │ Outstanding at 2/2, Inadequate at 0/2
              2.1.2 Assessment keep… -         │ yes 1  no 1  n/a 0  open 1
            2.2 Reviewing            -         │ sets the rating of 2.1
              2.2.1 Reviewing keeps… -         │ may be Inadequate to Good
          3 Out-of-court disposals             │
            3.1 Joint working        -         │ prompts, share of yes
              3.1.1 Advice is well … -         │  1 1/1 100%   Attitudes and motives ar…
              3.1.2 Police and serv… -         │  2 -          Diversity is considered
                                               │  3 -          Family and social contex…
                                               │
                                               │
                                               │
                                               │
                                               │
                                               │
        saved 2
        Enter prompts  u undo  i wording  / filter  ! ALERT  A alerts  ? keys  q quit\
        """,
        walk.screen());
  }

  @Test
  void cases() {
    Walk walk = Walk.open(Sample.toy()).command("cases").press("t").press("/").type("mine");
    assertEquals("4 cases, 4 open  filter: mine (1 of 4)", walk.row(1));
    assertEquals("> C01      court        open        PB       0/10", walk.row(4));
    assertEquals("", walk.row(5));
    assertEquals("/mine", walk.row(-3));
    assertEquals("Enter keep  Ctrl-U empty  Esc, then q quit", walk.row(-1));
  }

  @Test
  void theCalculatorGivesLeicesterFromItsPercentages() {
    Walk walk = Walk.start(Sample.small()).command("calculator");
    walk.press("e");
    String figures = "1 2 3 1 89 86 91 94 81 82 97 77 74 71 67 60 83 67 83 88 75 81 75 65 81 92 79";
    for (String figure : figures.split(" ")) {
      walk.type(figure).press("Enter");
    }
    assertEquals(
        "Calculator  yos-2018  24/36 Good  settled                      nothing is stored",
        walk.row(0));
    assertEquals("Overall 24/36 Good  points down 6 up 7  basis: published", walk.row(21));
    assertTrue(walk.screen().contains("3.4 Joint working: Good  lowest: 3.4.2"), walk::screen);
    assertTrue(walk.screen().contains("> [79          ] 3.4.2 79% Good"), walk::screen);
  }

  @Test
  void theCalculatorShowsThresholdsOfFractions() {
    Walk walk = Walk.open(Sample.small()).command("calculator");
    walk.press("j", "j", "j", "j").type("21/35");
    assertTrue(
        walk.rowWith("[21/35").contains("2.1.1 21/35 60% Requires improvement  Good at 23/35"),
        walk::screen);
  }

  @Test
  void aFigureThatMakesNoSenseIsTold() {
    Walk walk = Walk.open(Sample.small()).command("calculator");
    walk.press("j", "j", "j", "j").type("36/35");
    assertTrue(walk.rowWith("[36/35").contains("26/35 or 77: yes of yes and no"), walk::screen);
  }

  @Test
  void typingOnAFilledFigureReplacesItAndASlashGoesOn() {
    Walk walk = Walk.open(Sample.small()).command("calculator").press("j", "j", "j", "j");
    walk.type("26").press("Enter", "k").type("77");
    assertTrue(walk.screen().contains("> [77          ] 2.1.1 77% Good"), walk::screen);
    walk.press("Enter", "k").type("/90");
    assertTrue(walk.screen().contains("> [77/90       ] 2.1.1 77/90 86%"), walk::screen);
    walk.press("j", "k", "Backspace");
    assertTrue(walk.screen().contains("> [77/9        ]"), walk::screen);
  }

  @Test
  void aRefusedFigureIsToldInTheStatusLine() {
    Walk walk = Walk.open(Sample.small()).command("calculator").type("7");
    assertTrue(walk.row(-2).contains("7 is no figure for 1.1, which takes 0-3"), walk::screen);
    walk.type("23");
    assertTrue(walk.screen().contains("> [3           ] 1.1"), walk::screen);
    walk.press("j", "j", "j", "j").type("36/35").press("Enter");
    assertTrue(
        walk.row(-2).contains("36/35 is no figure for 2.1.1, which takes 26/35 or 77"),
        walk::screen);
  }

  @Test
  void theBottomLineSaysWhatTheFieldTakes() {
    Walk walk = Walk.open(Sample.small()).command("calculator");
    assertTrue(walk.row(-1).startsWith("Enter next  0-3  "), walk::screen);
    walk.press("j", "j", "j", "j");
    assertTrue(walk.row(-1).startsWith("Enter next  26/35 or 77  "), walk::screen);
  }

  @Test
  void theCalculatorScrollsOnlyWhenTheCursorLeavesTheScreen() {
    Walk walk = Walk.open(Sample.small()).command("calculator").type("2");
    String first = walk.row(3);
    for (int row = 0; row < 13; row++) {
      assertTrue(walk.row(3).substring(2).equals(first.substring(2)), walk::screen);
      walk.press("j");
    }
    walk.press("G");
    String top = walk.row(3);
    walk.press("k", "k", "k");
    assertEquals(top, walk.row(3));
    walk.press("g");
    assertEquals(first, walk.row(3));
  }

  @Test
  void helpIsSearchedAsOneTypes() {
    Walk walk = Walk.open(Sample.toy()).press("?").type("case manager");
    assertTrue(walk.row(0).startsWith("Help  "), walk::screen);
    assertEquals("Search: case manager", walk.row(1));
    assertTrue(walk.row(3).startsWith("> m             mark or unmark: ask the case manager"));
    assertEquals("", walk.row(4));
    assertEquals("type to search  Enter run  Down Up choose  Esc, then q quit", walk.row(-1));
  }

  @Test
  void alertsStayInSightUntilTheyAreResolved() {
    Walk walk = Walk.open(Sample.toy()).command("case C02").press("!");
    walk.type("No bed tonight").press("Enter").type("Toytown YJS").press("Enter");
    walk.type("lead").press("Enter", "Enter");
    assertTrue(walk.row(-3).endsWith("ALERTS OPEN 1: C02 (lead)"), walk::screen);
    walk.command("calculator");
    assertTrue(walk.row(-2).endsWith("ALERTS OPEN 1: C02 (lead)"), walk::screen);
    walk.command("alerts");
    assertEquals(
        "> 1  raised  C02  told lead, Toytown YJS, at 2019-08-20T10:42:00+01:00; raised …",
        walk.row(3));
    assertEquals("     No bed tonight", walk.row(4));
    walk.press("Enter", "r", "Ctrl-s");
    assertEquals("saved 3   alert 1 is resolved", walk.row(-2));
    assertTrue(walk.screen().contains("1  resolved  C02"), walk::screen);
  }

  @Test
  void aLostConnectionStandsInTheStatusLineOfEveryScreen() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").loseConnection().press("y", "y", "y");
    for (String screen : new String[] {"standards", "cases", "board", "alerts", "calculator"}) {
      walk.command(screen);
      assertTrue(walk.row(-2).startsWith("connection lost, 3 answers waiting"), () -> screen);
    }
  }
}
