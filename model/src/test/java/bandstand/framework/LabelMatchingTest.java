package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelMatchingTest {
  /** Key questions 1.1.1 and on, of these labels. */
  private static Framework edition(String id, String... labels) {
    return Labelled.edition(
        id,
        IntStream.range(0, labels.length)
            .mapToObj(at -> "1.1." + (at + 1) + " judged " + labels[at])
            .toArray(String[]::new));
  }

  /** The words of key questions 1.1.1 and on; an empty one is not printed. */
  private static Optional<Wording> printed(String... words) {
    SortedMap<Code, String> texts = new TreeMap<>();
    for (int at = 0; at < words.length; at++) {
      if (!words[at].isEmpty()) {
        texts.put(Code.of("1.1." + (at + 1)), words[at]);
      }
    }
    return Optional.of(new Wording("0".repeat(64), texts));
  }

  private static List<String> told(Framework from, Framework to, Wordings wordings) {
    Comparison comparison = LabelMatching.compare(from, to, wordings);
    assertEquals(Comparison.Ground.LABELS, comparison.ground());
    return comparison.relations().stream()
        .map(
            one ->
                "%s %s > %s %s%s"
                    .formatted(
                        one.kind().word(),
                        one.from(),
                        one.to(),
                        one.confidence().word(),
                        one.carries() ? " carries" : ""))
        .toList();
  }

  @Test
  void anEqualLabelUnderTheSameCodeCarries() {
    assertEquals(
        List.of("kept [1.1.1] > [1.1.1] high carries"),
        told(edition("a", "A"), edition("b", "A"), Wordings.NONE));
  }

  @Test
  void anEqualLabelUnderAnotherCodeIsInDoubtAndDoesNotCarry() {
    assertEquals(
        List.of(
            "kept [1.1.1] > [1.1.2] medium", "dropped [1.1.2] > [] low", "new [] > [1.1.1] low"),
        told(edition("a", "A", "B"), edition("b", "C", "A"), Wordings.NONE));
  }

  @Test
  void anEqualLabelAndEqualWordsCarryUnderAnyCode() {
    assertEquals(
        "kept [1.1.1] > [1.1.2] high carries",
        told(
                edition("a", "A", "B"),
                edition("b", "C", "A"),
                Wordings.of(printed("Is A so?"), printed("", "is A  so")))
            .getFirst());
  }

  @Test
  void equalWordsUnderAnotherLabelAreRenamedAndCarry() {
    assertEquals(
        List.of("renamed [1.1.1] > [1.1.2] medium carries", "new [] > [1.1.1] low"),
        told(
            edition("a", "A"),
            edition("b", "C", "D"),
            Wordings.of(printed("Is A so?"), printed("Is C so?", "Is A so?"))));
  }

  @Test
  void wordsThatStandTwiceTellNothingButOfTheirOwnCode() {
    assertEquals(
        List.of(
            "dropped [1.1.1] > [] low",
            "renamed [1.1.2] > [1.1.2] medium carries",
            "new [] > [1.1.1] low"),
        told(
            edition("a", "A", "B"),
            edition("b", "C", "D"),
            Wordings.of(printed("Is it?", "Is it?"), printed("", "Is it?"))));
  }

  @Test
  void aLabelThatStandsTwiceTellsNothingButOfItsOwnCode() {
    assertEquals(
        List.of(
            "kept [1.1.1] > [1.1.1] high carries",
            "dropped [1.1.2] > [] low",
            "new [] > [1.1.2] low",
            "new [] > [1.1.3] low"),
        told(edition("a", "A", "A"), edition("b", "A", "B", "A"), Wordings.NONE));
  }

  @Test
  void textsDifferingInWhatATypesetterChangesHaveOneDigest() {
    Wordings wordings =
        Wordings.of(
            printed("Are the child’s needs¹ – and risks – met?"),
            printed("are the child's needs - and\n risks - met"));
    assertTrue(wordings.same(Code.of("1.1.1"), Code.of("1.1.1")));
    Wordings others = Wordings.of(printed("Are needs met?"), printed("Are all needs met?"));
    assertFalse(others.same(Code.of("1.1.1"), Code.of("1.1.1")));
    Wordings absent = Wordings.of(Optional.empty(), Optional.empty());
    assertFalse(absent.same(Code.of("1.1.1"), Code.of("1.1.1")));
  }
}
