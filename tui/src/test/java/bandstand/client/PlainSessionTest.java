package bandstand.client;

import static bandstand.client.Dialogue.ANY_CASE;
import static bandstand.client.Dialogue.FIRST;
import static bandstand.client.Dialogue.onFirstDesk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list, an inspection and all that happens meanwhile, in plain mode. */
class PlainSessionTest {
  private static final Optional<Reference> C01 = Optional.of(new Reference("C01"));
  private static final Optional<Reference> C02 = Optional.of(new Reference("C02"));

  @Test
  void theListSaysThatThereIsNoBackup() {
    Dialogue dialogue = Dialogue.with(Sample.toy()).backup(Optional.empty());
    assertTrue(
        dialogue
            .say(":inspections")
            .contains("no backup yet; a lead makes one with bandstand backup FILE"),
        dialogue.heard()::toString);
  }

  @Test
  void theListOfInspectionsIsToldFirst() {
    assertEquals(
        List.of(
            "1 toy, Toytown, toy-2021, 0 of 4 cases done, 0 to 12: Inadequate to Outstanding",
            "inspection? its number or name; ? lists the keys, q leaves"),
        Dialogue.with(Sample.toy()).heard());
  }

  @Test
  void anInspectionIsChosenByNumberIdOrName() {
    for (String line : List.of("1", "toy", "TOY", "Toytown")) {
      assertEquals(
          List.of(
              "opening Toytown",
              "Toytown, toy-2021: 0 to 12: Inadequate to Outstanding",
              "4 cases, 4 open: C01, C02, C03, C04",
              ANY_CASE),
          Dialogue.with(Sample.toy()).say(line));
    }
  }

  @Test
  void aComparisonIsToldRowByRowAndFiltered() {
    var dialogue = Dialogue.with(Sample.leicester());
    List<String> rows = dialogue.say(":compare yos-2018 yos-2021");
    assertEquals(
        "kept 28  reworded 7  merged 1  split 1  new 5  dropped 0, by the crosswalk",
        rows.getFirst());
    assertEquals("compared; / filters, :inspections leads on, q leaves", rows.getLast());
    assertEquals(44, rows.size());
  }

  @Test
  void whatWouldGoOverIsToldBeforeItIsCarried() {
    var dialogue = Dialogue.with(Sample.leicester());
    assertTrue(dialogue.say("C").getLast().startsWith("edition (yos-2021"), dialogue::toString);
    dialogue.say("yos-2021");
    List<String> told = dialogue.say("");
    assertTrue(told.contains("overall: 24/36 Good → 15–30: Requires improvement or Good"));
    assertEquals("carry it? y carries, nothing goes back to the form", told.getLast());
    List<String> made = dialogue.say("y");
    assertTrue(made.contains("created leicester-2019-yos-2021"), made::toString);
  }

  @Test
  void nothingSaidGoesBackToTheFormAndCarriesNothing() {
    var dialogue = Dialogue.with(Sample.leicester());
    dialogue.say("C");
    dialogue.say("yos-2021");
    dialogue.say("");
    assertTrue(dialogue.say("").getLast().startsWith("id, or nothing"), "the form again");
  }

  @Test
  void openAlertsAreToldWhenAnInspectionIsOpened() {
    var alert = Sample.alert(1, "C02", Alert.Status.RAISED);
    var toy = Sample.toy(new Edit.ToAlert(1, Optional.empty(), Optional.of(alert)));
    assertTrue(
        Dialogue.with(toy).say("1").contains("ALERTS OPEN 1: C02, told " + alert.toldRole()));
  }

  @Test
  void commandsWorkAtAnyQuestion() {
    var dialogue = onFirstDesk();
    assertEquals(List.of("26/35 74% Good", FIRST), dialogue.say(":rate 26/35"));
    assertEquals("C03, court, open, step open", dialogue.say(":case C03").getFirst());
    assertTrue(dialogue.say(":board").contains("2.2 Reviewing: not rated"));
    assertEquals(List.of("nothing here", ANY_CASE), dialogue.say(":alerts"));
    assertTrue(dialogue.say(":nonsense").getFirst().contains("nonsense"));
  }

  @Test
  void anAlertIsAskedFieldByFieldAndStaysTold() {
    var dialogue = onFirstDesk();
    assertEquals("what the risk is?", dialogue.say("!").getLast());
    assertEquals("organisation told?", dialogue.say("No bed tonight").getLast());
    assertEquals("role of who was told?", dialogue.say("Children's services").getLast());
    assertTrue(dialogue.say("Duty manager").getLast().startsWith("told at? now: 2022-03-15T12:00"));
    assertEquals(
        List.of("alert raised", "ALERTS OPEN 1: C01, told Duty manager", FIRST), dialogue.say(""));
    dialogue.say(":alerts");
    assertEquals("status (raised, acting, resolved)? now: raised", dialogue.say("1").getLast());
    assertEquals(
        List.of("one of these is needed", "status (raised, acting, resolved)? now: raised"),
        dialogue.say("gone"));
    assertEquals("outcome?", dialogue.say("resolved").getLast());
    assertEquals(List.of("alert 1 is resolved", "no alert is open now"), dialogue.effect("housed"));
  }

  @Test
  void aColleaguesAnswerIsToldWithWhoAndEffectAndTheQuestionAskedAgain() {
    var dialogue = onFirstDesk();
    assertEquals(
        List.of(
            "AM answered C02 2.2.1 at 12:00",
            "2.2.1 now 1 of 1, 100 per cent, Outstanding",
            "2.2 now Outstanding",
            FIRST),
        dialogue.colleague("AM", Sample.answer(C02, "2.2.1", Answer.YES)));
  }

  @Test
  void aConflictTellsBothValues() {
    var dialogue = onFirstDesk();
    dialogue.lose();
    dialogue.say("y");
    dialogue.colleague("AM", Sample.answer(C01, "2.1.1.1", Answer.NO));
    assertTrue(
        dialogue.reconnect().contains("refused C01 2.1.1.1: AM says no, yours: yes; answer again"));
  }

  @Test
  void aLostConnectionIsToldAndAnswersWait() {
    var dialogue = onFirstDesk();
    assertEquals(List.of("connection lost", FIRST), dialogue.lose());
    assertEquals("connection lost, 1 answer waiting", dialogue.say("y").getFirst());
    assertEquals("connection lost, 2 answers waiting", dialogue.say("n").getFirst());
    assertFalse(dialogue.waits());
    var back = dialogue.reconnect();
    assertTrue(back.contains("connected, 2 answers sent"), back.toString());
    assertTrue(back.contains("C01 2.1.1.1 now yes"), back.toString());
    assertTrue(back.contains("C01 2.1.1.2 now no"), back.toString());
  }

  @Test
  void theEndOfInputLeaves() {
    assertTrue(onFirstDesk().endInput());
    var writing = onFirstDesk();
    writing.say(";");
    assertTrue(writing.endInput());
  }

  @Test
  void theEndOfInputWithAnswersThatWaitIsTold() {
    var dialogue = onFirstDesk();
    dialogue.lose();
    dialogue.say("y");
    assertFalse(dialogue.endInput());
    assertEquals(
        "1 answer not sent yet; quit leaves them, nothing stays here", dialogue.heard().getLast());
  }

  @Test
  void leavingAsksWhileAnswersWait() {
    var dialogue = onFirstDesk();
    dialogue.lose();
    dialogue.say("y");
    dialogue.say("q");
    dialogue.say("");
    assertFalse(dialogue.hasLeft());
    dialogue.say("q");
    dialogue.say("quit");
    assertTrue(dialogue.hasLeft());
  }

  @Test
  void helpListsTheKeysOfThePlace() {
    var dialogue = onFirstDesk();
    var help = dialogue.say("?");
    assertTrue(help.contains("y: answer yes and move on"), help.toString());
    assertTrue(help.contains(":case C17: open a case on the desk"), help.toString());
    assertEquals(FIRST, help.getLast());
  }
}
