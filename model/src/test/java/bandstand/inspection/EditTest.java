package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One field going from one value to another. */
class EditTest {
  private static final Reference CASE = new Reference("C01");
  private static final Code QUESTION = Code.of("2.1.1");
  private static final Given YES = given(Answer.YES, "ada");
  private static final Given NO = given(Answer.NO, "ada");
  private static final Judgement GOOD = Fieldwork.judgement(Optional.of(Rating.GOOD));
  private static final Judgement NOT_RATED = Fieldwork.judgement(Optional.empty());
  private static final Alert ALERT =
      new Alert(
          1,
          Optional.of(CASE),
          "Risk",
          "Police",
          "sergeant",
          "2019-09-01",
          Alert.Status.RAISED,
          "",
          "ada");

  /** Every kind of edit, with the one that takes it back. */
  static Stream<List<Edit>> pairs() {
    return Stream.of(
        List.of(
            new Edit.ToAnswer(Optional.of(CASE), QUESTION, Optional.of(YES), Optional.of(NO)),
            new Edit.ToAnswer(Optional.of(CASE), QUESTION, Optional.of(NO), Optional.of(YES))),
        List.of(
            new Edit.ToAnswer(Optional.empty(), QUESTION, Optional.empty(), Optional.of(NO)),
            new Edit.ToAnswer(Optional.empty(), QUESTION, Optional.of(NO), Optional.empty())),
        List.of(new Edit.ToCase(CASE, false, true), new Edit.ToCase(CASE, true, false)),
        List.of(
            new Edit.ToFact(CASE, Case.NOTE, Optional.of("a"), Optional.of("b")),
            new Edit.ToFact(CASE, Case.NOTE, Optional.of("b"), Optional.of("a"))),
        List.of(
            new Edit.ToDetail(Inspection.NOTES, Optional.of("a"), Optional.empty()),
            new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("a"))),
        List.of(
            new Edit.ToJudgement(Code.of("2.1"), Optional.of(GOOD), Optional.of(NOT_RATED)),
            new Edit.ToJudgement(Code.of("2.1"), Optional.of(NOT_RATED), Optional.of(GOOD))),
        List.of(
            new Edit.ToDiscretion(Code.of("2.1"), Optional.empty(), Optional.of(GOOD)),
            new Edit.ToDiscretion(Code.of("2.1"), Optional.of(GOOD), Optional.empty())),
        List.of(
            new Edit.ToAlert(1, Optional.empty(), Optional.of(ALERT)),
            new Edit.ToAlert(1, Optional.of(ALERT), Optional.empty())),
        List.of(
            new Edit.ToMark("panel", Optional.of(3L), Optional.of(7L)),
            new Edit.ToMark("panel", Optional.of(7L), Optional.of(3L))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anEditIsTakenBackByItsValuesExchanged(List<Edit> pair) {
    assertEquals(pair.getLast(), pair.getFirst().reversed());
    assertEquals(pair.getFirst(), pair.getFirst().reversed().reversed());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anEditTakenBackIsAboutTheSameField(List<Edit> pair) {
    assertEquals(pair.getFirst().field(), pair.getLast().field());
    assertEquals(pair.getFirst().about(), pair.getLast().about());
    assertEquals(pair.getFirst().touches(), pair.getLast().touches());
  }

  @Test
  void noTwoFieldsHaveTheSameName() {
    var fields = pairs().map(pair -> pair.getFirst().field()).toList();
    assertEquals(fields.stream().distinct().toList(), fields);
  }

  @Test
  void anEditSaysWhichCaseAndWhichCodeItTouches() {
    var edits = pairs().map(List::getFirst).toList();
    assertEquals(
        Stream.of(true, false, true, true, false, false, false, false, false).toList(),
        edits.stream().map(edit -> edit.touches().isPresent()).toList());
    assertEquals(
        Stream.of("2.1.1", "2.1.1", "", "", "", "2.1", "2.1", "", "").toList(),
        edits.stream().map(edit -> edit.about().map(Code::toString).orElse("")).toList());
  }

  @Test
  void whatIsGivenSaysTheSameWhoeverGaveIt() {
    Given again = given(Answer.YES, "ben");
    assertNotEquals(YES, again);
    assertTrue(YES.says(again));
    assertFalse(YES.says(NO));
  }

  @Test
  void nothingCannotBeGiven() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Given(Optional.empty(), "", false, 1, "ada", Fieldwork.at(1)));
  }

  @Test
  void agreeingARecommendationSaysSomethingNew() {
    Judgement agreed =
        new Judgement(GOOD.rating(), GOOD.reason(), GOOD.by(), Optional.of(GOOD.by()));
    assertFalse(GOOD.says(agreed));
    assertFalse(GOOD.says(NOT_RATED));
    assertTrue(agreed.says(agreed));
  }

  private static Given given(Answer answer, String by) {
    return new Given(Optional.of(answer), "", false, 1, by, Fieldwork.at(1));
  }
}
