package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notes, forms and their drafts. */
class WritingTest {

  private static Walk desk() {
    return Walk.open(Sample.toy()).command("case C01");
  }

  private static String note(Walk walk) {
    return walk.daemon()
        .inspection()
        .given(Optional.of(Sample.reference(1)), Code.of("2.1.1.1"))
        .map(Given::note)
        .orElse("");
  }

  @Test
  void aPastedTextGoesIntoTheNoteWithItsLines() {
    Walk walk = desk().press(";").paste("first\nsecond").press("Enter");
    assertEquals("first\nsecond", note(walk));
  }

  @Test
  void ctrlOStartsALineAndTheArrowsMoveAmongThem() {
    Walk walk = desk().press(";").type("ac").press("Ctrl-o").type("d").press("Up", "End");
    walk.type("!").press("Home", "Right").type("b").press("Enter");
    assertEquals("abc!\nd", note(walk));
  }

  @Test
  void leavingKeepsADraftAndTheSameKeyOpensIt() {
    Walk walk = desk().press(";").type("half a thou").press("Esc");
    assertEquals("", note(walk));
    assertTrue(walk.row(-3).contains("kept as a draft"), walk::screen);
    walk.press(";").type("ght").press("Enter");
    assertEquals("half a thought", note(walk));
    walk.press(";", "Backspace", "Enter");
    assertEquals("half a though", note(walk));
  }

  @Test
  void leavingWithoutAWordKeepsNothing() {
    assertEquals(Map.of(), desk().press(";", "Esc").state().drafts().forms());
  }

  @Test
  void ctrlCLeavesATextLikeEsc() {
    Walk walk = desk().press(";").type("x").press("Ctrl-c");
    assertEquals(List.of(), walk.effects());
    assertEquals(1, walk.state().drafts().forms().size());
  }

  @Test
  void moreThanANoteHoldsIsLeftOutAndTold() {
    Walk walk = desk().press(";").paste("x".repeat(10_001));
    assertTrue(walk.screen().contains("at most 10000 characters; the rest was left out"));
    assertTrue(walk.effects().contains(new Effect.Ring()));
    walk.press("Enter");
    assertEquals(10_000, note(walk).length());
  }

  @Test
  void anEmptyNoteTakesTheNoteAway() {
    Walk walk = desk().press(";").type("x").press("Enter", ";", "Backspace", "Enter");
    assertEquals(
        Optional.empty(),
        walk.daemon().inspection().given(Optional.of(Sample.reference(1)), Code.of("2.1.1.1")));
  }

  @Test
  void anAlertNeedsAllButTheCase() {
    Walk walk = desk().press("!", "Ctrl-s");
    assertTrue(walk.screen().contains("! what the risk is is needed"), walk::screen);
    walk.type("Risk").press("Ctrl-s");
    assertTrue(walk.screen().contains("! organisation told is needed"), walk::screen);
    walk.type("YJS").press("Tab").type("lead").press("Ctrl-s");
    Alert alert = walk.daemon().inspection().alerts().get(1);
    assertEquals(
        List.of("Risk", "YJS", "lead", "2019-08-20T10:42:00+01:00"),
        List.of(alert.risk(), alert.organisation(), alert.toldRole(), alert.at()));
    assertEquals(Optional.of(Sample.reference(1)), alert.subject());
  }

  @Test
  void aCaseThatIsNoReferenceIsToldInTheForm() {
    Walk walk = desk().press("!").type("R").press("Tab").type("O").press("Tab").type("T");
    walk.press("Tab", "Tab").type(" 7!").press("Ctrl-s");
    assertTrue(walk.screen().contains("! C01 7! is no case reference"), walk::screen);
    assertEquals(0, walk.daemon().inspection().alerts().size());
  }

  @Test
  void whatIsNoTimeOrNoCaseHereIsToldInTheFormToo() {
    Walk walk = desk().press("!").type("R").press("Tab").type("O").press("Tab").type("T");
    walk.press("Tab").type("Duty manager").press("Ctrl-s");
    assertTrue(walk.screen().contains("! A date or time is needed, such as"), walk::screen);
    assertTrue(walk.screen().contains("> told at: "), walk::screen);
    walk.press("Ctrl-u").type("2019-08-20").press("Tab", "Ctrl-u").type("C99").press("Ctrl-s");
    assertTrue(walk.screen().contains("! there is no case C99"), walk::screen);
    assertTrue(walk.screen().contains("> case, if one: C99"), walk::screen);
    assertEquals(0, walk.daemon().inspection().alerts().size());
  }

  @Test
  void anAlertBeginsWithItsCaseWhereNoneIsLookedAt() {
    Walk walk = desk().command("standards").press("!");
    assertTrue(walk.screen().contains("> case, if one:"), walk::screen);
    walk.press("Esc").command("case C01").press("!");
    assertTrue(walk.screen().contains("> what the risk is: "), walk::screen);
  }

  @Test
  void aRefusedFormIsKeptAsADraft() {
    Walk walk = desk().slow().press("!").type("R").press("Tab").type("O").press("Tab").type("T");
    walk.press("Ctrl-s");
    long request = walk.state().outbox().waiting().getFirst().request();
    walk.bring(
        new Message.Refused(
            request, Problem.of(Problem.Kind.REFUSED, "Say when"), Optional.empty()));
    assertTrue(walk.row(-3).contains("not saved: Say when"), walk::screen);
    walk.press("!");
    assertTrue(walk.screen().contains("! Say when"), walk::screen);
    assertTrue(walk.screen().contains("organisation told: O"), walk::screen);
  }

  @Test
  void detailsOfTheOpenedInspectionAreChanged() {
    Walk walk = desk().command("inspections").press("d").type(" YJS").press("Ctrl-s");
    assertEquals(Optional.of("Toytown YJS"), walk.daemon().inspection().detail(Inspection.SERVICE));
  }

  @Test
  void aNewInspectionIsCreatedAndOpened() {
    Walk walk = Walk.start(Sample.toy()).slow().press("c").type("Newtown");
    walk.press("Tab", "Left", "Ctrl-s");
    Outbox.Entry entry = walk.state().outbox().waiting().getFirst();
    assertEquals(new Write.Create("Newtown", "yos-2018", Map.of()), entry.write());
    Turn turn =
        Update.update(
            walk.state(), new Message.Created(entry.request(), new InspectionId("newtown")));
    assertEquals(
        List.of(new Effect.ListInspections(), new Effect.Open(new InspectionId("newtown"))),
        turn.effects());
    Inspection made = Sample.made("newtown", Sample.YOS_2018, List.of());
    State opened = Update.update(turn.state(), new Message.InspectionOpened(made)).state();
    assertEquals("newtown", opened.opened().orElseThrow().id().text());
    assertEquals(Where.STANDARDS, Where.of(opened.screen()));
  }

  @Test
  void aCaseTakenFromAListIsAssigned() {
    Walk walk = Walk.open(Sample.toy()).command("cases").press("j", "t");
    assertEquals(
        Optional.of("PB"),
        walk.daemon().inspection().file(Sample.reference(2)).orElseThrow().assignee());
    assertTrue(walk.row(-2).contains("C02 is yours; u gives it back"), walk::screen);
    walk.press("u");
    assertEquals(
        Optional.empty(),
        walk.daemon().inspection().file(Sample.reference(2)).orElseThrow().assignee());
  }

  @Test
  void thePretendDaemonRefusesAsTheRealOne() {
    PretendDaemon daemon = new PretendDaemon(Sample.toy());
    Write late =
        new Write.PutAnswer(
            daemon.inspection().id(),
            Optional.of(Sample.reference(1)),
            Code.of("2.1.1.1"),
            new Wanted(Optional.empty(), "x", false),
            7);
    assertTrue(daemon.write("PB", Sample.AT, late) instanceof Outcome.Refused<Recorded>);
  }
}
