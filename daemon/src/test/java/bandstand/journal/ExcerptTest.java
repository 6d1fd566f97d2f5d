package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands before a mark, copied while the journal goes on, and copies being checked. */
class ExcerptTest {
  private Trial trial;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();

  @BeforeEach
  void writeSomeSegments() throws IOException {
    trial = Trial.fresh();
    marks.add(trial.journal.end());
    for (int i = 1; i <= 12; i++) {
      String stream = i % 3 == 0 ? "swindon-2021" : "leicester-2019";
      written.addAll(trial.append(Trial.entry(stream, i, "C0" + i, "x".repeat(1500), "imported")));
      marks.add(trial.journal.end());
    }
  }

  private static Map<String, byte[]> copied(Excerpt excerpt) throws IOException {
    Map<String, byte[]> copies = new HashMap<>();
    for (String name : names(excerpt)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      excerpt.copy(name, bytes);
      copies.put(name, bytes.toByteArray());
    }
    return copies;
  }

  private static Verification verified(Map<String, byte[]> files, long sequence) {
    return Journal.verify(copies(files), sequence, kept -> {});
  }

  private static Copies copies(Map<String, byte[]> files) {
    Map<String, Long> sizes = new HashMap<>();
    files.forEach((name, bytes) -> sizes.put(name, (long) bytes.length));
    return new Copies(sizes, name -> new ByteArrayInputStream(files.get(name)));
  }

  private static List<String> names(Excerpt excerpt) throws IOException {
    List<String> names = new ArrayList<>();
    for (Optional<String> name = excerpt.next(Optional.empty());
        name.isPresent();
        name = excerpt.next(name)) {
      names.add(name.get());
    }
    return names;
  }

  @Test
  void everyMarkGivesTheVeryBytesBeforeIt() throws IOException {
    for (int i = 0; i < marks.size(); i++) {
      Position end = marks.get(i).position();
      Excerpt excerpt = trial.journal.excerpt(marks.get(i));
      Map<String, byte[]> copies = copied(excerpt);
      assertEquals(i * 3L, excerpt.sequence());
      for (String name : names(excerpt)) {
        byte[] file = trial.disk.bytes(name);
        byte[] expected =
            name.equals(Segment.name(end.segment()))
                ? Arrays.copyOf(file, (int) end.offset())
                : file;
        assertArrayEquals(expected, copies.get(name), name + " at " + i);
      }
      Verification.Sound sound =
          assertInstanceOf(Verification.Sound.class, verified(copies, excerpt.sequence()));
      assertEquals(i, sound.entries());
      Map<String, Head> heads = new HashMap<>();
      excerpt.streams().forEach((stream, last) -> heads.put(stream, last.head()));
      assertEquals(sound.heads(), heads);
    }
  }

  @Test
  void aStreamsLastRevisionIsTold() throws IOException {
    Excerpt excerpt = trial.journal.excerpt(marks.get(5));
    copied(excerpt);
    assertEquals(3, excerpt.streams().get("swindon-2021").revision());
    assertEquals(5, excerpt.streams().get("leicester-2019").revision());
    assertEquals(15, excerpt.streams().get("leicester-2019").head().sequence());
  }

  @Test
  void beforeAllIsCopiedNothingIsTold() {
    assertThrows(
        IllegalStateException.class, () -> trial.journal.excerpt(marks.getLast()).streams());
  }

  @Test
  void whatIsAppendedMeanwhileIsNotInIt() throws IOException {
    Map<String, byte[]> before = copied(trial.journal.excerpt(marks.getLast()));
    Excerpt excerpt = trial.journal.excerpt(marks.getLast());
    List<String> names = names(excerpt);
    for (int i = 0; i < names.size(); i++) {
      trial.append(Trial.entry("ynys-mon", i + 1L, "y".repeat(3000)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      excerpt.copy(names.get(i), bytes);
      assertArrayEquals(before.get(names.get(i)), bytes.toByteArray());
    }
    assertEquals(36, excerpt.sequence());
  }

  @Test
  void anErasureMeanwhileLeavesCopiesThatVerify() throws IOException {
    for (int erased = 0; erased < written.size(); erased++) {
      Position frame = written.get(erased).position();
      Excerpt excerpt = trial.journal.excerpt(marks.getLast());
      Map<String, byte[]> copies = new HashMap<>();
      for (String name : names(excerpt)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        excerpt.copy(name, new ErasingOnce(bytes, frame));
        copies.put(name, bytes.toByteArray());
      }
      assertInstanceOf(Verification.Sound.class, verified(copies, 36));
    }
  }

  @Test
  void anErasureMeanwhileIsInItWithTheEntryThatRecordsIt() throws IOException {
    Excerpt excerpt = trial.journal.excerpt(marks.get(10));
    Map<String, byte[]> copies = new HashMap<>();
    String first = names(excerpt).getFirst();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    excerpt.copy(first, bytes);
    copies.put(first, bytes.toByteArray());
    List<Position> frames = List.of(written.get(1).position(), written.get(9).position());
    Entry erasure = Trial.entry("leicester-2019", 13, "erasure");
    assertInstanceOf(Appending.Appended.class, trial.journal.append(List.of(erasure), 2));
    assertEquals(new Erasing.Erased(2), trial.journal.erase(frames));
    for (Optional<String> name = excerpt.next(Optional.of(first));
        name.isPresent();
        name = excerpt.next(name)) {
      bytes = new ByteArrayOutputStream();
      excerpt.copy(name.get(), bytes);
      copies.put(name.get(), bytes.toByteArray());
    }
    assertEquals(37, excerpt.sequence(), "up to the erasure");
    assertEquals(13, excerpt.streams().get("leicester-2019").revision());
    assertInstanceOf(Verification.Sound.class, verified(copies, 37));
  }

  /** Erases a frame when some of a segment has passed. */
  private final class ErasingOnce extends OutputStream {
    private final OutputStream to;
    private final Position frame;

    ErasingOnce(OutputStream to, Position frame) {
      this.to = to;
      this.frame = frame;
    }

    @Override
    public void write(int one) {
      throw new AssertionError("one byte at a time");
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      to.write(bytes, offset, count);
      assertInstanceOf(Erasing.Erased.class, trial.journal.erase(List.of(frame)));
    }
  }

  @Test
  void damageIsNeverCopied() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    for (int at = 0; at < forge.bytes().length; at += 11) {
      trial.disk.put(Segment.name(1), forge.flipped(at * 8));
      Excerpt excerpt = trial.journal.excerpt(marks.getLast());
      assertThrows(
          IOException.class, () -> excerpt.copy(Segment.name(1), OutputStream.nullOutputStream()));
    }
  }

  @Test
  void everyByteOfACopyCounts() throws IOException {
    Map<String, byte[]> copies = copied(trial.journal.excerpt(marks.get(4)));
    for (Map.Entry<String, byte[]> file : Map.copyOf(copies).entrySet()) {
      for (int at = 0; at < file.getValue().length; at++) {
        byte[] flipped = file.getValue().clone();
        flipped[at] ^= 1;
        copies.put(file.getKey(), flipped);
        Damage damage =
            assertInstanceOf(Verification.Broken.class, verified(copies, 12), "byte " + at)
                .damage();
        assertEquals(file.getKey(), damage.segment());
      }
      copies.put(file.getKey(), file.getValue());
    }
  }

  @Test
  void aCopyThatIsShortIsBrokenWhereItEnds() throws IOException {
    Map<String, byte[]> copies = copied(trial.journal.excerpt(marks.get(1)));
    byte[] whole = copies.get(Segment.name(1));
    for (int length = 0; length < whole.length; length++) {
      copies.put(Segment.name(1), Arrays.copyOf(whole, length));
      assertInstanceOf(Verification.Broken.class, verified(copies, 3), "length " + length);
    }
  }

  @Test
  void aSegmentThatIsMissingIsMissed() throws IOException {
    Map<String, byte[]> copies = copied(trial.journal.excerpt(marks.getLast()));
    for (String name : List.copyOf(copies.keySet())) {
      Map<String, byte[]> fewer = new HashMap<>(copies);
      fewer.remove(name);
      assertInstanceOf(Verification.Broken.class, verified(fewer, 36), name);
    }
    assertInstanceOf(Verification.Broken.class, verified(Map.of(), 0));
  }

  @Test
  void aSequenceThatIsNotTheLastIsBroken() throws IOException {
    Map<String, byte[]> copies = copied(trial.journal.excerpt(marks.getLast()));
    for (long sequence : new long[] {0, 35, 37, Long.MAX_VALUE - 1}) {
      assertInstanceOf(Verification.Broken.class, verified(copies, sequence), "" + sequence);
    }
  }

  @Test
  void aCopyThatSaysItIsLongerThanItIsIsUnreadable() throws IOException {
    Map<String, byte[]> files = copied(trial.journal.excerpt(marks.get(1)));
    byte[] whole = files.get(Segment.name(1));
    Copies lying =
        new Copies(
            Map.of(Segment.name(1), (long) whole.length),
            name -> new ByteArrayInputStream(whole, 0, whole.length - 1));
    assertInstanceOf(Verification.Broken.class, Journal.verify(lying, 3, kept -> {}));
  }

  @Test
  void aCopyIsOnlyRead() {
    CopyDisk disk =
        new CopyDisk(new Copies(Map.of(), name -> new ByteArrayInputStream(new byte[0])));
    assertThrows(IOException.class, () -> disk.create("a"));
    assertThrows(IOException.class, () -> disk.write("a"));
    assertThrows(IOException.class, () -> disk.rename("a", "b"));
    assertThrows(IOException.class, () -> disk.delete("a"));
    assertThrows(IOException.class, disk::force);
    assertThrows(IOException.class, () -> disk.read("a"));
  }
}
