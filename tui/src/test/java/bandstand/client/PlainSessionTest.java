package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.state.Printed;
import bandstand.state.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainSessionTest {

  private static final Optional<Reference> C01 = Optional.of(new Reference("C01"));
  private static final Optional<Reference> C02 = Optional.of(new Reference("C02"));
  private static final String ANY_CASE =
      "case? its reference, nothing for the first open one, or a code; ? lists the keys,"
          + " q leaves";
  private static final String FIRST = "C01 2.1.1.1: Attitudes and motives are analysed? open";

  private static Dialogue onFirstDesk() {
    var dialogue = Dialogue.in(Sample.toy());
    dialogue.say("C01");
    return dialogue;
  }

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
  void aCaseIsChosenByItsReferenceAndAskedLineByLine() {
    var dialogue = Dialogue.in(Sample.toy());
    assertEquals(List.of("C01, court, open, step open", FIRST), dialogue.say("c01"));
  }

  @Test
  void nothingOpensTheFirstOpenCase() {
    assertEquals(List.of("C01, court, open, step open", FIRST), Dialogue.in(Sample.toy()).say(""));
  }

  @Test
  void aCaseIsChosenByItsNumberInTheList() {
    var dialogue = Dialogue.in(Sample.toy());
    assertEquals(
        List.of(
            "1 C01, court, open, step open",
            "2 C02, court, open, step open",
            "3 C03, court, open, step open",
            "4 C04, out-of-court, open, step open",
            ANY_CASE),
        dialogue.say(":cases"));
    assertEquals("C04, out-of-court, open, step open", dialogue.say("4").getFirst());
  }

  @Test
  void anAnswerIsToldWithItsEffectAndTheNextQuestionAsked() {
    var dialogue = onFirstDesk();
    assertEquals(
        List.of(
            "C01 2.1.1.1 now yes",
            "2.1.1 now not rated; with leanings 1 of 1, 100 per cent, Outstanding",
            "C01 2.1.1.2: Diversity is considered? open"),
        dialogue.say("y"));
  }

  @Test
  void theJudgementMovesTheFigureAndTheRatings() {
    var dialogue = onFirstDesk();
    dialogue.say("n");
    dialogue.say("a");
    dialogue.say("s");
    assertEquals(
        List.of("C01 2.1.1 now yes", "2.1.1 now 1 of 1, 100 per cent, Outstanding"),
        dialogue.effect("y"));
    dialogue.say("2.1.2");
    assertEquals(
        List.of(
            "C01 2.1.2 now no",
            "2.1.2 now 0 of 1, 0 per cent, Inadequate",
            "2.1 now Inadequate",
            "overall now 0 to 11: Inadequate to Outstanding"),
        dialogue.effect("n"));
  }

  @Test
  void aFigureIsSaidAsTheDocumentOfTheProductSays() {
    var dialogue = Dialogue.in(Sample.leicester());
    dialogue.say(":case C01");
    var effect = dialogue.effect("2.3.2");
    assertEquals(List.of(), effect);
    assertEquals(
        List.of("C01 2.3.2 now no", "2.3.2 now 26 of 35, 74 per cent, Good"), dialogue.effect("n"));
  }

  @Test
  void undoTakesBackTheLastAnswer() {
    var dialogue = onFirstDesk();
    dialogue.say("y");
    assertEquals(
        List.of("taken back; U brings it back", "2.1.1 now not rated"), dialogue.effect("u"));
  }

  @Test
  void aReasonMayStandBehindTheAnswer() {
    var dialogue = onFirstDesk();
    assertEquals("C01 2.1.1.1 now no", dialogue.say("n nobody asked him: why?").getFirst());
    assertEquals(
        List.of(
            "C01 2.1.1.1: Attitudes and motives are analysed? now no;"
                + " note: nobody asked him: why?"),
        dialogue.say("2.1.1.1"));
  }

  @Test
  void aReasonIsAskedForWhenTheKeyIsAlone() {
    var dialogue = onFirstDesk();
    assertEquals(
        List.of(
            "nothing keeps what stands, - empties it, . leaves without saving", "reason for no?"),
        dialogue.say("N"));
    assertEquals("C01 2.1.1.1 now no", dialogue.say("y").getFirst());
    assertTrue(dialogue.say("2.1.1.1").getLast().endsWith("? now no; note: y"));
  }

  @Test
  void aNoteIsReplacedEmptiedOrLeft() {
    var dialogue = onFirstDesk();
    assertEquals("C01 2.1.1.1 now open, with a note", dialogue.say("; first").getFirst());
    assertTrue(dialogue.say("; second").getLast().endsWith("? open; note: second"));
    assertEquals("note? now: second", dialogue.say(";").getLast());
    assertTrue(dialogue.say(".").getLast().endsWith("? open; note: second"));
    dialogue.say(";");
    assertEquals(FIRST, dialogue.say("-").getLast());
  }

  @Test
  void askMarksTheQuestion() {
    assertEquals(FIRST + "; marked to ask", onFirstDesk().say("m").getLast());
  }

  @Test
  void wordsAreAsGoodAsKeys() {
    var dialogue = onFirstDesk();
    assertEquals("C01 2.1.1.1 now yes", dialogue.say("yes").getFirst());
    assertEquals("C01 2.1.1.2 now n/a", dialogue.say("n/a").getFirst());
    assertTrue(dialogue.say("skip").getLast().startsWith("C01 2.1.1 judgement"));
  }

  @Test
  void aLineThatIsNoKeyAnswersNothing() {
    var dialogue = onFirstDesk();
    for (String line : List.of("yy", "nonsense", "yes no", "z", "17", "ny", "y.")) {
      assertEquals(
          List.of("\"" + line + "\" does nothing here; ? lists what does", FIRST),
          dialogue.say(line),
          line);
    }
  }

  @Test
  void nothingSkips() {
    assertEquals(List.of("C01 2.1.1.2: Diversity is considered? open"), onFirstDesk().say(""));
  }

  @Test
  void theEndOfACaseSaysSo() {
    var dialogue = onFirstDesk();
    dialogue.say("2.2.1");
    assertEquals(
        "no further question here; } is the next case, :cases lists them, q leaves",
        dialogue.say("y").getLast());
    assertEquals("C02, court, open, step open", dialogue.say("}").getFirst());
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
        dialogue
            .reconnect()
            .contains("refused C01 2.1.1.1: AM says no, yours: yes; answer again to decide"));
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

  @Test
  void aCodeTellsItsFigures() {
    var dialogue = Dialogue.in(Sample.leicester());
    assertEquals(
        List.of("2.3 Implementation and delivery: Good  lowest: 2.3.3  settled"),
        dialogue.say("2.3").subList(0, 1));
    assertEquals(List.of("  2.3.2 27/35 77% Good  down 5 up 1", ANY_CASE), dialogue.say("2.3.2"));
  }

  @Test
  void theCodeOfAJudgedStandardAsksTheServicesOwnQuestions() {
    var dialogue = Dialogue.in(Sample.toy());
    assertEquals(List.of("1.1.1.1: The Board sets direction? open"), dialogue.say("1.1"));
    assertEquals(
        List.of("1.1.1.1 now yes", "1.1.1 now 1 of 1, 100 per cent, Good, indicative only"),
        dialogue.effect("y"));
  }

  @Test
  void thePrintedWordsAreSaidAfterTheQuestion() {
    var dialogue = onFirstDesk();
    assertEquals(
        List.of(FIRST, "the words are ours; bandstand wording FILE adds the printed ones", FIRST),
        dialogue.say("i"));
    dialogue.printed(
        new Printed(true, Map.of(Code.of("2.1.1.1"), "Is it analysed why?"), Map.of()));
    assertEquals(
        List.of(FIRST, "2.1.1.1 as printed: Is it analysed why?", FIRST), dialogue.say("i"));
  }

  @Test
  void theStatementAndThePrintedCharacteristicsOfAStandardAreSaid() {
    var dialogue = onFirstDesk();
    dialogue.say(":standards");
    dialogue.printed(
        new Printed(
            true,
            Map.of(Code.of("2.1"), "It is led."),
            Map.of(Code.of("2.1"), Map.of(Rating.GOOD, List.of("It is led well.")))));
    List<String> said = dialogue.say("i");
    assertTrue(said.contains("2.1 as printed: It is led."), said::toString);
    assertEquals(
        List.of("2.1, Good as printed, a guide:", "It is led well."),
        said.subList(said.indexOf("2.1 as printed: It is led.") + 1, said.size() - 1));
  }
}
