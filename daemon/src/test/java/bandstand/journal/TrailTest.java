package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trail has every entry after a sequence once, in order, wherever it begins. */
class TrailTest {
  private static final String STREAM = "swindon-2021";
  private static final int ENTRIES = 60;

  private final List<Written> written = new ArrayList<>();
  private Trial trial;

  /** Some segments of entries of one to three frames. */
  @BeforeEach
  void write() throws IOException, InterruptedException {
    trial = Trial.fresh();
    for (int i = 1; i <= ENTRIES; i++) {
      String[] payloads = new String[1 + i % 3];
      for (int part = 0; part < payloads.length; part++) {
        payloads[part] = "x".repeat(100 + 10 * (i % 37) + part);
      }
      written.addAll(trial.append(Trial.entry(STREAM, i, payloads)));
    }
    assertTrue(Segment.among(trial.disk.names()).size() > 4, "some segments");
  }

  private static List<Reading<Kept>> all(Journal journal, long after, long upTo)
      throws IOException, InterruptedException {
    List<Reading<Kept>> all = new ArrayList<>();
    try (Trail trail = journal.trail(after, upTo)) {
      trail.next(() -> {}).ifPresent(all::add);
      while (!all.isEmpty() && all.getLast() instanceof Reading.Found) {
        Optional<Reading<Kept>> next = trail.next(() -> {});
        if (next.isEmpty()) {
          return all;
        }
        all.add(next.get());
      }
    }
    return all;
  }

  private List<Long> lasts(long after, long upTo) throws IOException, InterruptedException {
    return all(trial.journal, after, upTo).stream()
        .map(reading -> assertInstanceOf(Reading.Found.class, reading).value())
        .map(kept -> ((Kept) kept).written().last())
        .toList();
  }

  private List<Long> expected(long after, long upTo) {
    return written.stream()
        .filter(entry -> entry.last() > after && entry.first() <= upTo)
        .map(Written::last)
        .toList();
  }

  private void everyTrailIsWhole() throws IOException, InterruptedException {
    long end = written.getLast().last();
    for (long after = 0; after <= end; after++) {
      assertEquals(expected(after, end), lasts(after, end), "after " + after);
    }
  }

  @Test
  void itHasWhatEndsAfterAnySequenceAlsoOneWithinAnEntry()
      throws IOException, InterruptedException {
    everyTrailIsWhole();
  }

  @Test
  void itEndsWithTheEntryThatTheLastSequenceBelongsTo() throws IOException, InterruptedException {
    long end = written.getLast().last();
    for (long upTo = 0; upTo <= end; upTo++) {
      assertEquals(expected(7, upTo), lasts(7, upTo), "up to " + upTo);
    }
  }

  @Test
  void itIsTheSameAfterAStartFromAnyPlace() throws IOException, InterruptedException {
    Map<String, Head> heads = Map.of();
    for (Written from : written) {
      trial.reopen(new Start(from.mark(), heads, written.getLast().last()));
      everyTrailIsWhole();
      heads = Map.of(STREAM, new Head(from.last(), from.head()));
    }
  }

  @Test
  void whatIsErasedKeepsItsPlace() throws IOException, InterruptedException {
    trial.journal.erase(written.get(30).positions());
    everyTrailIsWhole();
    long before = written.get(29).last();
    Kept kept =
        (Kept)
            assertInstanceOf(Reading.Found.class, all(trial.journal, before, before + 1).getFirst())
                .value();
    assertInstanceOf(Payload.Erased.class, kept.payloads().getFirst());
  }

  @Test
  void itHasWhatIsWrittenWhileItIsRead() throws IOException, InterruptedException {
    long first = written.getLast().last();
    try (Trail trail = trial.journal.trail(0, first)) {
      assertInstanceOf(Reading.Found.class, trail.next(() -> {}).orElseThrow());
      written.addAll(trial.append(Trial.entry(STREAM, ENTRIES + 1, "y".repeat(5_000))));
      for (int i = 1; i < ENTRIES; i++) {
        assertInstanceOf(Reading.Found.class, trail.next(() -> {}).orElseThrow());
      }
      assertEquals(Optional.empty(), trail.next(() -> {}), "up to where it was asked for");
    }
    assertEquals(List.of(written.getLast().last()), lasts(first, written.getLast().last()));
  }

  /** Once for each entry of half a MiB, before the rest of it is read. */
  @Test
  void whoReadsALargeEntryIsAskedFirst() throws IOException, InterruptedException {
    long from = written.getLast().last();
    String frame = "z".repeat(200_000);
    trial.append(Trial.entry(STREAM, ENTRIES + 1, frame, frame));
    trial.append(Trial.entry(STREAM, ENTRIES + 2, frame, frame, frame, frame, frame, frame));
    trial.append(Trial.entry(STREAM, ENTRIES + 3, "small"));
    List<Integer> asked = new ArrayList<>();
    try (Trail trail = trial.journal.trail(from, trial.journal.end().sequence() - 1)) {
      for (int i = 0; i < 3; i++) {
        int[] times = {0};
        assertInstanceOf(Reading.Found.class, trail.next(() -> times[0]++).orElseThrow());
        asked.add(times[0]);
      }
    }
    assertEquals(List.of(0, 1, 0), asked);
  }

  @Test
  void damageEndsIt() throws IOException, InterruptedException {
    Written hurt = written.get(20);
    String name = Segment.name(hurt.position().segment());
    byte[] bytes = trial.disk.bytes(name);
    bytes[(int) hurt.position().offset() + Frame.FIXED_BYTES + 20] ^= 1;
    trial.disk.put(name, bytes);
    List<Reading<Kept>> all = all(trial.journal, 0, written.getLast().last());
    assertEquals(21, all.size());
    Damage damage = assertInstanceOf(Reading.Unreadable.class, all.getLast()).damage();
    assertEquals(name, damage.segment());
    assertEquals(hurt.position().offset(), damage.offset());
  }

  @Test
  void aMissingSegmentEndsItToo() throws IOException, InterruptedException {
    trial.disk.delete(Segment.name(1));
    assertInstanceOf(
        Reading.Unreadable.class, all(trial.journal, 0, written.getLast().last()).getFirst());
  }

  @Test
  void noFileStaysOpenBehindIt() throws IOException, InterruptedException {
    all(trial.journal, 0, written.getLast().last());
    assertEquals(1, trial.disk.openFiles(), "the writer's own");
  }

  @Test
  void landmarksAreFewAndTheLatest() throws IOException, InterruptedException {
    Landmarks landmarks = new Landmarks();
    long apart = Landmarks.APART_BYTES;
    for (int i = 0; i <= Landmarks.MOST; i++) {
      long first = 1L + i;
      landmarks.note(new Mark(new Position(first, Segment.HEADER_BYTES), first));
    }
    MemoryDisk disk = new MemoryDisk(1);
    disk.put(Segment.name(1), new byte[0]);
    assertEquals(1, landmarks.before(disk, 1).sequence(), "from the segment's beginning");
    Landmarks close = new Landmarks();
    close.note(new Mark(new Position(1, apart), 10));
    close.note(new Mark(new Position(1, 2 * apart - 1), 19));
    close.note(new Mark(new Position(1, 2 * apart), 20));
    assertEquals(10, close.before(disk, 19).sequence(), "one close by is enough");
    assertEquals(20, close.before(disk, 21).sequence());
  }
}
