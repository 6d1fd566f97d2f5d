package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much the cases hold, whatever way led there. */
class VolumeTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void itIsKeptByDifferences(long seed) {
    RandomChanges changes = new RandomChanges(seed);
    Inspection state = Inspection.blank(new InspectionId("sample"), RandomChanges.EDITION);
    for (int i = 0; i < 80; i++) {
      long revision = state.revision() + 1;
      state = state.after(new Recorded(state.id(), revision, "ada", AT, changes.next(state)));
      assertEquals(Volume.of(state.cases().values()), state.volume());
    }
  }

  @Test
  void notesAndFactsAreCountedByTheirCharactersAndAnswersByThemselves() {
    Fieldwork work = new Fieldwork(RandomChanges.EDITION).file("C1", "court");
    assertEquals(new Volume(0, "court".length()), work.now().volume());
    work.answer("C1", "2.1.1 2.1.2", Answer.YES);
    Optional<Given> noted = Optional.of(work.given(Optional.empty(), "late"));
    work.give(Optional.of(new Reference("C1")), "2.1.2", noted);
    assertEquals(new Volume(2, "court".length() + "late".length()), work.now().volume());
    work.clear("C1", "2.1.1");
    assertEquals(new Volume(1, "court".length() + "late".length()), work.now().volume());
    work.change(Change.Kind.REMOVE_CASE, new Edit.ToCase(new Reference("C1"), true, false));
    assertEquals(Volume.NOTHING, work.now().volume());
  }
}
