package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.rating.Scorer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stays counts as before, and says nothing of whom. */
class RemainsTest {
  private static final Reference NAME = new Reference("erased-1");

  /** The state that changes by chance come to, with what each of them was. */
  private static Inspection drawn(long seed) {
    RandomChanges changes = new RandomChanges(seed);
    Inspection state = Inspection.blank(new InspectionId("sample"), RandomChanges.EDITION);
    for (int i = 0; i < 80; i++) {
      state = after(state, changes.next(state));
    }
    return state;
  }

  private static Inspection after(Inspection state, Change change) {
    return state.after(
        new Recorded(
            state.id(),
            state.revision() + 1,
            "ada",
            Instant.parse("2026-11-22T10:00:00Z"),
            change));
  }

  @ParameterizedTest
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void everythingErasedIsWorthWhatItWas(long seed) {
    Inspection before = drawn(seed);
    Inspection left =
        after(
            Inspection.blank(before.id(), before.framework()),
            Change.erasing(
                Erasure.ofEverything(before.revision()), Remains.ofEverything(before, 0), "over"));
    assertEquals(Scorer.rate(before).overall(), Scorer.rate(left).overall());
    assertEquals(before.cases().size(), left.cases().size());
    assertTrue(left.cases().keySet().stream().allMatch(name -> Remains.number(name).isPresent()));
    assertTrue(left.marks().isEmpty());
    assertTrue(left.detail(Inspection.NOTES).isEmpty());
    assertEquals(before.detail(Inspection.SERVICE), left.detail(Inspection.SERVICE));
    assertTrue(
        left.cases().values().stream()
            .flatMap(file -> file.answers().values().stream())
            .allMatch(given -> given.note().isEmpty() && !given.ask()));
  }

  @ParameterizedTest
  @MethodSource("bandstand.inspection.RandomChanges#seeds")
  void aCaseErasedIsWorthWhatItWas(long seed) {
    Inspection before = drawn(seed);
    for (Reference reference : before.cases().keySet()) {
      Inspection without = removed(before, reference);
      Inspection left =
          after(
              without,
              Change.of(
                  Change.Kind.ERASE, Remains.ofCase(before, reference, NAME, List.of(), Set.of())));
      assertEquals(Scorer.rate(before).overall(), Scorer.rate(left).overall());
      assertEquals(
          before.file(reference).orElseThrow().type(), left.file(NAME).orElseThrow().type());
    }
  }

  private static Inspection removed(Inspection state, Reference reference) {
    Change gone = Change.of(Change.Kind.REMOVE_CASE, new Edit.ToCase(reference, true, false));
    return after(state, gone);
  }

  @Test
  void onlyWhatTheUnreadableSetLastIsSaidAnew() {
    Fieldwork work =
        new Fieldwork(RandomChanges.EDITION)
            .file("C1", "court")
            .change(
                Change.Kind.DETAILS,
                new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("old")));
    Edit lost = new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("old"));
    Reference one = new Reference("C1");
    assertEquals(
        List.of(new Edit.ToDetail(Inspection.NOTES, Optional.of("old"), Optional.of("old"))),
        Remains.ofCase(work.now(), new Reference("none"), NAME, List.of(lost), Set.of(3L)));
    assertFalse(
        Remains.ofCase(work.now(), one, NAME, List.of(lost), Set.of(2L)).stream()
            .anyMatch(Edit.ToDetail.class::isInstance),
        "revision 3 can still be read");
  }

  @Test
  void aReferenceIsMetAsAWordInAnyCaseOfLetters() {
    Reference reference = new Reference("C1");
    for (String text : List.of("C1", "see c1.", "(C1)", "a C1-b", "xC1 c1")) {
      assertTrue(Mentions.in(text, reference), text);
    }
    for (String text : List.of("", "C17", "AC1", "C", "C 1")) {
      assertFalse(Mentions.in(text, reference), text);
    }
  }
}
