package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files. */
class JournalTest {
  @TempDir private Path parent;

  private Path folder;
  private Journal journal;
  private final List<Kept> replayed = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    folder = parent.resolve("data/journal");
    reopen(Start.fromBeginning(0));
  }

  private void reopen(Start start) throws IOException {
    replayed.clear();
    Opening.Opened opened =
        assertInstanceOf(Opening.Opened.class, Journal.open(folder, start, replayed::add));
    assertEquals(new Tail.Whole(), opened.tail());
    journal = opened.journal();
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private List<Written> append(Entry... batch) {
    return assertInstanceOf(Appending.Appended.class, journal.append(List.of(batch))).entries();
  }

  @Test
  void whatIsAppendedIsReplayedInOrderWithWhereItStands() throws IOException {
    List<Entry> entries =
        List.of(
            Trial.entry("leicester-2019", 1, "created"),
            Trial.entry("ynys-môn", 1, "wedi'i greu"),
            Trial.entry("leicester-2019", 2, "C01", "C02", "imported"));
    List<Written> written = new ArrayList<>(append(entries.get(0)));
    written.addAll(append(entries.get(1), entries.get(2)));
    journal.close();
    reopen(Start.fromBeginning(5));
    assertEquals(Trial.lines(entries), replayed.stream().map(Trial::line).toList());
    assertEquals(written, replayed.stream().map(Kept::written).toList());
    assertEquals(List.of(1L, 2L, 3L), written.stream().map(Written::first).toList());
    assertEquals(List.of(1L, 2L, 5L), written.stream().map(Written::last).toList());
    assertEquals(6, journal.end().sequence());
  }

  @Test
  void filesAreTheOwnersAlone() throws IOException {
    append(Trial.entry("leicester-2019", 1, "created"));
    journal.close();
    Path segment = folder.resolve("journal-000000000001.log");
    Files.write(segment, new byte[5], StandardOpenOption.APPEND);
    Opening.Opened opened =
        assertInstanceOf(
            Opening.Opened.class, Journal.open(folder, Start.fromBeginning(1), replayed::add));
    journal = opened.journal();
    assertInstanceOf(Tail.Torn.class, opened.tail());
    assertEquals("rwx------", permissions(folder));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      assertEquals(
          List.of("journal-000000000001.log", "reserve", "torn-000000000002.bytes"),
          all.stream().map(file -> file.getFileName().toString()).toList());
      for (Path file : all) {
        assertEquals("rw-------", permissions(file), file.toString());
      }
    }
    assertEquals(4 * 1024 * 1024, Files.size(folder.resolve("reserve")));
  }

  @Test
  void aFullSegmentIsFollowedByAnother() throws IOException {
    byte[] payload = new byte[Limits.PAYLOAD_BYTES];
    List<Entry> entries =
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> new Entry("swindon-2021", i, Trial.TIME, "Nia", List.of(payload)))
            .toList();
    for (Entry entry : entries) {
      append(entry);
    }
    assertEquals(List.of(1L, 32L), Segment.among(new FolderDisk(folder).names()));
    assertTrue(Files.size(folder.resolve(Segment.name(1))) <= Limits.SEGMENT_BYTES);
    journal.close();
    reopen(Start.fromBeginning(40));
    assertEquals(40, replayed.size());
    assertEquals(new Position(32, Segment.HEADER_BYTES), replayed.get(31).written().position());
    assertInstanceOf(Verification.Sound.class, journal.verify());
  }

  @Test
  void aLargeImportIsOneEntry() throws IOException {
    byte[] payload = "{\"reference\":\"C01\"}".getBytes(StandardCharsets.UTF_8);
    Entry large =
        new Entry("swindon-2021", 1, Trial.TIME, "Nia", Collections.nCopies(10_001, payload));
    Written written = append(large).getFirst();
    assertEquals(10_001, written.last());
    Position middle = written.positions().get(5_000);
    Part part = found(journal.part(middle));
    assertEquals(5_000, part.number());
    assertEquals(5_001, part.sequence());
    assertTrue(!part.closing());
    assertTrue(found(journal.part(written.positions().getLast())).closing());
    journal.close();
    reopen(Start.fromBeginning(10_001));
    assertEquals(1, replayed.size());
    assertEquals(10_001, replayed.getFirst().payloads().size());
    assertEquals(written, replayed.getFirst().written());
  }

  @Test
  void aBatchLargerThanASegmentHasASegmentOfItsOwn() throws IOException {
    append(Trial.entry("swindon-2021", 1, "created"));
    List<byte[]> cases = Collections.nCopies(33, new byte[Limits.PAYLOAD_BYTES]);
    Written written = append(new Entry("swindon-2021", 2, Trial.TIME, "Nia", cases)).getFirst();
    append(Trial.entry("swindon-2021", 3, "yes"));
    assertEquals(List.of(1L, 2L, 35L), Segment.among(new FolderDisk(folder).names()));
    assertEquals(33, found(journal.read(written.position())).payloads().size());
  }

  @Test
  void aBatchBeyondItsLimitsIsRefused() {
    List<byte[]> cases = Collections.nCopies(70, new byte[Limits.PAYLOAD_BYTES]);
    Entry half = new Entry("swindon-2021", 1, Trial.TIME, "Nia", cases);
    assertThrows(IllegalArgumentException.class, () -> journal.append(List.of(half, half)));
    assertThrows(IllegalArgumentException.class, () -> journal.append(List.of()));
    append(Trial.entry("swindon-2021", 1, "created"));
  }

  @Test
  void entriesReadBackFromAnyThreadWhileOthersAreWritten() throws Exception {
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    List<Position> positions = Collections.synchronizedList(new ArrayList<>());
    positions.add(append(Trial.entry("swindon-2021", 1, "0", "C01")).getFirst().position());
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> readers =
        IntStream.range(0, 4)
            .mapToObj(
                reader ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int i = reader; !done.get(); i++) {
                                int at = i % positions.size();
                                String line = Trial.line(found(journal.read(positions.get(at))));
                                if (!line.endsWith("[" + at + ", C01]")) {
                                  wrong.add(at + " gave " + line);
                                }
                              }
                            }))
            .toList();
    for (int i = 1; i < 300; i++) {
      positions.add(
          append(Trial.entry("swindon-2021", 1 + i, "" + i, "C01")).getFirst().position());
    }
    done.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  void aReaderThatIsInterruptedHurtsNobodyElse() throws Exception {
    Position position = append(Trial.entry("swindon-2021", 1, "created")).getFirst().position();
    Thread interrupted =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  assertInstanceOf(Reading.Unreadable.class, journal.read(position));
                });
    interrupted.join();
    assertEquals(1, found(journal.read(position)).payloads().size());
    append(Trial.entry("swindon-2021", 2, "yes"));
  }

  @Test
  void aPositionWhereNothingBeginsIsUnreadable() {
    Written written = append(Trial.entry("swindon-2021", 1, "C01", "C02", "imported")).getFirst();
    unreadable(new Position(1, written.position().offset() + 1), Damage.Fault.FRAME);
    unreadable(new Position(1, 0), Damage.Fault.FRAME);
    unreadable(written.positions().get(1), Damage.Fault.GROUP);
    unreadable(journal.end().position(), Damage.Fault.VANISHED);
    unreadable(new Position(7, 32), Damage.Fault.VANISHED);
  }

  @Test
  void aClosedJournalTakesNothing() throws IOException {
    Position position = append(Trial.entry("swindon-2021", 1, "created")).getFirst().position();
    journal.close();
    journal.close();
    assertEquals(
        new Appending.ReadOnly("the journal is closed"),
        journal.append(List.of(Trial.entry("swindon-2021", 2, "yes"))));
    assertEquals(1, found(journal.read(position)).payloads().size());
    assertTrue(!journal.awaitsSpace());
  }

  @Test
  void aFolderThatCannotBeMadeIsAnException() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    assertThrows(
        IOException.class,
        () -> Journal.open(file.resolve("journal"), Start.fromBeginning(0), kept -> {}));
  }

  @Test
  void aConsumerThatFailsFailsTheOpening() throws IOException {
    append(Trial.entry("swindon-2021", 1, "created"));
    journal.close();
    assertThrows(
        IllegalStateException.class,
        () ->
            Journal.open(
                folder,
                Start.fromBeginning(1),
                kept -> {
                  throw new IllegalStateException("cannot apply " + kept);
                }));
    reopen(Start.fromBeginning(1));
  }

  @Test
  void aNewJournalIsEmpty() {
    assertEquals(Mark.BEGINNING, journal.end());
    assertEquals(Optional.empty(), journal.readOnly());
    assertTrue(journal.heads().isEmpty());
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, journal.verify());
    assertEquals(0, sound.entries());
  }

  private void unreadable(Position position, Damage.Fault fault) {
    Reading<Kept> reading = journal.read(position);
    Damage damage =
        reading instanceof Reading.Unreadable<Kept> unreadable
            ? unreadable.damage()
            : new Damage("", 0, 0, Damage.Fault.UNREADABLE, "found " + reading);
    assertEquals(fault, damage.fault(), damage.toString());
  }

  private static <T> T found(Reading<T> reading) {
    return switch (reading) {
      case Reading.Found<T>(T value) -> value;
      case Reading.Unreadable<T>(Damage damage) -> throw new AssertionError(damage.toString());
    };
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
