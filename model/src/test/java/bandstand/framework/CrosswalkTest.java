package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What became of a key question is told by the rows that name it. */
class CrosswalkTest {
  private static final String OLD = "old";
  private static final String MID = "mid";
  private static final String NEW = "new";

  /** A row of cells {@code old: 1.1.1 1.1.2}. */
  private static Crosswalk.Row row(Confidence confidence, String... cells) {
    return row(confidence, Map.of(), Set.of(), Map.of(), cells);
  }

  private static Crosswalk.Row row(
      Confidence confidence,
      Map<String, Confidence> doubts,
      Set<String> kept,
      Map<String, String> notes,
      String... cells) {
    Map<String, List<Code>> codes = new TreeMap<>();
    for (String cell : cells) {
      codes.put(cell.split(": ")[0], Sample.codes(cell.split(": ")[1]));
    }
    return new Crosswalk.Row(codes, confidence, doubts, kept, notes);
  }

  private static Crosswalk table(Crosswalk.Row... rows) {
    return new Crosswalk(List.of(OLD, MID, NEW), List.of(rows));
  }

  /** Each as {@code kind from > to confidence}. */
  private static List<String> told(Comparison comparison) {
    return comparison.relations().stream()
        .map(
            one ->
                "%s %s > %s %s"
                    .formatted(one.kind().word(), one.from(), one.to(), one.confidence().word()))
        .toList();
  }

  private static Framework edition(String id, String... labels) {
    List<String> lines = new ArrayList<>();
    for (String label : labels) {
      lines.add("1.1.%d court %s".formatted(lines.size() + 1, label));
    }
    return Labelled.edition(id, lines.toArray(String[]::new));
  }

  @Test
  void oneToOneIsKeptWithEqualLabelsAndRenamedWithOthers() {
    Crosswalk table =
        table(
            row(Confidence.HIGH, "old: 1.1.1", "new: 1.1.2"),
            row(Confidence.MEDIUM, "old: 1.1.2", "new: 1.1.1"));
    assertEquals(
        List.of("kept [1.1.1] > [1.1.2] high", "renamed [1.1.2] > [1.1.1] medium"),
        told(table.compare(edition(OLD, "A", "B"), edition(NEW, "C", "A"))));
  }

  @Test
  void equalLabelsLeaveNoDoubt() {
    Crosswalk table = table(row(Confidence.LOW, "old: 1.1.1", "new: 1.1.1"));
    assertEquals(
        List.of("kept [1.1.1] > [1.1.1] high"),
        told(table.compare(edition(OLD, "A"), edition(NEW, "A"))));
  }

  @Test
  void aRowMaySayThatOtherWordsAskTheSame() {
    Crosswalk table =
        table(
            row(
                Confidence.MEDIUM,
                Map.of(),
                Set.of(OLD, MID),
                Map.of(),
                "old: 1.1.1",
                "mid: 1.1.1",
                "new: 1.1.1"));
    assertEquals(
        List.of("kept [1.1.1] > [1.1.1] medium"),
        told(table.compare(edition(OLD, "A"), edition(MID, "B"))));
    assertEquals(
        List.of("renamed [1.1.1] > [1.1.1] medium"),
        told(table.compare(edition(OLD, "A"), edition(NEW, "B"))));
  }

  @Test
  void oneToSeveralIsSplitAndSeveralToOneIsMerged() {
    Crosswalk table = table(row(Confidence.HIGH, "old: 1.1.1", "new: 1.1.1 1.1.2"));
    Framework one = edition(OLD, "A");
    Framework two = edition(NEW, "A", "B");
    assertEquals(List.of("split [1.1.1] > [1.1.1, 1.1.2] high"), told(table.compare(one, two)));
    assertEquals(List.of("merged [1.1.1, 1.1.2] > [1.1.1] high"), told(table.compare(two, one)));
  }

  @Test
  void severalRowsMakeOneRelationWithTheLowestConfidence() {
    Crosswalk table =
        table(
            row(Confidence.HIGH, "old: 1.1.1", "new: 1.1.1"),
            row(Confidence.LOW, "old: 1.1.2", "new: 1.1.1"));
    assertEquals(
        List.of("merged [1.1.1, 1.1.2] > [1.1.1] low"),
        told(table.compare(edition(OLD, "A", "B"), edition(NEW, "A"))));
  }

  @Test
  void whereSeveralBecameSeveralEachIsTold() {
    Crosswalk table =
        table(
            row(Confidence.LOW, "old: 1.1.1", "new: 1.1.2"),
            row(Confidence.LOW, "old: 1.1.2", "new: 1.1.1 1.1.2"));
    Framework one = edition(OLD, "A", "B");
    Framework two = edition(NEW, "C", "D");
    assertEquals(
        List.of("merged [1.1.1, 1.1.2] > [1.1.2] low", "split [1.1.2] > [1.1.1, 1.1.2] low"),
        told(table.compare(one, two)));
    assertEquals(
        List.of("merged [1.1.1, 1.1.2] > [1.1.2] low", "split [1.1.2] > [1.1.1, 1.1.2] low"),
        told(table.compare(two, one)));
  }

  @Test
  void noneBeforeIsNewAndNoneAfterIsDropped() {
    Crosswalk table =
        table(row(Confidence.HIGH, "old: 1.1.1"), row(Confidence.MEDIUM, "new: 1.1.1"));
    assertEquals(
        List.of("dropped [1.1.1] > [] high", "new [] > [1.1.1] medium"),
        told(table.compare(edition(OLD, "A"), edition(NEW, "A"))));
  }

  @Test
  void aDoubtAboutOneEditionCountsOnlyThere() {
    Crosswalk table =
        table(
            row(
                Confidence.HIGH,
                Map.of(OLD, Confidence.LOW),
                Set.of(),
                Map.of(),
                "old: 1.1.1",
                "mid: 1.1.1",
                "new: 1.1.1"));
    assertEquals(
        List.of("renamed [1.1.1] > [1.1.1] low"),
        told(table.compare(edition(MID, "A"), edition(OLD, "B"))));
    assertEquals(
        List.of("renamed [1.1.1] > [1.1.1] high"),
        told(table.compare(edition(MID, "A"), edition(NEW, "B"))));
  }

  @Test
  void theNoteTellsWhatHappenedBetweenTheTwoInBothDirections() {
    Map<String, String> notes = Map.of(MID, "shorter", NEW, "wider");
    Crosswalk table =
        table(
            row(
                Confidence.HIGH,
                Map.of(),
                Set.of(),
                notes,
                "old: 1.1.1",
                "mid: 1.1.1",
                "new: 1.1.1"));
    assertEquals("shorter", note(table, edition(OLD, "A"), edition(MID, "B")));
    assertEquals("of %s: wider".formatted(NEW), note(table, edition(NEW, "A"), edition(MID, "B")));
    assertEquals(
        "of %s: shorter; of %s: wider".formatted(MID, NEW),
        note(table, edition(OLD, "A"), edition(NEW, "B")));
  }

  @Test
  void ofSeveralNotesEachSaysWhichCodesItIsAbout() {
    Crosswalk table =
        table(
            row(
                Confidence.HIGH,
                Map.of(),
                Set.of(),
                Map.of(NEW, "joined"),
                "old: 1.1.1",
                "new: 1.1.1"),
            row(
                Confidence.HIGH,
                Map.of(),
                Set.of(),
                Map.of(NEW, "moved"),
                "old: 1.1.2",
                "new: 1.1.1"),
            row(
                Confidence.HIGH,
                Map.of(),
                Set.of(),
                Map.of(NEW, "joined"),
                "old: 1.1.3",
                "new: 1.1.1"));
    Framework old = edition(OLD, "A", "B", "C");
    String several = "1.1.1, 1.1.3: of new: joined; 1.1.2: of new: moved";
    assertEquals(several, note(table, old, edition(NEW, "A")));
    assertEquals(several, note(table, edition(NEW, "A"), old));
  }

  private static String note(Crosswalk table, Framework from, Framework to) {
    return table.compare(from, to).relations().getFirst().note();
  }

  @Test
  void anEditionTheTableDoesNotKnowIsComparedByEqualLabels() {
    Comparison comparison =
        table(row(Confidence.HIGH, "old: 1.1.1 1.1.2"))
            .compare(edition(OLD, "A", "B"), edition("mine", "C", "A"));
    assertEquals(Comparison.Ground.LABELS, comparison.ground());
    assertEquals(
        List.of("kept [1.1.1] > [1.1.2] high", "dropped [1.1.2] > [] low", "new [] > [1.1.1] low"),
        told(comparison));
  }

  @Test
  void anEditionOfAnotherStructureThanTheTablesIsComparedByEqualLabels() {
    Crosswalk table = table(row(Confidence.HIGH, "old: 1.1.1", "new: 1.1.1"));
    assertEquals(
        Comparison.Ground.LABELS,
        table.compare(edition(OLD, "A", "B"), edition(NEW, "A")).ground());
    assertEquals(
        Comparison.Ground.CROSSWALK, table.compare(edition(OLD, "A"), edition(NEW, "A")).ground());
  }

  @Test
  void aLabelThatStandsTwiceTellsNothingButOfItsOwnCode() {
    Crosswalk nothing = table();
    assertEquals(
        List.of("kept [1.1.1] > [1.1.1] high", "dropped [1.1.2] > [] low", "new [] > [1.1.3] low"),
        told(nothing.compare(edition("a", "A", "A"), edition("b", "A", "B", "A"))).stream()
            .filter(one -> !one.contains("new [] > [1.1.2]"))
            .toList());
  }

  @Test
  void anEditionKeepsAllOfItself() {
    Crosswalk table = table(row(Confidence.LOW, "old: 1.1.1 1.1.2"));
    Framework old = edition(OLD, "A", "A");
    assertEquals(
        Map.of(
            Relation.Kind.KEPT, 2,
            Relation.Kind.RENAMED, 0,
            Relation.Kind.MERGED, 0,
            Relation.Kind.SPLIT, 0,
            Relation.Kind.NEW, 0,
            Relation.Kind.DROPPED, 0),
        table.compare(old, old).counts());
  }

  @Test
  void onlyOneToOneWithHighConfidenceCarries() {
    List<Code> one = Sample.codes("1.1.1");
    List<Code> two = Sample.codes("1.1.1 1.1.2");
    List<Relation> carrying =
        List.of(
                new Relation(Relation.Kind.KEPT, one, one, Confidence.HIGH, ""),
                new Relation(Relation.Kind.RENAMED, one, one, Confidence.HIGH, ""),
                new Relation(Relation.Kind.RENAMED, one, one, Confidence.MEDIUM, ""),
                new Relation(Relation.Kind.SPLIT, one, two, Confidence.HIGH, ""),
                new Relation(Relation.Kind.MERGED, two, one, Confidence.HIGH, ""),
                new Relation(Relation.Kind.NEW, List.of(), one, Confidence.HIGH, ""),
                new Relation(Relation.Kind.DROPPED, one, List.of(), Confidence.HIGH, ""))
            .stream()
            .filter(Relation::carries)
            .toList();
    assertEquals(
        List.of(Relation.Kind.KEPT, Relation.Kind.RENAMED),
        carrying.stream().map(Relation::kind).toList());
  }

  @Test
  void aRelationHasAsManyCodesAsItsKindSays() {
    List<Code> one = Sample.codes("1.1.1");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Relation(Relation.Kind.SPLIT, one, one, Confidence.HIGH, ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Relation(Relation.Kind.NEW, one, one, Confidence.HIGH, ""));
  }
}
