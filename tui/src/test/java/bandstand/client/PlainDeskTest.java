package bandstand.client;

import static bandstand.client.Dialogue.ANY_CASE;
import static bandstand.client.Dialogue.FIRST;
import static bandstand.client.Dialogue.onFirstDesk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.state.Printed;
import bandstand.state.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case in plain mode: one question after another, and what an answer comes to. */
class PlainDeskTest {
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
