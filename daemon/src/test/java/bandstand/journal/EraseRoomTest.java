package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Room for an erasure is made sure of before it is recorded: then it does not fail for want of it.
 */
class EraseRoomTest {
  private static final Entry CASE = Trial.entry("leicester-2019", 1, "case");
  private static final Entry ERASURE = Trial.entry("leicester-2019", 2, "erased");

  private Trial trial;
  private List<Position> frames;

  @BeforeEach
  void writeACase() throws IOException {
    write(1);
  }

  private void write(long seed) throws IOException {
    trial = Trial.seeded(seed);
    frames = trial.append(CASE).getFirst().positions();
  }

  private Appending recorded() {
    return trial.journal.append(List.of(ERASURE), frames.size());
  }

  private boolean stands(String name) throws IOException {
    return trial.disk.names().contains(name);
  }

  @Test
  void onceRecordedItNeedsNoMoreRoom() throws IOException {
    assertInstanceOf(Appending.Appended.class, recorded());
    trial.disk.usableBytes(0);
    trial.disk.fates((number, operation) -> operation.equals("create") ? Fate.NO_SPACE : Fate.DONE);
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames));
    assertFalse(stands(Tombstones.PENDING));
    assertTrue(stands(Space.RESERVE));
  }

  @Test
  void withoutRoomTheReserveIsGivenUpForIt() throws IOException {
    trial.disk.fates((number, operation) -> number == 2 ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.Appended.class, recorded());
    assertFalse(stands(Space.RESERVE));
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames));
    assertEquals(Optional.empty(), trial.journal.readOnly());
    assertTrue(trial.journal.awaitsSpace());
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.append(Trial.entry("leicester-2019", 3, "more"));
    assertFalse(trial.journal.awaitsSpace());
  }

  @Test
  void whereTheReserveIsGoneWhatIsLeftWillDo() throws IOException {
    trial.disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(ERASURE)));
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.disk.usableBytes(Trial.RESERVE_BYTES);
    assertInstanceOf(Appending.NoSpace.class, trial.journal.append(List.of(ERASURE)));
    assertInstanceOf(Appending.Appended.class, recorded());
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames));
  }

  @Test
  void whereThereIsNoneNothingIsRecordedAndTheJournalGoesOn() throws IOException {
    Mark before = trial.journal.end();
    trial.disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.NoSpace.class, recorded());
    assertEquals(before, trial.journal.end());
    assertFalse(stands(Tombstones.PENDING));
    assertEquals(Optional.empty(), trial.journal.readOnly());
    trial.disk.fates((number, operation) -> Fate.DONE);
    assertInstanceOf(Appending.Appended.class, recorded());
    assertEquals(new Erasing.Erased(1), trial.journal.erase(frames));
    trial.reopen();
    assertEquals(2, trial.replayed.size());
  }

  @Test
  void whicheverOperationFailsNothingOrAllOfItIsThere() throws IOException {
    int failed = 0;
    for (int number = 1; ; number++) {
      write(number);
      int failing = number;
      trial.disk.fates(
          (operation, name) -> operation == failing ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
      if (recorded() instanceof Appending.Appended
          && trial.journal.erase(frames) instanceof Erasing.Erased) {
        break;
      }
      failed++;
      assertTrue(trial.journal.readOnly().isPresent(), "operation " + failing);
      trial.disk.fates((operation, name) -> Fate.DONE);
      trial.reopen();
      assertInstanceOf(Tail.Whole.class, trial.tail, "operation " + failing);
      assertFalse(stands(Tombstones.PENDING));
      assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    }
    assertEquals(4 + 2 + 8, failed, "room, record, tombstones");
  }

  @Test
  void whereverThePowerGoesTheNextOpeningHasNoHalf() throws IOException {
    for (int last = 1; last <= 14; last++) {
      for (int seed = 0; seed < 50; seed++) {
        write(seed);
        int end = last;
        trial.disk.fates((number, operation) -> number == end ? Fate.POWER_LOST : Fate.DONE);
        boolean recorded = false;
        try {
          recorded = recorded() instanceof Appending.Appended;
          trial.journal.erase(frames);
        } catch (MemoryDisk.PowerLost gone) {
          assertEquals(end, trial.disk.operations());
        }
        trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(1));
        String message = "operation " + last + ", seed " + seed;
        assertFalse(stands(Tombstones.PENDING), message);
        assertTrue(trial.replayed.size() == 2 || !recorded, message);
        assertEquals(new Erasing.Erased(1), atLast(), message);
      }
    }
  }

  /** What a start does that finds the erasure recorded: of frames that stand, and of none. */
  private Erasing atLast() {
    Erasing erasing = trial.journal.erase(frames);
    return erasing.equals(new Erasing.Erased(0)) ? new Erasing.Erased(1) : erasing;
  }
}
