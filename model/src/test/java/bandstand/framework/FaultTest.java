package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing wrong with an input, and its place. */
class FaultTest {

  @Test
  void aValueOfEightyCharactersIsKeptWhole() {
    String eighty = "x".repeat(80);
    assertEquals(Optional.of(eighty), fault(eighty).value());
  }

  @Test
  void aLongerValueIsCutAndSaysSo() {
    assertEquals(Optional.of("x".repeat(80) + "…"), fault("x".repeat(81)).value());
  }

  @Test
  void aCutNeverSplitsACharacter() {
    String eighty = "🎺".repeat(80);
    assertEquals(Optional.of(eighty), fault(eighty).value());
    assertEquals(Optional.of(eighty + "…"), fault(eighty + "🎺").value());
    assertEquals(Optional.of("a" + "🎺".repeat(79) + "…"), fault("a" + eighty).value());
  }

  @Test
  void aValueIsCutOnce() {
    Fault cut = fault("x".repeat(200));
    assertEquals(cut.value(), cut.under("/cases/3").onLine(4).value());
  }

  @ParameterizedTest
  @CsvSource({
    "/answers/2.1.1, 2.1.1",
    "/reference, reference",
    "'', ''",
    "/attributes/a~1b, a/b",
    "/attributes/a~0b, a~b",
    "/attributes/a~01b, a~1b"
  })
  void theFieldIsTheLastNameOfThePointer(String pointer, String field) {
    assertEquals(field, Fault.at(pointer, "unknown", "Unknown.").field());
    assertEquals(field, Fault.at(pointer, "value", "unknown", "Unknown.").field());
  }

  @Test
  void aFaultKeepsItsPlaceInALargerInput() {
    Fault fault = Fault.at("/answers/2.1.1", "maybe", "answer", "Say yes, no or na.");
    assertEquals(
        new Fault(
            7,
            "/cases/3/answers/2.1.1",
            "2.1.1",
            Optional.of("maybe"),
            "answer",
            "Say yes, no or na."),
        fault.under("/cases/3").onLine(7));
  }

  private static Fault fault(String value) {
    return Fault.at("/type", value, "case-type", "No such case type.");
  }
}
