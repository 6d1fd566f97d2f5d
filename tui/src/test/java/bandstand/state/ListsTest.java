package bandstand.state;

import static bandstand.state.Sample.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Standards, cases, their filters, and where Enter leads. */
class ListsTest {

  private static List<String> cases(Walk walk, String filter) {
    Screen.Cases screen = new Screen.Cases(Optional.empty(), filter);
    return Rows.cases(walk.state(), walk.state().opened().orElseThrow(), screen).stream()
        .map(file -> file.reference().text())
        .toList();
  }

  private static Optional<Reference> subject(int number) {
    return Optional.of(Sample.reference(number));
  }

  private static Walk judged() {
    Edit[] edits = {
      answer(subject(1), "2.1.1", Answer.YES),
      answer(subject(1), "2.1.2", Answer.NO),
      answer(subject(1), "2.2.1", Answer.NA),
      answer(subject(2), "2.1.1", Answer.NO),
      answer(subject(2), "2.1.1.2", Answer.NO),
      answer(subject(3), "2.2.1", Answer.NO),
      new Edit.ToFact(Sample.reference(3), Case.ASSIGNEE, Optional.empty(), Optional.of("PB")),
      new Edit.ToFact(
          Sample.reference(2), "attributes.rosh", Optional.empty(), Optional.of("very high")),
      new Edit.ToAlert(
          1, Optional.empty(), Optional.of(Sample.alert(1, "C02", Alert.Status.ACTING)))
    };
    return Walk.open(Sample.toy(edits));
  }

  @Test
  void openCasesLackAJudgement() {
    assertEquals(List.of("C02", "C03", "C04"), cases(judged(), "open"));
  }

  @Test
  void mineAreAssignedToMe() {
    assertEquals(List.of("C03"), cases(judged(), "mine"));
  }

  @Test
  void noWithAStandardFindsItsKeyQuestionsAlone() {
    Walk walk = judged();
    assertEquals(List.of("C01", "C02"), cases(walk, "no 2.1"));
    assertEquals(List.of("C02"), cases(walk, "no 2.1.1"));
    assertEquals(List.of("C02"), cases(walk, "no 2.1.1.2"));
    assertEquals(List.of("C03"), cases(walk, "no 2.2"));
    assertEquals(List.of("C01"), cases(walk, "yes 2"));
    assertEquals(List.of("C01"), cases(walk, "na 2.2"));
    assertEquals(List.of("C03"), cases(walk, "open 2.1.1"));
  }

  @Test
  void wordsAreLookedForInTheFacts() {
    Walk walk = judged();
    assertEquals(List.of("C02"), cases(walk, "VERY high"));
    assertEquals(List.of("C04"), cases(walk, "out-of"));
    assertEquals(List.of("C03"), cases(walk, "court mine open"));
    assertEquals(List.of("C02"), cases(walk, "alert"));
    assertEquals(List.of("C03"), cases(walk, "03"));
    assertEquals(List.of(), cases(walk, "nothing such"));
    assertEquals(4, cases(walk, " ").size());
  }

  @Test
  void aCodeAloneKeepsTheCasesAskedIt() {
    assertEquals(List.of("C04"), cases(judged(), "3.1"));
  }

  @Test
  void aPendingAnswerCountsForTheFilter() {
    Walk walk = judged().command("case C03").slow().command("goto 2.1.1").press("n");
    assertEquals(List.of("C01", "C02", "C03"), cases(walk, "no 2.1"));
  }

  @Test
  void theListFollowsTheFilterAndEscBringsTheOldOneBack() {
    Walk walk = judged().command("cases").press("/").type("mine");
    assertTrue(walk.row(4).startsWith("> C03"), walk::screen);
    walk.press("Enter", "/").type(" x").press("Esc");
    assertEquals("mine", ((Screen.Cases) walk.state().screen()).filter());
    walk.press("/", "Ctrl-u", "Enter");
    assertEquals("", ((Screen.Cases) walk.state().screen()).filter());
  }

  @Test
  void enterOpensTheCaseAtTheQuestionOfTheFilter() {
    Walk walk = judged().command("cases").press("/").type("no 2.1.2").press("Enter", "Enter");
    assertEquals("2.1.2", walk.line());
    assertEquals(subject(1), walk.desk().subject());
  }

  @Test
  void escGoesBackTheWayOneCame() {
    Walk walk = judged().command("cases").press("Enter");
    assertEquals(Where.DESK, Where.of(walk.state().screen()));
    walk.press("Esc");
    assertEquals(Where.CASES, Where.of(walk.state().screen()));
    walk.press("Esc");
    assertEquals(Where.STANDARDS, Where.of(walk.state().screen()));
    walk.press("Esc");
    assertEquals(Where.INSPECTIONS, Where.of(walk.state().screen()));
    walk.press("Esc");
    assertTrue(walk.row(-2).contains("this is the first screen; q leaves"), walk::screen);
  }

  @Test
  void promptsUnfoldInTheTreeAndLeadToTheirCases() {
    Walk walk = judged().command("goto 2.1.1").press("Enter", "j", "j");
    assertEquals(Optional.of(Code.of("2.1.1.2")), Acting.selected(walk.state()));
    walk.press("Enter");
    assertEquals("2.1.1.2", ((Screen.Cases) walk.state().screen()).filter());
    walk.press("Esc", "k", "k", "Enter", "j");
    assertEquals(Optional.of(Code.of("2.1.2")), Acting.selected(walk.state()));
  }

  @Test
  void withoutPromptsAKeyQuestionLeadsToItsCases() {
    Walk walk = judged().command("goto 3.1.1").press("Enter");
    assertEquals("3.1.1", ((Screen.Cases) walk.state().screen()).filter());
    walk.press("Enter");
    assertEquals("3.1.1", walk.line());
  }

  @Test
  void leftGoesUpTheTreeAndRightDown() {
    Walk walk = judged().command("goto 2.1.2").press("h");
    assertEquals(Optional.of(Code.of("2.1")), Acting.selected(walk.state()));
    walk.press("h", "h");
    assertEquals(Optional.of(Code.of("2")), Acting.selected(walk.state()));
    walk.press("l", "l", "l");
    assertEquals(Optional.of(Code.of("2.1.1")), Acting.selected(walk.state()));
    walk.press("l");
    assertEquals(Optional.of(Code.of("2.1.1.1")), Acting.selected(walk.state()));
    walk.press("h", "h");
    assertEquals(Optional.empty(), ((Screen.Standards) walk.state().screen()).unfolded());
  }

  @Test
  void theTreeIsFilteredByWords() {
    Walk walk = judged().press("/").type("reviewing").press("Enter");
    assertTrue(walk.row(2).startsWith("> ") && walk.row(2).contains("2.2 Reviewing"));
    assertTrue(walk.row(3).contains("2.2.1 Reviewing keeps"), walk::screen);
    assertTrue(walk.row(4).stripLeading().startsWith("│"), walk::screen);
  }

  @Test
  void anInspectionWithoutCasesSaysSo() {
    Inspection empty = Sample.made("empty", Sample.TOY, List.of());
    Walk walk = Walk.open(empty).command("cases");
    assertTrue(walk.screen().contains("no cases yet"), walk::screen);
    walk.press("Enter", "t", "j", "G");
    walk.command("desk");
    assertTrue(walk.row(-2).contains("there are no cases yet"), walk::screen);
  }

  @Test
  void openingTellsWhenTheInspectionCannotBeRead() {
    Walk walk = Walk.start(Sample.toy());
    walk.bring(
        new Message.ReadRefused(
            new Effect.Open(Sample.toy().id()),
            bandstand.framework.Problem.of(
                bandstand.framework.Problem.Kind.NOT_FOUND, "There is no toy")));
    assertTrue(walk.row(-2).contains("not read: There is no toy"), walk::screen);
  }
}
