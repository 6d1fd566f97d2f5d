package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 2 of the method: what the prompts of one case lean to. */
class StandingTest {
  /** 2.1.1 has five prompts, 2.1.2 two, 2.1.3 none. */
  private static final Framework EDITION =
      Sample.edition().cases("2.1", "court", 5, 2, 0).framework();

  private final Fieldwork fieldwork = new Fieldwork(EDITION).file("C01", "court");

  @ParameterizedTest
  @CsvSource({"Y....", "YYN..", "YYYNN", "YA...", "YAAAA", "YYNAA"})
  void moreYesThanNoLeansYes(String prompts) {
    assertEquals(Standing.LEANS_YES, standingAfter(prompts));
  }

  @ParameterizedTest
  @CsvSource({"N....", "NNY..", "NNNYY", "NA...", "NAAAA", "NNYAA"})
  void moreNoThanYesLeansNo(String prompts) {
    assertEquals(Standing.LEANS_NO, standingAfter(prompts));
  }

  @ParameterizedTest
  @CsvSource({"YN...", "YYNN.", "YNA..", "YYNNA"})
  void aTieGivesNoLeaning(String prompts) {
    assertEquals(Standing.OPEN, standingAfter(prompts));
  }

  @ParameterizedTest
  @CsvSource({"A....", "AAAAA"})
  void onlyNotApplicableGivesNoLeaning(String prompts) {
    assertEquals(Standing.OPEN, standingAfter(prompts));
  }

  @Test
  void noPromptAnsweredGivesNoLeaning() {
    assertEquals(Standing.OPEN, standing("2.1.1"));
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void anEnteredJudgementSilencesTheLeaning(Answer judgement) {
    Answer prompts = judgement == Answer.YES ? Answer.NO : Answer.YES;
    fieldwork.answer("C01", "2.1.1.1 2.1.1.2 2.1.1.3", prompts).answer("C01", "2.1.1", judgement);
    assertEquals(Standing.valueOf(judgement.name()), standing("2.1.1"));
  }

  @Test
  void aJudgementTakenBackLetsThePromptsLeanAgain() {
    fieldwork.answer("C01", "2.1.1.1", Answer.NO).answer("C01", "2.1.1", Answer.YES);
    fieldwork.clear("C01", "2.1.1");
    assertEquals(Standing.LEANS_NO, standing("2.1.1"));
  }

  @Test
  void aNoteWithoutAnAnswerIsNoJudgement() {
    fieldwork.answer("C01", "2.1.1.1", Answer.YES);
    fieldwork.give(
        Optional.of(new Reference("C01")),
        "2.1.1",
        Optional.of(fieldwork.given(Optional.empty(), "Ask the case manager.")));
    assertEquals(Standing.LEANS_YES, standing("2.1.1"));
  }

  @Test
  void aNoteAtAPromptDoesNotLean() {
    fieldwork.give(
        Optional.of(new Reference("C01")),
        "2.1.1.1",
        Optional.of(fieldwork.given(Optional.empty(), "Not in the file.")));
    assertEquals(Standing.OPEN, standing("2.1.1"));
  }

  @Test
  void promptsLeanForTheirOwnKeyQuestionOnly() {
    fieldwork.answer("C01", "2.1.1.1 2.1.1.2", Answer.YES).answer("C01", "2.1.2.1", Answer.NO);
    assertEquals(Standing.LEANS_YES, standing("2.1.1"));
    assertEquals(Standing.LEANS_NO, standing("2.1.2"));
    assertEquals(Standing.OPEN, standing("2.1.3"));
  }

  @Test
  void aPromptItselfNeverLeans() {
    fieldwork.answer("C01", "2.1.1", Answer.YES);
    assertEquals(Standing.OPEN, standing("2.1.1.1"));
  }

  /** Y, N, A, or nothing at each prompt of 2.1.1. */
  private Standing standingAfter(String prompts) {
    for (int ordinal = 1; ordinal <= prompts.length(); ordinal++) {
      String code = "2.1.1." + ordinal;
      switch (prompts.charAt(ordinal - 1)) {
        case 'Y' -> fieldwork.answer("C01", code, Answer.YES);
        case 'N' -> fieldwork.answer("C01", code, Answer.NO);
        case 'A' -> fieldwork.answer("C01", code, Answer.NA);
        default -> {}
      }
    }
    return standing("2.1.1");
  }

  private Standing standing(String code) {
    Question question = EDITION.question(Code.of(code)).orElseThrow();
    return Standing.of(fieldwork.held("C01"), question);
  }
}
