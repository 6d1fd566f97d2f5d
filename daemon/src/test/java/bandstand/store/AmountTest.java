package bandstand.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a change is, without its edits. */
class AmountTest {
  private static final Given YES =
      new Given(
          Optional.of(Answer.YES), "", false, 0, "nia", Instant.parse("2026-11-22T10:00:00Z"));

  private static Edit answer(Optional<String> subject) {
    return new Edit.ToAnswer(
        subject.map(Reference::new), Code.of("2.1.1"), Optional.empty(), Optional.of(YES));
  }

  @Test
  void aCaseMetAgainIsCountedOnce() {
    List<Edit> edits = new ArrayList<>();
    for (String subject : List.of("C1", "C1", "C2", "C1")) {
      edits.add(answer(Optional.of(subject)));
    }
    edits.add(answer(Optional.empty()));
    edits.add(new Edit.ToCase(new Reference("C3"), false, true));
    edits.add(new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("n")));
    assertEquals(new Amount(7, 3, 5), Amount.of(edits));
    assertEquals(new Amount(0, 0, 0), Amount.of(List.of()));
  }

  /** An event of at most 500 edits lists them, and so does one of a single case or answer. */
  @ParameterizedTest
  @CsvSource({
    "501, 2, 2, true",
    "500, 2, 2, false",
    "501, 1, 2, false",
    "501, 2, 1, false",
    "501, 0, 0, false",
  })
  void itIsLargeWhereEventsTellNumbersAlone(int edits, int cases, int answers, boolean large) {
    assertEquals(large, new Amount(edits, cases, answers).large());
  }
}
