package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.framework.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How answers count up, change by change. */
class TalliesTest {
  private static final int CHANGES = 150;

  private static final Framework EDITION =
      Sample.edition()
          .judged("1.1", 3, 0)
          .cases("2.1", "court", 2)
          .triangulated("2.4", "court", 0)
          .cases("3.1", "out-of-court", 2)
          .framework();

  private final Fieldwork fieldwork = new Fieldwork(EDITION);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void talliesKeptByDifferencesEqualARecountFromNothing(long seed) {
    var changes = new RandomChanges(seed);
    var random = new Fieldwork(RandomChanges.EDITION);
    for (int count = 0; count < CHANGES; count++) {
      Inspection state = random.record(changes.next(random.now())).now();
      String where = "seed " + seed + ", revision " + state.revision();
      Tallies recount = Tallies.of(state.framework(), state.cases().values(), state.answers());
      assertEquals(Content.tallies(state, recount), Content.tallies(state), where);
      for (Question question : state.framework().questions()) {
        assertEquals(byHand(state, question), state.tallies().ofCases(question), where);
        assertEquals(serviceByHand(state, question), state.tallies().ofService(question), where);
      }
    }
  }

  @Test
  void beforeItsFirstChangeAnInspectionIsCountedToo() {
    Inspection blank = Inspection.blank(new InspectionId("blank"), EDITION);
    for (Question question : EDITION.questions()) {
      assertEquals(Tally.NOTHING, blank.tallies().ofCases(question));
      assertEquals(serviceByHand(blank, question), blank.tallies().ofService(question));
    }
  }

  @Test
  void theCaseTypeDecidesWhichQuestionsAreAsked() {
    fieldwork.file("C01", "court").file("D01", "out-of-court").file("D02", "out-of-court");
    assertEquals(open(1), ofCases("2.1.1"));
    assertEquals(open(1), ofCases("2.1.1.2"));
    assertEquals(open(1), ofCases("2.4.1"));
    assertEquals(open(2), ofCases("3.1.1"));
    assertEquals(open(2), ofCases("3.1.1.1"));
    assertEquals(Tally.NOTHING, ofCases("1.1.1"));
  }

  @Test
  void aCaseOfAnotherTypeAnswersOtherQuestions() {
    fieldwork.file("C01", "court").answer("C01", "2.1.1 3.1.1", Answer.YES);
    Reference subject = new Reference("C01");
    fieldwork.change(
        Change.Kind.CASE,
        new Edit.ToFact(subject, Case.TYPE, Optional.of("court"), Optional.of("out-of-court")));
    assertEquals(Tally.NOTHING, ofCases("2.1.1"));
    assertEquals(Tally.of(1, 0), ofCases("3.1.1"));
  }

  @Test
  void everyAnswerCountsOnceAndTheRestIsOpen() {
    for (String reference : List.of("C01", "C02", "C03", "C04", "C05", "C06")) {
      fieldwork.file(reference, "court");
    }
    fieldwork.answer("C01", "2.1.1", Answer.YES).answer("C02", "2.1.1", Answer.YES);
    fieldwork.answer("C03", "2.1.1", Answer.NO).answer("C04", "2.1.1", Answer.NA);
    fieldwork.answer("C05", "2.1.1.1", Answer.NO);
    assertEquals(new Tally(2, 1, 1, 2, 0, 1), ofCases("2.1.1"));
    assertEquals(new Tally(0, 1, 0, 5, 0, 0), ofCases("2.1.1.1"));
    fieldwork.answer("C01", "2.1.1", Answer.NA).clear("C02", "2.1.1");
    assertEquals(new Tally(0, 1, 2, 3, 0, 1), ofCases("2.1.1"));
  }

  @Test
  void leaningsCountAsAnswersOnlyWhenProjected() {
    Tally tally = new Tally(4, 3, 2, 10, 5, 1);
    assertEquals(new Tally(9, 4, 2, 4, 0, 0), tally.projected());
    assertEquals(new Tally(4, 3, 2, 10, 0, 0), tally.confirmed());
    assertEquals(7, tally.counted());
    assertEquals(19, tally.total());
  }

  @Test
  void theServiceAnswersJudgedStandardsOnceForItself() {
    fieldwork.serve("1.1.1.1 2.4.1", Answer.YES).serve("1.1.1.2", Answer.NO);
    fieldwork.serve("2.1.1", Answer.YES);
    assertEquals(Tally.of(1, 0), ofService("1.1.1.1"));
    assertEquals(Tally.of(1, 0), ofService("2.4.1"));
    assertEquals(open(1), ofService("1.1.1.3"));
    assertEquals(Tally.NOTHING, ofService("2.1.1"));
    assertEquals(Tally.NOTHING, ofCases("2.4.1"));
  }

  @Test
  void theServicesPromptsCountUpForTheirKeyQuestion() {
    fieldwork.serve("1.1.1.1", Answer.YES).serve("1.1.1.2", Answer.NA).serve("1.1.1", Answer.NO);
    assertEquals(new Tally(1, 0, 1, 1, 0, 0), ofServicePrompts("1.1.1"));
  }

  @Test
  void withoutPromptsTheServicesOwnAnswerCounts() {
    assertEquals(open(1), ofServicePrompts("1.1.2"));
    fieldwork.serve("1.1.2", Answer.NO);
    assertEquals(Tally.of(0, 1), ofServicePrompts("1.1.2"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,0,0,0,0,0",
    "0,-1,0,0,0,0",
    "0,0,-1,0,0,0",
    "0,0,0,-1,0,0",
    "0,0,0,1,-1,0",
    "0,0,0,1,0,-1",
    "0,0,0,1,1,1"
  })
  void noCountIsNegativeAndLeaningsAreOpen(int yes, int no, int na, int open, int lean, int other) {
    assertThrows(IllegalArgumentException.class, () -> new Tally(yes, no, na, open, lean, other));
  }

  private static Tally open(int cases) {
    return new Tally(0, 0, 0, cases, 0, 0);
  }

  private Tally ofCases(String code) {
    return fieldwork.now().tallies().ofCases(EDITION.question(Code.of(code)).orElseThrow());
  }

  private Tally ofService(String code) {
    return fieldwork.now().tallies().ofService(EDITION.question(Code.of(code)).orElseThrow());
  }

  private Tally ofServicePrompts(String code) {
    KeyQuestion keyQuestion = EDITION.question(Code.of(code)).orElseThrow().keyQuestion();
    return fieldwork.now().tallies().ofServicePrompts(keyQuestion);
  }

  /** Rules 1 and 2 of the method, case by case. */
  private static Tally byHand(Inspection state, Question question) {
    Tally sum = Tally.NOTHING;
    for (Case file : state.cases().values()) {
      if (question.standard().caseTypes().contains(file.type())) {
        sum = sum.plus(one(file.answer(question.code()), leaning(file, question)));
      }
    }
    return sum;
  }

  private static Tally serviceByHand(Inspection state, Question question) {
    return question.standard().judged()
        ? one(state.given(Optional.empty(), question.code()).flatMap(Given::answer), 0)
        : Tally.NOTHING;
  }

  /** Yes less no among the prompts of a key question. */
  private static long leaning(Case file, Question question) {
    return question.isPrompt()
        ? 0
        : count(file, question, Answer.YES) - count(file, question, Answer.NO);
  }

  private static long count(Case file, Question question, Answer answer) {
    return question.keyQuestion().prompts().stream()
        .filter(prompt -> file.answer(prompt.code()).equals(Optional.of(answer)))
        .count();
  }

  private static Tally one(Optional<Answer> answer, long leaning) {
    if (answer.isEmpty()) {
      return new Tally(0, 0, 0, 1, leaning > 0 ? 1 : 0, leaning < 0 ? 1 : 0);
    }
    return switch (answer.get()) {
      case YES -> new Tally(1, 0, 0, 0, 0, 0);
      case NO -> new Tally(0, 1, 0, 0, 0, 0);
      case NA -> new Tally(0, 0, 1, 0, 0, 0);
    };
  }
}
