package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cases, inspections and people may be called, and the words of closed sets. */
class NamesTest {
  private static final String SIXTY_FOUR = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"C", "c01", "7", "C01.a_b-c", "0._-"})
  void aReferenceStartsWithALetterOrDigit(String text) {
    assertEquals(Optional.of(new Reference(text)), Reference.parse(text));
    assertEquals(text, new Reference(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "-C", "_C", "C 1", "C/1", "Cé", "é", "C\n", "١"})
  void anythingElseIsNoReference(String text) {
    assertEquals(Optional.empty(), Reference.parse(text));
    assertThrows(IllegalArgumentException.class, () -> new Reference(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"leicester-2019", "7", "-"})
  void anInspectionIsNamedInSmallLettersDigitsAndDashes(String text) {
    assertEquals(Optional.of(new InspectionId(text)), InspectionId.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Leicester", "a_b", "a b", "a.b", "é", "a\n"})
  void anythingElseIsNoInspection(String text) {
    assertEquals(Optional.empty(), InspectionId.parse(text));
    assertThrows(IllegalArgumentException.class, () -> new InspectionId(text));
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertTrue(Reference.parse(SIXTY_FOUR).isPresent());
    assertFalse(Reference.parse(SIXTY_FOUR + "a").isPresent());
    assertTrue(InspectionId.parse(SIXTY_FOUR).isPresent());
    assertFalse(InspectionId.parse(SIXTY_FOUR + "a").isPresent());
    assertTrue(Person.isName(SIXTY_FOUR));
    assertFalse(Person.isName(SIXTY_FOUR + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "Ngũgĩ", "ada.b-c_d", "7"})
  void aPersonIsNamedInAnyLetters(String text) {
    assertEquals(text, new Person(text, Role.VIEWER).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ada", "ada b", ".ada", "ada\u0000", "ada/b"})
  void anythingElseIsNoPerson(String text) {
    assertThrows(IllegalArgumentException.class, () -> new Person(text, Role.LEAD));
  }

  @Test
  void aRoleMayWhatThoseBeforeItMay() {
    assertTrue(Role.LEAD.isAtLeast(Role.INSPECTOR));
    assertTrue(Role.INSPECTOR.isAtLeast(Role.INSPECTOR));
    assertFalse(Role.VIEWER.isAtLeast(Role.INSPECTOR));
    assertTrue(new Person("ada", Role.LEAD).isLead());
    assertFalse(new Person("ben", Role.INSPECTOR).isLead());
  }

  @Test
  void aCaseGoesThroughItsStepsInOrder() {
    var words = List.of("open", "read", "interviewed", "submitted", "checked");
    var steps = words.stream().flatMap(word -> Step.ofWord(word).stream()).toList();
    assertEquals(List.of(Step.values()), steps);
    assertTrue(Step.CHECKED.isAtLeast(Step.SUBMITTED));
    assertFalse(Step.READ.isAtLeast(Step.SUBMITTED));
  }

  @Test
  void wordsReadAsTheyAreWritten() {
    for (Answer answer : Answer.values()) {
      assertEquals(Optional.of(answer), Answer.ofWord(answer.word()));
    }
    for (Role role : Role.values()) {
      assertEquals(Optional.of(role), Role.ofWord(role.word()));
    }
    for (Change.Kind kind : Change.Kind.values()) {
      assertEquals(Optional.of(kind), Change.Kind.ofWord(kind.word()));
    }
    assertEquals(Optional.empty(), Answer.ofWord("YES"));
    assertEquals(Optional.empty(), Answer.ofWord("n/a"));
  }

  @Test
  void undoSignOffErasureAndDeletionAreNotTakenBackByUndo() {
    for (var kind : List.of(Change.Kind.UNDO, Change.Kind.REDO, Change.Kind.SIGN_OFF)) {
      assertFalse(kind.undoable(), kind.word());
    }
    assertFalse(Change.Kind.DELETE.undoable());
    assertTrue(Change.Kind.ANSWER.undoable());
    assertTrue(Change.Kind.IMPORT.undoable());
  }
}
