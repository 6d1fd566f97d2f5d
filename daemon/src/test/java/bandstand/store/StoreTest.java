package bandstand.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.journal.Head;
import bandstand.journal.Link;
import bandstand.journal.Mark;
import bandstand.journal.Position;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.StateLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcollections.TreePVector;

/** Files of a folder that are believed only as long as they are what was written. */
class StoreTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();
  private static final Mark FROM = new Mark(new Position(1, 500), 9);
  private static final Map<String, Head> HEADS =
      Map.of("catalogue", new Head(8, Link.of(new byte[32])));

  /** An id that a catalogue could be taken for. */
  private static final InspectionId ID = new InspectionId("catalogue");

  @TempDir Path folder;

  private final List<Path> doubted = new ArrayList<>();
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder, (file, why) -> doubted.add(file));
  }

  private static Optional<Framework> edition(String digest) {
    return EDITIONS.frameworks().values().stream()
        .filter(each -> each.edition().digest().equals(digest))
        .findFirst();
  }

  private static Store.Filing blank(InspectionId id) {
    Framework framework = EDITIONS.frameworks().values().iterator().next();
    return new Store.Filing(
        new Resting(Inspection.blank(id, framework), TreePVector.empty()), "seen".getBytes(UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** A journal that lost its end must not be taken for a whole one at the start after that. */
  @Test
  void theHighestSequenceThatWasEverRecordedStays() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    store.distrust();
    store.file(List.of(blank(ID)), FROM, 9, HEADS);
    assertEquals(11, Store.open(folder, (file, why) -> doubted.add(file)).start().watermark());
  }

  /** As a crash leaves it between the new catalogue and the removal of what it replaces. */
  @Test
  void filesThatTheCatalogueDoesNotNameAreRemovedAtAStart() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    List<Path> named = files();
    Path old = folder.resolve("catalogue.1.0123456789abcdef.mapdb");
    Path building = folder.resolve("other.2.mapdb.building");
    Files.writeString(old, "a name");
    Files.writeString(building, "a name");
    open();
    assertEquals(named.size() + 2, files().size(), "whoever only looks removes nothing");
    store.removeStrays();
    assertEquals(named, files());
    open();
    assertEquals(HEADS, store.start().heads());
  }

  @Test
  void whatIsPutAtRestIsFoundAgainWithWhatTheJournalNeeds() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    open();
    assertEquals(FROM, store.start().from());
    assertEquals(11, store.start().watermark());
    assertEquals(HEADS, store.start().heads());
    Outline outline = store.outlines().get(ID);
    assertEquals(0, outline.revision());
    assertEquals("seen", new String(outline.summary(), UTF_8));
    Inspection read = store.read(ID, StoreTest::edition).orElseThrow().state();
    assertEquals(
        new String(StateLines.of(blank(ID).resting().state()), UTF_8),
        new String(StateLines.of(read), UTF_8));
    assertEquals(List.of(), doubted);
  }

  @Test
  void filesAreTheirOwnersAloneAndNoneIsLeftOver() throws IOException {
    for (int i = 0; i < 3; i++) {
      store.file(List.of(blank(ID), blank(new InspectionId("other"))), FROM, 11, HEADS);
    }
    assertEquals(3, files().size(), files().toString());
    for (Path file : files()) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void ofTwoCataloguesTheNewerCounts() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    Path older = files().stream().filter(StoreTest::isCatalogue).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(older);
    store.file(List.of(blank(new InspectionId("other"))), FROM, 12, HEADS);
    Files.write(older, bytes);
    open();
    assertEquals(12, store.start().watermark());
    assertEquals(2, store.outlines().size());
  }

  private static boolean isCatalogue(Path file) {
    return file.getFileName().toString().startsWith("catalogue.g");
  }

  @Test
  void anInspectionThatIsNotThereIsNoDoubt() {
    assertEquals(Optional.empty(), store.read(ID, StoreTest::edition));
    assertEquals(List.of(), doubted);
  }

  @Test
  void anInspectionWhoseEditionIsGoneIsDoubtful() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    assertEquals(Optional.empty(), store.read(ID, digest -> Optional.empty()));
    assertEquals(1, doubted.size());
  }

  /** Wherever a bit flips or a file ends, it reads as written or not at all. */
  @Test
  void noHarmToAFileIsBelieved() throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      entries.put("case/C" + i, ("answers of " + i).repeat(i).getBytes(UTF_8));
    }
    Path file = folder.resolve(MapFile.write(folder, "x.1", entries));
    assertEquals(entries.keySet(), MapFile.read(file, this::doubt).orElseThrow().keySet());
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      byte[] harmed = bytes.clone();
      harmed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, harmed);
      assertEquals(Optional.empty(), MapFile.read(file, this::doubt));
    }
    assertEquals(200, doubted.size());
  }

  private void doubt(Path file, Throwable why) {
    doubted.add(file);
  }

  @Test
  void whatCannotBeWrittenLeavesWhatStands() throws IOException {
    store.file(List.of(blank(ID)), FROM, 11, HEADS);
    List<Path> before = files();
    Path building = folder.resolve("other.0.mapdb.building");
    Files.createDirectories(building.resolve("in the way"));
    assertThrows(
        IOException.class,
        () -> store.file(List.of(blank(new InspectionId("other"))), FROM, 12, HEADS));
    assertEquals(11, store.start().watermark());
    assertTrue(files().containsAll(before));
    open();
    assertEquals(11, store.start().watermark());
    assertTrue(store.read(ID, StoreTest::edition).isPresent());
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("tokens");
    Durable.replace(file, "one".getBytes(UTF_8));
    Path building = folder.resolve("tokens.building");
    Files.writeString(building, "half of tw");
    assertEquals("one", Files.readString(file));
    Durable.replace(file, "two".getBytes(UTF_8));
    assertEquals("two", Files.readString(file));
    assertEquals(List.of(file), files());
    assertThrows(
        IOException.class,
        () ->
            Durable.make(
                building,
                made -> {
                  throw new IOException("no");
                },
                made -> file));
    assertEquals("two", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void anEditionIsKeptByItsBytesAndBelievedByItsDigest() throws IOException {
    Editions editions = Editions.open(folder, EDITIONS, (file, why) -> {});
    Framework framework = editions.byId("yos-2018").orElseThrow();
    String digest = framework.edition().digest();
    editions.keep(framework);
    editions.keep(framework);
    Path kept = folder.resolve(digest + ".json");
    assertEquals(List.of(kept), files());
    assertEquals(new String(EDITIONS.file("yos-2018"), UTF_8), Files.readString(kept));
    assertEquals("yos-2018", editions.byDigest(digest).orElseThrow().id());
    String other = "0".repeat(64);
    assertEquals(Optional.empty(), editions.byDigest(other));
    Files.move(kept, folder.resolve(other + ".json"));
    assertEquals(Optional.empty(), editions.byDigest(other), "it is not what it is called");
  }
}
