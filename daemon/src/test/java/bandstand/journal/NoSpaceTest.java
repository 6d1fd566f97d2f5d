package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoSpaceTest {
  private static final Entry FIRST = Trial.entry("leicester-2019", 1, "x".repeat(7500));
  private static final Entry SMALL = Trial.entry("leicester-2019", 2, "C01", "imported");
  private static final Entry ROLLS = Trial.entry("leicester-2019", 2, "x".repeat(900), "imported");

  private Trial trial;
  private int refusals;

  @BeforeEach
  void fillASegmentAlmost() throws IOException {
    trial = Trial.fresh();
    trial.append(FIRST);
  }

  @Test
  void wheneverSpaceRunsOutNothingIsKeptAndTheJournalGoesOn() throws IOException {
    for (Entry entry : List.of(SMALL, ROLLS)) {
      int last = 1;
      refusals = 0;
      while (runsOut(entry, last)) {
        last++;
      }
      assertEquals(entry.equals(SMALL) ? 1 : 4, refusals, "operations that need space");
    }
  }

  /** Fails the operation of a number; false if the batch needs fewer. */
  private boolean runsOut(Entry entry, int failing) throws IOException {
    fillASegmentAlmost();
    Mark before = trial.journal.end();
    byte[] bytes = trial.disk.bytes(Segment.name(1));
    trial.disk.fates(
        (number, operation) ->
            number == failing && !operation.startsWith("force") ? Fate.NO_SPACE : Fate.DONE);
    Appending appending = trial.journal.append(List.of(entry));
    if (appending instanceof Appending.Appended) {
      return trial.disk.operations() > failing;
    }
    refusals++;
    Appending.NoSpace refusal = assertInstanceOf(Appending.NoSpace.class, appending);
    assertEquals("No space left on device", refusal.message());
    assertTrue(trial.journal.awaitsSpace());
    assertEquals(Optional.empty(), trial.journal.readOnly());
    assertEquals(before.sequence(), trial.journal.end().sequence());
    assertArrayEquals(bytes, trial.disk.bytes(Segment.name(1)));

    trial.append(entry);
    assertFalse(trial.journal.awaitsSpace());
    trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(3));
    assertEquals(new Tail.Whole(), trial.tail);
    assertEquals(Trial.lines(List.of(FIRST, entry)), trial.lines());
    return true;
  }

  @Test
  void aCrashRightAfterTheRefusalFindsNothingOfIt() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      trial = Trial.seeded(seed);
      trial.append(FIRST);
      trial.disk.fates((number, operation) -> number == 1 ? Fate.NO_SPACE : Fate.DONE);
      assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
      trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(1));
      assertEquals(new Tail.Whole(), trial.tail, "seed " + seed);
      assertEquals(Trial.lines(List.of(FIRST)), trial.lines());
    }
  }

  @Test
  void theReserveIsGivenUpAndBatchesWaitUntilThereIsRoomForItAgain() throws IOException {
    assertEquals(Trial.RESERVE_BYTES, trial.disk.bytes(Space.RESERVE).length);
    trial.disk.fates((number, operation) -> number == 1 ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
    assertFalse(trial.disk.names().contains(Space.RESERVE));

    long wanted = Trial.RESERVE_BYTES + SMALL.bytes() + 1024 * 1024;
    trial.disk.usableBytes(wanted - 1);
    int operations = trial.disk.operations();
    Appending.NoSpace refusal =
        assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
    assertEquals(
        (wanted - 1) + " bytes are free where " + wanted + " are wanted", refusal.message());
    assertEquals(operations, trial.disk.operations(), "nothing was written");
    assertTrue(trial.journal.awaitsSpace());

    trial.disk.usableBytes(wanted);
    trial.append(SMALL);
    assertFalse(trial.journal.awaitsSpace());
    assertEquals(Trial.RESERVE_BYTES, trial.disk.bytes(Space.RESERVE).length);
  }

  /** Nobody has to write for it: whoever asks whether writes are taken learns it. */
  @Test
  void spaceThatIsThereAgainIsFoundWhenItIsSought() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.NO_SPACE : Fate.DONE);
    trial.journal.append(List.of(SMALL));
    trial.disk.usableBytes(0);
    trial.journal.seekSpace();
    assertTrue(trial.journal.awaitsSpace());
    trial.disk.usableBytes(100L * 1024 * 1024);
    trial.journal.seekSpace();
    assertFalse(trial.journal.awaitsSpace());
    assertEquals(Trial.RESERVE_BYTES, trial.disk.bytes(Space.RESERVE).length);
    trial.append(SMALL);
  }

  @Test
  void readsGoOnWithoutSpace() throws IOException {
    Position first = Mark.BEGINNING.position();
    trial.disk.fates((number, operation) -> Fate.NO_SPACE);
    trial.journal.append(List.of(SMALL));
    assertInstanceOf(Reading.Found.class, trial.journal.read(first));
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
  }

  @Test
  void aReserveThatCannotBeMadeAgainRefusesTheBatch() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.NO_SPACE : Fate.DONE);
    trial.journal.append(List.of(SMALL));
    trial.disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    assertEquals(
        new Appending.NoSpace("No space left on device"), trial.journal.append(List.of(SMALL)));
    assertFalse(trial.disk.names().contains(Space.RESERVE), "half a reserve is none");
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.append(SMALL);
  }

  @Test
  void aFullDiskAtTheStartServesReads() throws IOException {
    trial.disk.delete(Space.RESERVE);
    trial.disk.usableBytes(0);
    trial.reopen();
    assertEquals(Trial.lines(List.of(FIRST)), trial.lines());
    assertEquals(Optional.empty(), trial.journal.readOnly());
    assertTrue(trial.journal.awaitsSpace());
    assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
    trial.disk.usableBytes(Long.MAX_VALUE / 2);
    trial.append(SMALL);
  }

  @Test
  void halfAReserveIsMadeWholeAtTheStart() throws IOException {
    trial.disk.put(Space.RESERVE, new byte[Trial.RESERVE_BYTES - 1]);
    trial.reopen();
    assertEquals(Trial.RESERVE_BYTES, trial.disk.bytes(Space.RESERVE).length);
  }

  @Test
  void aLimitOnFilesIsNoSpaceToo() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.FILE_TOO_LARGE : Fate.DONE);
    Appending.NoSpace refusal =
        assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
    assertEquals("File too large", refusal.message());
    trial.append(SMALL);
  }

  @Test
  void aLimitBelowTheReserveDoesNotStopTheJournal() throws IOException {
    trial.disk.delete(Space.RESERVE);
    trial.disk.fates((number, operation) -> number == 5 ? Fate.FILE_TOO_LARGE : Fate.DONE);
    trial.reopen();
    assertFalse(trial.journal.awaitsSpace());
    trial.append(SMALL);
  }

  @Test
  void anUnknownErrorWithTooLittleRoomIsNoSpace() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    trial.disk.usableBytes(SMALL.bytes() - 1);
    assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(SMALL)));
  }

  @Test
  void anUnknownErrorWithEnoughRoomIsAFailure() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    trial.disk.usableBytes(SMALL.bytes());
    assertInstanceOf(Appending.DiskFailed.class, trial.journal.append(List.of(SMALL)));
  }

  @Test
  void aBatchOfManyWritesIsTakenBackWhole() throws IOException {
    byte[][] cases = new byte[40][];
    Arrays.setAll(cases, i -> new byte[100_000]);
    Entry large = new Entry("leicester-2019", 2, Trial.TIME, "Nia Evans", List.of(cases));
    for (int writes = 1; ; writes++) {
      fillASegmentAlmost();
      int failing = writes;
      int[] seen = {0};
      trial.disk.fates(
          (number, operation) ->
              operation.equals("write") && ++seen[0] == failing ? Fate.NO_SPACE : Fate.DONE);
      if (trial.journal.append(List.of(large)) instanceof Appending.Appended) {
        assertEquals(1 + 4, writes - 1, "the header of a segment, and a write a megabyte");
        return;
      }
      assertEquals(2, trial.journal.end().sequence());
      trial.append(SMALL);
      trial.reopen();
      assertEquals(Trial.lines(List.of(FIRST, SMALL)), trial.lines());
    }
  }
}
