package bandstand.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Confidence;
import bandstand.framework.Framework;
import bandstand.framework.Labelled;
import bandstand.framework.Relation;
import bandstand.framework.Sample;
import bandstand.framework.Wording;
import bandstand.framework.Wordings;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where the crosswalk is in doubt, or labels differ, and both documents print the same words. */
class CarryingByWordingTest {
  private static final Framework OLD =
      Labelled.edition(
          "old",
          "2.1.1 court Desistance",
          "2.1.1.1 - Attitudes",
          "2.1.1.2 - Family",
          "2.1.2 court Safety",
          "2.1.2.1 - Risks");

  private static final Framework NEW =
      Labelled.edition(
          "new",
          "2.1.1 court What leads away from crime",
          "2.1.1.1 - Kin",
          "2.1.1.2 - Peers",
          "2.1.2 court Safe at home",
          "2.1.2.1 - Dangers",
          "2.1.3 court Safe elsewhere");

  private static final List<Relation> DOUBTFUL =
      List.of(relation(Relation.Kind.RENAMED, "2.1.1", "2.1.1", Confidence.MEDIUM, true));

  private static Relation relation(
      Relation.Kind kind, String from, String to, Confidence confidence, boolean sameWording) {
    return new Relation(kind, Sample.codes(from), Sample.codes(to), confidence, "", sameWording);
  }

  private static Optional<Wording> printed(String... lines) {
    SortedMap<Code, String> texts = new TreeMap<>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      texts.put(Code.of(line.substring(0, blank)), line.substring(blank + 1));
    }
    return Optional.of(new Wording("0".repeat(64), texts));
  }

  private static Carrying carrying(List<Relation> relations, Wordings wordings) {
    Inspection source =
        new Fieldwork(OLD)
            .file("C01", "court")
            .answer("C01", "2.1.1 2.1.1.1 2.1.1.2 2.1.2.1", Answer.YES)
            .now();
    return Carrying.of(
        source, new Comparison(OLD, NEW, Comparison.Ground.CROSSWALK, relations), wordings);
  }

  @Test
  void aDoubtfulKeyQuestionWithTheSamePrintedWordsGoesOverByWording() {
    Carrying carrying = carrying(DOUBTFUL, Wordings.NONE);
    assertEquals(
        List.of(
            new Carrying.Carried(Code.of("2.1.1"), Code.of("2.1.1"), Relation.Kind.RENAMED, 1, 1)),
        carrying.carried());
  }

  @Test
  void aPromptOfAnotherLabelGoesToTheOneThatPrintsTheSame() {
    Wordings wordings =
        Wordings.of(
            printed("2.1.1.1 Is the family heard?", "2.1.1.2 Are peers weighed?"),
            printed("2.1.1.1 Are  peers weighed", "2.1.1.2 Is something else asked?"));
    Carrying carrying =
        carrying(
            List.of(relation(Relation.Kind.RENAMED, "2.1.1", "2.1.1", Confidence.HIGH, false)),
            wordings);
    assertEquals(
        List.of(
            new Carrying.Carried(Code.of("2.1.1"), Code.of("2.1.1"), Relation.Kind.RENAMED, 2, 1)),
        carrying.carried());
    assertEquals(Code.of("2.1.1.1"), carrying.questions().get(Code.of("2.1.1.2")));
    assertEquals(
        List.of(
            new Carrying.Changed(
                Sample.codes("2.1.1.1"), Sample.codes("2.1.1"), Relation.Kind.RENAMED, 1)),
        carrying.changed());
  }

  @Test
  void wordsThatStandTwiceTellNothing() {
    Wordings wordings =
        Wordings.of(
            printed("2.1.1.1 Is it enough?"),
            printed("2.1.1.1 Is it enough?", "2.1.1.2 Is it enough?"));
    assertEquals(
        1,
        carrying(
                List.of(relation(Relation.Kind.RENAMED, "2.1.1", "2.1.1", Confidence.HIGH, false)),
                wordings)
            .carried()
            .getFirst()
            .answers());
  }

  @Test
  void aPromptOfASplitKeyQuestionGoesOverAloneAndTheKeyQuestionIsOpen() {
    Wordings wordings =
        Wordings.of(printed("2.1.2.1 Are risks known?"), printed("2.1.2.1 Are risks known?"));
    Carrying carrying =
        carrying(
            List.of(relation(Relation.Kind.SPLIT, "2.1.2", "2.1.2 2.1.3", Confidence.HIGH, false)),
            wordings);
    assertEquals(
        List.of(
            new Carrying.Carried(Code.of("2.1.2"), Code.of("2.1.2"), Relation.Kind.SPLIT, 1, 1)),
        carrying.carried());
    assertEquals(Sample.codes("2.1.1 2.1.2 2.1.3"), carrying.open());
  }

  @Test
  void nothingGoesByWordingWhileADocumentIsNotLoaded() {
    Wordings wordings = Wordings.of(printed("2.1.2.1 Are risks known?"), Optional.empty());
    assertEquals(
        List.of(),
        carrying(
                List.of(
                    relation(Relation.Kind.SPLIT, "2.1.2", "2.1.2 2.1.3", Confidence.HIGH, false)),
                wordings)
            .carried());
  }
}
