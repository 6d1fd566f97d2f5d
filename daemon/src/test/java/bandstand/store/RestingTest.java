package bandstand.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.StateLines;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.journal.Mark;
import bandstand.journal.Position;
import bandstand.wire.BuiltInEditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcollections.TreePVector;

/** What is put at rest reads back whole, whatever its size, until its file is discarded. */
class RestingTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Framework EDITION = BuiltInEditions.load().frameworks().get("yos-2018");
  private static final InspectionId ASHBY = new InspectionId("ashby");
  private static final InspectionId HULL = new InspectionId("hull");

  @TempDir private Path folder;
  private final List<Path> doubted = new ArrayList<>();
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder, (file, why) -> doubted.add(file));
  }

  private static Inspection answered(InspectionId id) {
    List<Edit> edits = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      Reference subject = new Reference("C" + number);
      edits.add(new Edit.ToCase(subject, false, true));
      edits.add(new Edit.ToFact(subject, Case.TYPE, Optional.empty(), Optional.of("court")));
      edits.add(
          new Edit.ToAnswer(
              Optional.of(subject),
              Code.of("2.1." + number),
              Optional.empty(),
              Optional.of(new Given(Optional.of(Answer.NO), "late", true, 0, "nia", AT))));
    }
    edits.add(new Edit.ToDetail(Inspection.SERVICE, Optional.empty(), Optional.of("Ashby")));
    return Inspection.blank(id, EDITION)
        .after(new Recorded(id, 1, "nia", AT, Change.of(Change.Kind.IMPORT, edits)));
  }

  /** An inspection of so many revisions. */
  private static Resting resting(InspectionId id, int revisions) {
    Inspection state = answered(id);
    List<Noted> history = new ArrayList<>(List.of(noted(1)));
    for (int revision = 2; revision <= revisions; revision++) {
      Edit said =
          new Edit.ToDetail(Inspection.NOTES, Optional.empty(), Optional.of("at " + revision));
      Change change = Change.of(Change.Kind.DETAILS, said);
      state = state.after(new Recorded(id, revision, "nia", AT, change));
      history.add(noted(revision));
    }
    return new Resting(state, TreePVector.from(history));
  }

  private static Noted noted(long revision) {
    Position position = new Position(1, 32 + revision);
    return new Noted(
        revision,
        position,
        position,
        "nia",
        AT.plusSeconds(revision),
        Change.Kind.DETAILS,
        0,
        Optional.empty(),
        new Amount(1, 0, 0));
  }

  private void file(Resting... resting) throws IOException {
    store.file(
        Stream.of(resting).map(one -> new Store.Filing(one, "seen".getBytes(UTF_8))).toList(),
        new Mark(new Position(1, 500), 9),
        8,
        Map.of());
  }

  private Optional<Resting> read(InspectionId id) {
    return store.read(id, digest -> Optional.of(EDITION));
  }

  /** A chunk of the table of contents has 4096 lines. */
  @Test
  void casesAnswersAndEveryLineOfTheHistoryComeBack() throws IOException {
    for (int revisions : List.of(1, 4096, 4097, 10_000)) {
      Resting resting = resting(ASHBY, revisions);
      file(resting);
      open();
      Resting found = read(ASHBY).orElseThrow();
      assertArrayEquals(StateLines.of(resting.state()), StateLines.of(found.state()));
      assertEquals(resting.history(), found.history());
    }
    assertEquals(List.of(), doubted);
  }

  @Test
  void whatIsDiscardedIsGoneAndTheOthersStand() throws IOException {
    file(resting(ASHBY, 1), resting(HULL, 1));
    store.discard(new InspectionId("nobody"));
    assertEquals(3, files().size());
    store.discard(ASHBY);
    store.discard(ASHBY);
    assertEquals(2, files().size());
    assertEquals(Optional.empty(), read(ASHBY));
    assertEquals(resting(HULL, 1).history(), read(HULL).orElseThrow().history());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aCatalogueThatIsSoundAndNoneIsDoubted() throws IOException {
    file(resting(ASHBY, 1));
    TreeMap<String, byte[]> entries = new TreeMap<>(Map.of("case/C1", "{}".getBytes(UTF_8)));
    Path none = folder.resolve(MapFile.write(folder, "catalogue.g7", entries.entrySet()));
    open();
    assertEquals(List.of(none), doubted);
    assertEquals(Map.of(), store.outlines());
    file(resting(HULL, 1));
    open();
    assertEquals(List.of(HULL), List.copyOf(store.outlines().keySet()), "numbered after it");
  }
}
