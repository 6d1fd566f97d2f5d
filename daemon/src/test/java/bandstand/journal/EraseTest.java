package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EraseTest {
  private static final String NAME = "Gwenllian ferch Gruffydd";
  private static final List<String> WHOLE =
      List.of("[created]", "[case " + NAME + ", C02, imported]", "[note " + NAME + "]", "[yes]");
  private static final List<String> ERASED =
      List.of("[created]", "[erased 29, C02, imported]", "[erased 29]", "[yes]");

  private Trial trial;
  private List<Position> frames;

  @BeforeEach
  void writeACase() throws IOException {
    write(1);
  }

  private void write(long seed) throws IOException {
    trial = Trial.seeded(seed);
    trial.append(Trial.entry("leicester-2019", 1, "created"));
    Written imported =
        trial
            .append(Trial.entry("leicester-2019", 2, "case " + NAME, "C02", "imported"))
            .getFirst();
    trial.append(Trial.entry("swindon-2021", 1, "x".repeat(7500)));
    Written note = trial.append(Trial.entry("leicester-2019", 3, "note " + NAME)).getFirst();
    trial.append(Trial.entry("leicester-2019", 4, "yes"));
    frames = List.of(note.position(), imported.position());
    assertTrue(note.position().segment() > imported.position().segment());
  }

  @Test
  void erasedContentIsInNoFile() throws IOException {
    byte[] bytes = trial.disk.bytes(Segment.name(1));
    trial.disk.put("torn-000000000009.bytes", NAME.getBytes(StandardCharsets.UTF_8));
    assertTrue(contains(bytes, NAME));
    byte[] salt = new Forge(trial.disk, 1).frames.get(1).salt();

    assertEquals(new Erasing.Erased(2), trial.journal.erase(frames));
    for (String name : trial.disk.names()) {
      assertFalse(contains(trial.disk.bytes(name), NAME), name);
    }
    assertFalse(
        contains(trial.disk.bytes(Segment.name(1)), new String(salt, StandardCharsets.ISO_8859_1)));
    assertEquals(bytes.length, trial.disk.bytes(Segment.name(1)).length);
    assertEquals(
        List.of(Segment.name(1), Segment.name(5), Space.RESERVE),
        trial.disk.names().stream().sorted().toList());
  }

  @Test
  void everythingElseStands() throws IOException {
    Map<String, Head> heads = trial.journal.heads();
    trial.journal.erase(frames);
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    assertEquals(List.of(2L, 6L), sound.erased());
    assertEquals(heads, sound.heads());
    trial.append(Trial.entry("leicester-2019", 5, "no"));
    trial.reopen();
    assertEquals(ERASED, payloads().subList(0, 4));
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    Kept kept = trial.replayed.get(1);
    assertEquals("Nia Evans", kept.author());
    assertEquals(Trial.TIME.plusSeconds(2), kept.at());
    assertEquals(2, kept.revision());
  }

  @Test
  void anErasedFrameReadsAsErasedWithItsDigest() {
    Link digest = part(frames.getLast()).digest();
    Link link = part(frames.getLast()).link();
    trial.journal.erase(frames);
    Part part = part(frames.getLast());
    assertEquals(new Payload.Erased(29), part.payload());
    assertEquals(digest, part.digest());
    assertEquals(link, part.link());
    assertEquals("00".repeat(16), HexFormat.of().formatHex(part.salt()));
  }

  @Test
  void eachPartIsErasedByItself() throws IOException {
    List<Position> imported =
        trial.append(Trial.entry("s", 1, "C01", "C02", "C03")).getFirst().positions();
    assertEquals(new Erasing.Erased(2), trial.journal.erase(imported.subList(1, 3)));
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    assertEquals(List.of(9L, 10L), sound.erased());
    trial.reopen();
    assertEquals(
        List.of("C01", "erased 3", "erased 3"),
        trial.replayed.getLast().payloads().stream().map(Trial::text).toList());
  }

  @Test
  void whatIsErasedAlreadyIsNotCounted() {
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames.subList(0, 1)));
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames));
    assertEquals(new Erasing.Erased(0), trial.journal.erase(frames));
    assertEquals(new Erasing.Erased(0), trial.journal.erase(List.of()));
  }

  @Test
  void aFrameThatCannotBeReadLeavesAllUntouched() throws IOException {
    Position wrong = new Position(1, frames.getLast().offset() + 1);
    Erasing erasing = trial.journal.erase(List.of(frames.getFirst(), wrong));
    Damage damage = assertInstanceOf(Erasing.Untouched.class, erasing).damage();
    assertEquals(wrong.offset(), damage.offset());
    trial.reopen();
    assertEquals(WHOLE, payloads());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void moreFramesThanOneRecordHoldsAreErasedSoManyAtATime() {
    int more = Limits.ERASURE_FRAMES + 1;
    String[] parts = new String[more];
    Arrays.fill(parts, NAME);
    List<Position> many = trial.append(Trial.entry("s", 1, parts)).getFirst().positions();
    Entry erasure = Trial.entry("s", 2, "erased");
    assertInstanceOf(Appending.Appended.class, trial.journal.append(List.of(erasure), more));
    trial.disk.fates((number, operation) -> operation.equals("create") ? Fate.NO_SPACE : Fate.DONE);
    assertEquals(new Erasing.Erased(more), trial.journal.erase(many));
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    assertEquals(more, sound.erased().size());
  }

  @Test
  void whatIsErasedAlreadyNeedsNoJournalThatCanBeWritten() throws IOException {
    trial.journal.erase(frames);
    byte[] damaged = trial.disk.bytes(Segment.name(5));
    damaged[damaged.length - 1] ^= 1;
    trial.reopenWith(Segment.name(5), damaged, 7);
    assertTrue(trial.journal.readOnly().isPresent());
    assertEquals(new Erasing.Erased(0), trial.journal.erase(frames));
    Position standing = trial.replayed.getFirst().written().position();
    assertInstanceOf(Appending.ReadOnly.class, trial.journal.erase(List.of(standing)));
  }

  @Test
  void theLastAcknowledgedFrameCanBeErased() throws IOException {
    Written last = trial.append(Trial.entry("leicester-2019", 5, NAME)).getFirst();
    assertEquals(new Erasing.Erased(1), trial.journal.erase(last.positions()));
    for (int seed = 0; seed < 50; seed++) {
      trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(last.last()));
      assertEquals(new Tail.Whole(), trial.tail);
      assertEquals("[erased 24]", payloads().getLast());
    }
  }

  @Test
  void whereverThePowerGoesAnErasureIsWholeOrNotBegun() throws IOException {
    int whole = 0;
    int operations = Integer.MAX_VALUE;
    for (int last = 1; last <= operations; last++) {
      for (int seed = 0; seed < 100; seed++) {
        write(seed);
        int end = last;
        trial.disk.fates((number, operation) -> number == end ? Fate.POWER_LOST : Fate.DONE);
        try {
          assertEquals(new Erasing.Erased(2), trial.journal.erase(frames));
          operations = trial.disk.operations();
        } catch (MemoryDisk.PowerLost e) {
          assertEquals(end, trial.disk.operations());
        }
        reopenAfterPowerLoss(seed);
        String message = "operation " + last + ", seed " + seed + ": " + trial.tail;
        assertEquals(new Tail.Whole(), trial.tail, message);
        if (payloads().equals(ERASED)) {
          whole++;
        } else {
          assertEquals(WHOLE, payloads(), message);
          assertTrue(last <= operations, message);
        }
        assertInstanceOf(Verification.Sound.class, trial.journal.verify(), message);
        assertFalse(trial.disk.names().contains(Tombstones.PENDING), message);
      }
    }
    assertTrue(whole > 200, "whole: " + whole);
  }

  /** Loses power once more while it opens. */
  private void reopenAfterPowerLoss(long seed) throws IOException {
    MemoryDisk disk = trial.disk.afterPowerLoss();
    int again = new SplittableRandom(seed).nextInt(12);
    disk.fates((number, operation) -> number == again ? Fate.POWER_LOST : Fate.DONE);
    try {
      trial.open(disk, Start.fromBeginning(7));
    } catch (MemoryDisk.PowerLost e) {
      trial.open(disk.afterPowerLoss(), Start.fromBeginning(7));
    }
  }

  @Test
  void withoutSpaceNothingIsErasedAndTheJournalGoesOn() throws IOException {
    trial.disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.NoSpace.class, trial.journal.erase(frames));
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.append(Trial.entry("leicester-2019", 5, "no"));
    assertEquals(new Erasing.Erased(2), trial.journal.erase(frames));
  }

  @Test
  void whatWasNotMadeRoomForTakesTheReserve() throws IOException {
    trial.disk.fates((number, operation) -> number == 2 ? Fate.NO_SPACE : Fate.DONE);
    assertEquals(new Erasing.Erased(2), trial.journal.erase(frames));
    assertTrue(trial.journal.awaitsSpace());
  }

  @Test
  void whicheverOperationFailsTheNextOpeningFindsAllOrNothing() throws IOException {
    int failed = 0;
    for (int number = 1; ; number++) {
      write(number);
      int failing = number;
      trial.disk.fates(
          (operation, name) -> operation == failing ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
      if (trial.journal.erase(frames) instanceof Erasing.Erased) {
        break;
      }
      failed++;
      assertTrue(trial.journal.readOnly().isPresent());
      trial.reopen();
      assertTrue(payloads().equals(ERASED) || payloads().equals(WHOLE), "operation " + failing);
      assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    }
    assertEquals(12, failed);
  }

  @Test
  void rubbishWhereAnErasureWouldBeKeptIsDropped() throws IOException {
    for (byte[] rubbish :
        List.of(new byte[0], new byte[3], new byte[16], new byte[500], new byte[9_000_000])) {
      trial.disk.put(Tombstones.PENDING, rubbish);
      trial.reopen();
      assertEquals(WHOLE, payloads());
      assertFalse(trial.disk.names().contains(Tombstones.PENDING));
    }
  }

  @Test
  void anErasureOfAnotherJournalIsRefused() throws IOException {
    trial.disk.fates((number, operation) -> number == 4 ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    assertInstanceOf(Appending.DiskFailed.class, trial.journal.erase(frames));
    byte[] pending = trial.disk.bytes(Tombstones.PENDING);
    Trial other = Trial.fresh();
    other.append(Trial.entry("swindon-2021", 1, "y".repeat(500)));
    byte[] before = other.disk.bytes(Segment.name(1));
    other.disk.put(Tombstones.PENDING, pending);
    IOException refusal = assertThrows(IOException.class, other::reopen);
    assertTrue(refusal.getMessage().contains("erasing.pending"), refusal.getMessage());
    assertTrue(Arrays.equals(before, other.disk.bytes(Segment.name(1))));
  }

  private Part part(Position position) {
    Reading<Part> reading = trial.journal.part(position);
    return reading instanceof Reading.Found<Part>(Part part) ? part : fail("no part: " + reading);
  }

  /** Of the case's inspection. */
  private List<String> payloads() {
    return trial.replayed.stream()
        .filter(kept -> kept.stream().equals("leicester-2019"))
        .map(kept -> kept.payloads().stream().map(Trial::text).toList().toString())
        .toList();
  }

  private static boolean contains(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }
}
