package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One edition: its questions, who is asked them, and what it calls a rating. */
class FrameworkTest {
  private static final Framework EDITION =
      Sample.edition()
          .judged("1.1", 2)
          .cases("2.1", "court", 0, 3)
          .triangulated("2.4", "court", 0)
          .framework();

  @Test
  void questionsStandInCodeOrderEachBeforeItsPrompts() {
    var codes = EDITION.questions().stream().map(Question::code).toList();
    assertEquals(
        Sample.codes("1.1.1 1.1.1.1 1.1.1.2 2.1.1 2.1.2 2.1.2.1 2.1.2.2 2.1.2.3 2.4.1"), codes);
  }

  @Test
  void aQuestionKnowsItsPlaceAmongAll() {
    for (int index = 0; index < EDITION.questions().size(); index++) {
      assertEquals(index, EDITION.questions().get(index).index());
    }
  }

  @Test
  void aQuestionIsFoundByItsCode() {
    Question prompt = EDITION.question(Code.of("2.1.2.3")).orElseThrow();
    assertTrue(prompt.isPrompt());
    assertEquals(Code.of("2.1.2"), prompt.keyQuestion().code());
    assertEquals(Code.of("2.1"), prompt.standard().code());
    assertFalse(EDITION.question(Code.of("2.1.2")).orElseThrow().isPrompt());
  }

  @Test
  void whatTheEditionLacksIsNotFound() {
    assertEquals(Optional.empty(), EDITION.question(Code.of("2.1.3")));
    assertEquals(Optional.empty(), EDITION.question(Code.of("2.1")));
    assertEquals(Optional.empty(), EDITION.standard(Code.of("2.2")));
    assertFalse(EDITION.knowsCaseType("bail-and-remand"));
  }

  @Test
  void theStandardSaysWhoIsAsked() {
    Question byCases = EDITION.question(Code.of("2.1.1")).orElseThrow();
    assertTrue(byCases.asksCase("court"));
    assertFalse(byCases.asksCase("out-of-court"));
    assertFalse(byCases.asksService());
    Question ofService = EDITION.question(Code.of("1.1.1")).orElseThrow();
    assertTrue(ofService.asksService());
    assertFalse(ofService.asksCase("court"));
    Question both = EDITION.question(Code.of("2.4.1")).orElseThrow();
    assertTrue(both.asksService());
    assertTrue(both.asksCase("court"));
  }

  @Test
  void theScoreOfARatingIsItsPlaceInTheTable() {
    assertEquals("Inadequate", EDITION.word(Rating.ofScore(0)).title());
    assertEquals("Requires improvement", EDITION.word(Rating.ofScore(1)).title());
    assertEquals("Good", EDITION.word(Rating.ofScore(2)).title());
    assertEquals("Outstanding", EDITION.word(Rating.ofScore(3)).title());
  }

  @Test
  void aRatingReadsAndWritesTheSame() {
    for (Rating rating : Rating.values()) {
      assertEquals(Optional.of(rating), Rating.ofWord(rating.word()));
    }
    assertEquals(Optional.empty(), Rating.ofWord("Good"));
  }

  @Test
  void aStandardScoredByCasesNeedsAType() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Standard(
                Code.of("2.1"), "Assessment", Standard.Kind.CASES, true, Set.of(), List.of()));
  }
}
