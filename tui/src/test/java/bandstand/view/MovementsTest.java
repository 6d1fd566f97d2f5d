package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leicester 2019 (004 Annex 2), moved by one answer and by two. */
class MovementsTest {
  private static final Inspection LEICESTER = Sample.leicester();

  /** As many cases as asked for that gave this answer give the other. */
  private static Inspection with(String code, int count, Answer from, Answer to) {
    List<Edit> edits = new ArrayList<>();
    for (Case file : LEICESTER.cases().values()) {
      if (edits.size() < count && file.answer(Code.of(code)).equals(Optional.of(from))) {
        edits.add(Sample.answer(Optional.of(file.reference()), code, to));
      }
    }
    return LEICESTER.after(
        new Recorded(
            LEICESTER.id(),
            LEICESTER.revision() + 1,
            "AM",
            Sample.AT,
            Change.of(Change.Kind.BATCH, edits)));
  }

  private static List<String> moved(Inspection after) {
    return Movements.between(Scorer.rate(LEICESTER), Scorer.rate(after));
  }

  @Test
  void aFigureThatStaysInItsBandNamesItOnce() {
    assertEquals(
        List.of("2.1.1 31/35 89% → 30/35 86% Outstanding"),
        moved(with("2.1.1", 1, Answer.YES, Answer.NO)));
  }

  @Test
  void aBandThatMovesTakesTheStandardAndTheOverallAlong() {
    assertEquals(
        List.of(
            "2.4.3 21/35 60% Requires improvement → 23/35 66% Good",
            "2.4 Requires improvement → Good", "overall 24/36 Good → 25/36 Good"),
        moved(with("2.4.3", 2, Answer.NO, Answer.YES)));
  }

  @Test
  void whatChangesNothingIsNothing() {
    assertEquals(List.of(), moved(LEICESTER));
  }
}
