package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TornTailTest {
  private static final Entry[] BEFORE = {
    Trial.entry("leicester-2019", 1, "created"), Trial.entry("leicester-2019", 2, "yes")
  };
  private static final Entry[] LAST = {
    Trial.entry("swindon-2021", 1, "created"),
    Trial.entry("leicester-2019", 3, "C01", "C02", "C03", "imported"),
    Trial.entry("swindon-2021", 2, "no")
  };

  private Trial trial;
  private Forge forge;

  /** Offsets at which an entry of the last batch ends, the end of the batch before it first. */
  private final List<Integer> ends = new ArrayList<>();

  @BeforeEach
  void writeTwoBatches() throws IOException {
    trial = Trial.fresh();
    trial.append(BEFORE);
    ends.add((int) trial.journal.end().position().offset());
    for (Entry entry : LAST) {
      ends.add(ends.getLast() + (int) entry.bytes());
    }
    trial.append(LAST);
    forge = new Forge(trial.disk, 1);
    assertEquals(ends.getLast(), forge.bytes().length);
  }

  @Test
  void everyLengthOfTheLastBatchLeavesItsWholeEntries() throws IOException {
    for (int length = ends.getFirst(); length < ends.getLast(); length++) {
      recovers(length, forge.cut(length));
    }
  }

  @Test
  void zerosOrRubbishAfterTheTearChangeNothing() throws IOException {
    Random random = new Random(7);
    for (int length = ends.getFirst(); length < ends.getLast(); length++) {
      byte[] rest = new byte[ends.getLast() - length];
      recovers(length, forge.cut(length, rest));
      random.nextBytes(rest);
      recovers(length, forge.cut(length, rest));
    }
  }

  @Test
  void aHoleInTheLastBatchCutsWhatFollowsIt() throws IOException {
    for (int length = ends.getFirst(); length < ends.getLast(); length++) {
      byte[] hole = forge.bytes();
      int until = Math.min(hole.length, length + 64);
      Arrays.fill(hole, length, until, (byte) 0xee);
      recovers(length, hole);
    }
  }

  private void recovers(int length, byte[] torn) throws IOException {
    trial.reopenWith(Segment.name(1), torn, 0);
    int whole = (int) ends.stream().filter(end -> end <= length).count() - 1;
    List<Entry> expected = new ArrayList<>(List.of(BEFORE));
    expected.addAll(List.of(LAST).subList(0, whole));
    assertEquals(Trial.lines(expected), trial.lines(), "at " + length);

    int cut = ends.get(whole);
    if (torn.length == cut) {
      assertEquals(new Tail.Whole(), trial.tail);
    } else {
      Tail.Torn told = assertInstanceOf(Tail.Torn.class, trial.tail, "at " + length);
      assertEquals(cut, told.offset());
      assertEquals(trial.journal.end().sequence(), told.sequence());
      assertEquals(torn.length - cut, told.bytes());
      assertArrayEquals(
          Arrays.copyOfRange(torn, cut, torn.length),
          trial.disk.bytes(told.savedAs().orElseThrow()));
    }
    assertEquals(cut, trial.disk.bytes(Segment.name(1)).length);
    assertEquals(Optional.empty(), trial.journal.readOnly());
    trial.append(Trial.entry("leicester-2019", 9, "later"));
    trial.reopen();
    assertEquals(new Tail.Whole(), trial.tail);
    assertEquals(
        "[later]",
        trial.replayed.getLast().payloads().stream().map(Trial::text).toList().toString());
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
  }

  @Test
  void aWatermarkTurnsTheTornIntoDamage() throws IOException {
    long acknowledged = trial.journal.end().sequence() - 1;
    for (int length = ends.getFirst(); length < ends.getLast(); length++) {
      byte[] torn = forge.cut(length);
      trial.reopenWith(Segment.name(1), torn, acknowledged);
      Tail.Damaged told = assertInstanceOf(Tail.Damaged.class, trial.tail, "at " + length);
      assertTrue(told.damage().sequence() <= acknowledged);
      assertTrue(trial.journal.readOnly().isPresent());
      assertArrayEquals(torn, trial.disk.bytes(Segment.name(1)));
      assertInstanceOf(
          Appending.ReadOnly.class, trial.journal.append(List.of(Trial.entry("s", 1, "x"))));
    }
  }

  @Test
  void aWatermarkBeforeTheTearDoesNot() throws IOException {
    trial.reopenWith(Segment.name(1), forge.cut(ends.getFirst() + 10), BEFORE.length);
    assertInstanceOf(Tail.Torn.class, trial.tail);
  }

  @Test
  void aTornBatchWithoutRoomToSaveItIsCutAllTheSame() throws IOException {
    MemoryDisk disk = trial.disk;
    disk.put(Segment.name(1), forge.cut(ends.getFirst() + 10));
    disk.fates((number, operation) -> operation.equals("create") ? Fate.NO_SPACE : Fate.DONE);
    trial.reopen();
    Tail.Torn told = assertInstanceOf(Tail.Torn.class, trial.tail);
    assertEquals(Optional.empty(), told.savedAs());
    assertEquals(ends.getFirst(), disk.bytes(Segment.name(1)).length);
    assertTrue(trial.journal.awaitsSpace());
    disk.fates((number, operation) -> Fate.DONE);
    trial.append(LAST);
    assertFalse(trial.journal.awaitsSpace());
  }

  @Test
  void aLongTailIsSavedWholeAndForced() throws IOException {
    byte[] rest = new byte[700_000];
    new Random(9).nextBytes(rest);
    byte[] torn = forge.cut(ends.getFirst(), rest);
    for (int seed = 0; seed < 20; seed++) {
      Trial again = Trial.seeded(seed);
      again.reopenWith(Segment.name(1), torn, 0);
      Tail.Torn told = assertInstanceOf(Tail.Torn.class, again.tail);
      MemoryDisk after = again.disk.afterPowerLoss();
      assertArrayEquals(rest, after.bytes(told.savedAs().orElseThrow()));
    }
  }

  @Test
  void aTornFileOfTheSameSequenceIsKeptBesideTheFirst() throws IOException {
    for (String expected :
        List.of(
            "torn-000000000003.bytes", "torn-000000000003-2.bytes", "torn-000000000003-3.bytes")) {
      trial.disk.put(Segment.name(1), forge.cut(ends.getFirst() + 10));
      trial.reopen();
      Tail.Torn told = assertInstanceOf(Tail.Torn.class, trial.tail);
      assertEquals(Optional.of(expected), told.savedAs());
    }
  }

  @Test
  void onlySoManyTornFilesAreKept() throws IOException {
    for (int i = 0; i < Limits.TORN_FILES + 5; i++) {
      byte[] bytes = trial.disk.bytes(Segment.name(1));
      trial.disk.put(Segment.name(1), Arrays.copyOf(bytes, bytes.length + 3));
      trial.reopen();
      trial.append(Trial.entry("leicester-2019", 10 + i, "x"));
    }
    List<String> torn =
        trial.disk.names().stream().filter(name -> name.startsWith("torn-")).sorted().toList();
    assertEquals(Limits.TORN_FILES, torn.size());
    assertEquals("torn-000000000029.bytes", torn.getLast());
  }
}
