package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Characteristics.Described;
import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Walk;
import bandstand.wire.BuiltInGuidance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown to read beside the figures: characteristics and the glossary. */
class GuidanceScreenTest {

  private static final Described GOVERNANCE =
      BuiltInGuidance.characteristics().standards().get(Code.of("1.1"));

  private static Walk leicester() {
    return Walk.open(Sample.leicester()).command("goto 1.1");
  }

  @Test
  void theCharacteristicsOfItsRatingStandBelowAJudgedStandard() {
    assertEquals(
        """
        Standards  Leicester City  yos-2018  24/36 Good  settled      judged 59/59 cases
        ────────────────────────────────────────────────────────────────────────────────
          1 Organisational delivery            │ 1.1 Governance and leadership
        >   1.1 Governance and lead… ReqImp    │ Requires improvement
              1.1.1 Local vision an… -         │ by lead: as published
              1.1.2 Partnership arr… -         │ settled
              1.1.3 The YOT's leade… -         │ judge with PUT …/judgements/1.1
            1.2 Staff                Good      │ (README)
              1.2.1 Staffing and wo… -         │
              1.2.2 Staff skills su… -         │ 1.1.1 not answered
              1.2.3 Oversight suppo… -         │ 1.1.2 not answered
              1.2.4 Learning and de… -         │ 1.1.3 not answered
            1.3 Partnerships and se… Outst     │
        ── 1.1 Requires improvement, as judged  < > ────────────────────────────────────
          characteristics of March 2018: a guide, never computed
          - The Board's strategy puts too little weight on quality and evidence
          - Partners are missing; chair and members are not all engaged and active
          - Not all members or local partnerships stand up for the service's aims
          - Parts of the strategy are not delivered; openness and messages are uneven
          - Some staff are unsure of their part; some risks are missed or uncontrolled
          above Inadeq: a Board and strategy at work, though with gaps
          to reach Good: partners, roles, delivery and risks in hand throughout
        saved 1
        Enter service's desk  u undo  i wording  / filter  ! ALERT  ? keys  q quit\
        """,
        leicester().screen());
  }

  @Test
  void theOtherRatingsAreOneKeyApartAndEndAtTheLowestAndTheHighest() {
    Walk walk = leicester().press(">");
    assertTrue(walk.rowWith("── 1.1 Good  < > ──").endsWith("─"), walk::screen);
    assertTrue(walk.press(">").screen().contains("── 1.1 Outstanding  < > ──"), walk::screen);
    assertTrue(walk.screen().contains("  above Good: "), walk::screen);
    assertFalse(walk.screen().contains("to reach"), walk::screen);
    assertTrue(walk.press(">").row(-2).endsWith("Outstanding is the highest rating"));
    walk.press("<", "<", "<");
    assertTrue(walk.screen().contains("── 1.1 Inadequate  < > ──"), walk::screen);
    assertTrue(walk.screen().contains("  to reach ReqImp: "), walk::screen);
    assertTrue(walk.press("<").row(-2).endsWith("Inadequate is the lowest rating"));
  }

  @Test
  void anotherStandardIsShownAtItsOwnRating() {
    Walk walk = leicester().press(">").command("goto 1.3");
    assertTrue(walk.screen().contains("── 1.3 Outstanding, as judged  < > ──"), walk::screen);
    walk.command("goto 1.2.1");
    assertTrue(walk.screen().contains("── 1.2 Good, as judged  < > ──"), walk::screen);
  }

  /** 001: good is what the prompts describe. */
  @Test
  void aStandardNotJudgedYetIsShownAtGood() {
    Walk walk = Walk.open(Sample.small()).command("goto 1.2");
    assertTrue(walk.screen().contains("── 1.2 Good  < > ──"), walk::screen);
  }

  @Test
  void theEditionOf2021SaysThatTheyPredateIt() {
    Walk walk = Walk.open(Sample.practice()).command("goto 1.1");
    String note =
        "  characteristics of March 2018, predating this edition: a guide, never computed";
    assertEquals(note, walk.rowWith("March 2018"));
    walk.press("Enter");
    assertTrue(walk.row(0).startsWith("Desk"), walk::screen);
    assertEquals(note, walk.rowWith("March 2018"));
    assertTrue(walk.rowWith("> ").startsWith("> 1 ---"), walk::screen);
  }

  @Test
  void onAWideScreenTheFourStandBesideEachOtherBestFirst() {
    Walk walk = leicester().size(50, 160);
    String titles = walk.rowWith("Requires improvement, as judged");
    assertTrue(
        titles.matches(" +Outstanding +Good +> Requires improvement, as judged +Inadequate"),
        titles);
    String all = walk.screen().replaceAll("\\s+", " ");
    for (Rating rating : Rating.values()) {
      String first = GOVERNANCE.points(rating).getFirst();
      assertTrue(all.contains(first.substring(0, first.indexOf(' ', 15))), rating::word);
    }
    String chosen = walk.press(">").rowWith("Requires improvement, as judged");
    assertTrue(
        chosen.matches(" +Outstanding +> Good +Requires improvement, as judged +Inadequate"),
        chosen);
  }

  @Test
  void aWideScreenOfFewRowsShowsOneRatingAndALowOneLeavesThemToTheWording() {
    Walk wide = leicester().size(24, 130);
    assertTrue(wide.screen().contains("── 1.1 Requires improvement, as judged"), wide::screen);
    Walk low = leicester().size(18, 80);
    assertFalse(low.screen().contains("March 2018"), low::screen);
    assertTrue(low.screen().contains("i: characteristics of each rating"), low::screen);
  }

  @Test
  void theWordingOfAStandardHasAllRatingsAndTheReasonOfItsJudgement() {
    String read = leicester().size(90, 80).press("i").screen().replaceAll("\\s+", " ");
    assertTrue(read.contains("lead: as published"), read);
    assertTrue(read.contains(BuiltInGuidance.characteristics().guides()), read);
    for (Rating rating : Rating.values()) {
      for (String point : GOVERNANCE.points(rating)) {
        assertTrue(read.contains(point), point);
      }
    }
    for (String point : BuiltInGuidance.characteristics().general().get(Rating.OUTSTANDING)) {
      assertTrue(read.contains(point), point);
    }
  }

  @Test
  void theServicesDeskShowsThemBelowItsFigures() {
    Walk walk = leicester().press("Enter");
    assertTrue(walk.row(0).startsWith("Desk  Leicester City"), walk::screen);
    assertEquals("> 1.1.1", walk.row(4).substring(0, 7));
    assertTrue(walk.rowWith("1.1.1 ").startsWith("> "), walk::screen);
    assertTrue(walk.screen().contains("1.1.1 not answered"), walk::screen);
    assertTrue(walk.screen().contains("── 1.1 Requires improvement, as judged  < > "));
    assertTrue(walk.screen().contains("  to reach Good: "), walk::screen);
    walk.press("l", "l", "l");
    assertTrue(walk.screen().contains("── 1.2 Good, as judged  < > ──"), walk::screen);
    walk.press("y");
    assertTrue(walk.screen().contains("1.2.1 1/1 100%"), walk::screen);
    assertTrue(walk.screen().contains("── 1.2 Good, as judged  < > ──"), walk::screen);
  }

  @Test
  void lookingAtARatingChangesNothing() {
    Walk walk = leicester();
    var before = walk.state().opened().orElseThrow();
    walk.press(">", "<", "<");
    assertSame(before.ratings(), walk.state().opened().orElseThrow().ratings());
    assertEquals(1, walk.daemon().inspection().revision());
  }

  @Test
  void elsewhereTheKeysSayWhatHasCharacteristics() {
    Walk walk = leicester().command("goto 2.1").press(">");
    assertTrue(walk.row(-2).endsWith("only 1.1, 1.2, 1.3, 1.4 have characteristics"));
    assertFalse(walk.screen().contains("March 2018"), walk::screen);
    Walk toy = Walk.open(Sample.toy()).command("goto 1.1").press("<");
    assertTrue(toy.row(-2).endsWith("no characteristics were published for toy-2021"));
  }

  @Test
  void onACasesDeskTheRestOfATextTypedByMistakeAnswersNothing() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").press("<", "y", "n");
    assertEquals("2.1.1.1", walk.line());
    assertEquals(1, walk.daemon().inspection().revision());
  }

  @Test
  void theGlossaryHasTheTermsOfTheSelectedLineFirst() {
    Walk walk =
        Walk.open(
                Sample.toy(
                    Sample.answer(Optional.of(new Reference("C02")), "2.1.1", Answer.YES),
                    Sample.answer(Optional.of(new Reference("C01")), "2.1.1.1", Answer.YES)))
            .command("goto 2.1.1")
            .press("K");
    assertTrue(walk.row(0).startsWith("Glossary  Toytown"), walk::screen);
    assertEquals("Search:", walk.row(1));
    assertEquals("  of the selected line", walk.row(3));
    assertEquals("> Band, also threshold, boundary", walk.row(4));
    for (String term :
        new String[] {
          "Confirmed",
          "Desistance",
          "Fraction",
          "Key question",
          "Leaning",
          "Limiting",
          "Percentage",
          "Projected",
          "Range",
          "Tipping point"
        }) {
      assertTrue(
          walk.screen().indexOf("\n  " + term + " ") < walk.screen().indexOf("all others"), term);
      assertTrue(walk.screen().contains("\n  " + term + " "), term);
    }
    assertEquals("type to search  Down Up choose  Esc, then q quit", walk.row(-1));
    assertTrue(walk.press("Esc").row(0).startsWith("Standards  Toytown"), walk::screen);
  }

  @Test
  void theGlossaryIsSearchedAsOneTypesAndTellsTheChosenTermWhole() {
    Walk walk = Walk.open(Sample.toy()).press("K").type("rosh");
    assertEquals("Search: rosh", walk.row(1));
    assertEquals("> Risk of serious harm, also RoSH, risk of harm, serious harm", walk.row(3));
    assertTrue(walk.screen().contains("(Leicester report of 2019, Annex 3)"), walk::screen);
    walk.press("Ctrl-u").type("caution");
    assertTrue(walk.row(3).startsWith("> "), walk::screen);
    String first = walk.row(3);
    walk.press("Down");
    assertTrue(walk.rowWith("> ").contains(", also "), walk::screen);
    assertFalse(walk.rowWith("> ").equals(first), walk::screen);
    walk.type(" no such thing");
    assertEquals("  no term is called so or holds these words", walk.row(3));
    assertTrue(walk.press("Enter").row(0).startsWith("Standards"), walk::screen);
  }

  @Test
  void theGlossaryOpensOnEveryScreenAndAnswersNothing() {
    Walk walk = Walk.open(Sample.leicester());
    for (String screen :
        new String[] {"inspections", "standards", "cases", "board", "alerts", "calculator"}) {
      walk.command(screen).press("K").type("yn").press("Enter");
      assertTrue(walk.row(0).toLowerCase(java.util.Locale.ROOT).startsWith(screen), screen);
    }
    walk.command("case C01").press("K").type("yna").press("Esc");
    assertTrue(walk.row(0).startsWith("Desk"), walk::screen);
    assertEquals(1, walk.daemon().inspection().revision());
  }

  @Test
  void theTermsOfACaseAreThoseOfItsTypeAndStrata() {
    Walk walk = Walk.open(Sample.leicester()).command("cases").press("G", "K");
    String here = walk.screen().substring(0, walk.screen().indexOf("all others"));
    for (String term : new String[] {"Case", "Out-of-court disposal", "Strata"}) {
      assertTrue(here.contains(" " + term), term);
    }
  }
}
