package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Key by key at the desk; the toy edition's court lines are 2.1.1.1 to 2.2.1. */
class DeskTest {
  private static final List<String> COURT_LINES =
      List.of(
          "2.1.1.1", "2.1.1.2", "2.1.1.3", "2.1.1", "2.1.2.1", "2.1.2.2", "2.1.2", "2.2.1.1",
          "2.2.1.2", "2.2.1", "end");

  private static Walk desk() {
    return Walk.open(Sample.toy()).command("case C01");
  }

  private static Optional<Answer> answerOf(Walk walk, String reference, String code) {
    return walk.daemon()
        .inspection()
        .file(new Reference(reference))
        .orElseThrow()
        .answer(Code.of(code));
  }

  private static Given given(Walk walk, String code) {
    return walk.daemon()
        .inspection()
        .given(Optional.of(Sample.reference(1)), Code.of(code))
        .orElseThrow();
  }

  @Test
  void promptsComeInPrintedOrderAndThenTheJudgement() {
    Walk walk = desk();
    for (String line : COURT_LINES) {
      assertEquals(line, walk.line());
      walk.press("s");
    }
    assertEquals("end", walk.line());
  }

  @Test
  void oneKeyAnswersAndMovesOn() {
    Walk walk = desk().press("y", "n", "a");
    assertEquals(Optional.of(Answer.YES), answerOf(walk, "C01", "2.1.1.1"));
    assertEquals(Optional.of(Answer.NO), answerOf(walk, "C01", "2.1.1.2"));
    assertEquals(Optional.of(Answer.NA), answerOf(walk, "C01", "2.1.1.3"));
    assertEquals("2.1.1", walk.line());
  }

  @Test
  void tenKeysAnswerTheWholeCase() {
    Walk walk = desk().type("yyyyyyyyyy");
    assertEquals("end", walk.line());
    assertEquals(
        10, walk.daemon().inspection().file(Sample.reference(1)).orElseThrow().answers().size());
  }

  @Test
  void aKeyTypedAheadPastTheLastLineChangesNothing() {
    Walk walk = desk().type("yyyyyyyyyynn");
    assertEquals(Optional.of(Answer.YES), answerOf(walk, "C01", "2.2.1"));
    assertTrue(walk.row(-3).contains("after the last line"), walk::screen);
  }

  @Test
  void itOpensAtTheFirstOpenLine() {
    Optional<Reference> first = Optional.of(Sample.reference(1));
    Inspection started =
        Sample.toy(answer(first, "2.1.1.1", Answer.YES), answer(first, "2.1.1.3", Answer.NO));
    assertEquals("2.1.1.2", Walk.open(started).command("case C01").line());
  }

  @Test
  void itIsNotOpenedOnAnErasedCaseWhileAnotherCanBeAnswered() {
    List<Edit> edits = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      edits.add(new Edit.ToCase(Sample.reference(number), true, false));
    }
    for (String name : List.of("erased-1", "f1")) {
      edits.add(new Edit.ToCase(new Reference(name), false, true));
      Sample.fact(edits, new Reference(name), Case.TYPE, "court");
    }
    Walk walk = Walk.open(Sample.toy(edits.toArray(Edit[]::new))).command("desk").press("y");
    assertEquals(Optional.of(Answer.YES), answerOf(walk, "f1", "2.1.1.1"));
  }

  @Test
  void itMovesToTheNextLineEvenWhenThatIsAnsweredAlready() {
    Optional<Reference> first = Optional.of(Sample.reference(1));
    Inspection started = Sample.toy(answer(first, "2.1.1.2", Answer.YES));
    assertEquals("2.1.1.2", Walk.open(started).command("case C01").press("y").line());
  }

  @Test
  void aColleaguesAnswerDoesNotRedirectTheNextKey() {
    Walk walk = desk().press("y");
    walk.colleague("AM", answer(Optional.of(Sample.reference(1)), "2.1.1.2", Answer.NO));
    assertEquals("2.1.1.2", walk.line());
    walk.press("y");
    assertEquals(Optional.of(Answer.YES), answerOf(walk, "C01", "2.1.1.2"));
  }

  @Test
  void enterOnlyMovesOn() {
    Walk walk = desk().press("s", "s", "s", "Enter");
    assertEquals("2.1.2.1", walk.line());
    assertEquals(Optional.empty(), answerOf(walk, "C01", "2.1.1"));
  }

  @Test
  void clearingTakesAwayAnswerAndNoteAndStays() {
    Walk walk = desk().press("N").type("gone").press("Enter", "k", "x");
    assertEquals("2.1.1.1", walk.line());
    assertEquals(Optional.empty(), answerOf(walk, "C01", "2.1.1.1"));
  }

  @Test
  void theSameAnswerAgainIsNoChangeAndMovesOn() {
    Walk walk = desk().press("y", "k");
    long revision = walk.daemon().inspection().revision();
    walk.press("y");
    assertEquals(revision, walk.daemon().inspection().revision());
    assertEquals("2.1.1.2", walk.line());
  }

  @Test
  void anotherAnswerDropsTheReasonAndTheSameKeepsIt() {
    Walk walk = desk().press("Y").type("because").press("Enter", "k", "y", "k");
    assertEquals("because", given(walk, "2.1.1.1").note());
    walk.press("n");
    assertEquals("", given(walk, "2.1.1.1").note());
  }

  @Test
  void aReasonIsAskedForAndThenItMovesOn() {
    Walk walk = desk().press("N");
    assertInstanceOf(Overlay.Writing.class, walk.state().display().overlay().orElseThrow());
    walk.type("y n q: letters are text").press("Enter");
    assertEquals(Optional.of(Answer.NO), answerOf(walk, "C01", "2.1.1.1"));
    assertEquals("y n q: letters are text", given(walk, "2.1.1.1").note());
    assertEquals("2.1.1.2", walk.line());
  }

  @Test
  void aNoteAloneStaysOnTheLineAndLeavesItOpen() {
    Walk walk = desk().press(";").type("ask for the file").press("Enter");
    assertEquals("2.1.1.1", walk.line());
    assertEquals("ask for the file", given(walk, "2.1.1.1").note());
    assertEquals(Optional.empty(), answerOf(walk, "C01", "2.1.1.1"));
  }

  @Test
  void aMarkComesAndGoes() {
    Walk walk = desk().press("m");
    assertTrue(given(walk, "2.1.1.1").ask());
    assertTrue(walk.rowWith("? ask").contains("? ask CM07"), walk::screen);
    walk.press("m");
    assertEquals(
        Optional.empty(),
        walk.daemon().inspection().given(Optional.of(Sample.reference(1)), Code.of("2.1.1.1")));
  }

  @Test
  void bracketsGoToOpenLinesAndBracesToOtherCases() {
    Walk walk = desk().press("y", "y", "g", "]");
    assertEquals("2.1.1.3", walk.line());
    walk.press("[");
    assertTrue(walk.row(-3).contains("no open question before"), walk::screen);
    walk.press("}");
    assertEquals(Optional.of(Sample.reference(2)), walk.desk().subject());
    assertEquals("2.1.1.1", walk.line());
    walk.press("{");
    assertEquals("2.1.1.3", walk.line());
    walk.press("{");
    assertTrue(walk.row(-3).contains("C01 is the first case"), walk::screen);
  }

  @Test
  void leftAndRightGoByKeyQuestions() {
    Walk walk = desk().press("l");
    assertEquals("2.1.2.1", walk.line());
    walk.press("l", "Right");
    assertEquals("end", walk.line());
    walk.press("h");
    assertEquals("2.2.1.1", walk.line());
    walk.press("j", "Left");
    assertEquals("2.2.1.1", walk.line());
    walk.press("Left");
    assertEquals("2.1.2.1", walk.line());
  }

  @Test
  void homeAndEndGoToTheEdges() {
    assertEquals("end", desk().press("G").line());
    assertEquals("2.1.1.1", desk().press("G", "g").line());
  }

  @Test
  void aPastedTextNeverAnswers() {
    Walk walk = desk().paste("yyyynnnn");
    assertEquals("2.1.1.1", walk.line());
    assertEquals(1, walk.daemon().inspection().revision());
    assertTrue(walk.row(-3).contains("a pasted text is no answer"), walk::screen);
  }

  @Test
  void theServiceIsAskedThePromptsOfJudgedStandards() {
    Walk walk = Walk.open(Sample.toy()).command("goto 1.1").press("Enter");
    assertEquals(Optional.empty(), walk.desk().subject());
    assertEquals("1.1.1.1", walk.line());
    walk.press("y", "n");
    assertEquals("end", walk.line());
    Inspection inspection = walk.daemon().inspection();
    assertEquals(
        Optional.of(Answer.NO),
        inspection.given(Optional.empty(), Code.of("1.1.1.2")).flatMap(Given::answer));
    assertTrue(
        walk.rowWith("1.1.1 1/2").startsWith("1.1.1 1/2 50% Requires improvement indicative"));
  }

  @Test
  void withoutPromptsTheServiceIsAskedTheKeyQuestionItself() {
    Walk walk = Walk.open(Sample.small()).command("goto 1.1").press("Enter");
    assertEquals("1.1.1", walk.line());
  }

  @Test
  void theCaseNoteAndItsStepAreSavedTogether() {
    Walk walk = desk().press("c").type("Seen twice").press("Tab", "i", "Ctrl-s");
    Case file = walk.daemon().inspection().file(Sample.reference(1)).orElseThrow();
    assertEquals(Optional.of("Seen twice"), file.fact(Case.NOTE));
    assertEquals("interviewed", file.step().word());
  }

  @Test
  void whatIsTakenBackAndNoAnswerIsNamed() {
    Walk walk = desk().press("c").type("Seen twice").press("Ctrl-s", "u");
    assertTrue(
        walk.screen().contains("taken back: note and step of C01; U brings it back"), walk::screen);
  }

  @Test
  void aCaseThatIsSubmittedSaysHowManyQuestionsAreOpen() {
    Walk walk = desk().press("y", "c", "Tab", "s", "Ctrl-s");
    Matcher whole = Pattern.compile("whole case 1/(\\d+)").matcher(walk.screen());
    assertTrue(whole.find(), walk::screen);
    int open = Integer.parseInt(whole.group(1)) - 1;
    assertTrue(walk.screen().contains("C01 saved: submitted with " + open + " open"), walk::screen);
  }

  @Test
  void aViewerIsToldThatNothingIsWritten() {
    Walk walk = desk();
    walk.bring(
        new Message.Connected(
            "x", new bandstand.inspection.Person("V", bandstand.inspection.Role.VIEWER)));
    walk.press("y");
    assertEquals("2.1.1.1", walk.line());
    assertEquals(1, walk.daemon().inspection().revision());
    assertTrue(walk.row(-3).contains("your role may read"), walk::screen);
  }

  @Test
  void aKeyThatMeansNothingTakesTheRestOfItsBurstWithIt() {
    Walk walk = desk().press("/");
    String said = "/ filters lists only; keys typed with it are ignored";
    assertTrue(walk.row(-3).contains(said), walk::screen);
    walk.type("yn2.1").at(Sample.AT.plusMillis(149)).press("y");
    assertEquals(1, walk.daemon().inspection().revision());
    assertEquals("2.1.1.1", walk.line());
    assertTrue(walk.row(-3).contains(said), walk::screen);
    walk.at(Sample.AT.plusMillis(149 + 150)).press("y");
    assertEquals(2, walk.daemon().inspection().revision());
  }

  @Test
  void aBurstAfterAnUnknownKeyIsIgnoredWhereKeysAnswerAlone() {
    assertEquals(1, desk().press("%", "y").daemon().inspection().revision());
    Walk cases = Walk.open(Sample.toy()).command("cases").press("%", "Enter");
    assertEquals(Where.DESK, Where.of(cases.state().screen()));
    assertEquals(List.of(new Effect.Quit()), desk().press("%", "Ctrl-c").effects());
  }
}
