package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiskFailureTest {
  private static final Entry FIRST = Trial.entry("leicester-2019", 1, "x".repeat(7500));
  private static final Entry SMALL = Trial.entry("leicester-2019", 2, "C01", "imported");
  private static final Entry ROLLS = Trial.entry("leicester-2019", 2, "x".repeat(900), "imported");

  private Trial trial;

  @BeforeEach
  void fillASegmentAlmost() throws IOException {
    trial = Trial.fresh();
    trial.append(FIRST);
  }

  @Test
  void aFailedForceIsNotRepeatedAndTheJournalIsReadOnly() throws IOException {
    List<String> operations = new ArrayList<>();
    trial.disk.fates(
        (number, operation) -> {
          operations.add(operation);
          return operation.equals("force") ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE;
        });
    Appending.DiskFailed failure =
        assertInstanceOf(Appending.DiskFailed.class, trial.journal.append(List.of(SMALL)));
    assertEquals(new Appending.DiskFailed("force", "Input/output error"), failure);
    assertEquals(List.of("write", "force", "truncate"), operations);
    assertEquals(2, trial.journal.end().sequence());
    assertEquals(1, trial.journal.head("leicester-2019").orElseThrow().sequence());

    trial.disk.fates((number, operation) -> Fate.DONE);
    Appending.ReadOnly refusal =
        assertInstanceOf(Appending.ReadOnly.class, trial.journal.append(List.of(SMALL)));
    assertEquals("the disk failed (force): Input/output error", refusal.reason());
    assertEquals(Optional.of(refusal.reason()), trial.journal.readOnly());
    assertInstanceOf(
        Appending.ReadOnly.class, trial.journal.erase(List.of(Mark.BEGINNING.position())));
    assertInstanceOf(
        Reading.Found.class, trial.journal.read(Mark.BEGINNING.position()), "reads go on");
  }

  @Test
  void aForceThatFailsForSpaceIsAFailureAllTheSame() {
    trial.disk.fates((number, operation) -> operation.equals("force") ? Fate.NO_SPACE : Fate.DONE);
    assertInstanceOf(Appending.DiskFailed.class, trial.journal.append(List.of(SMALL)));
  }

  @Test
  void whicheverOperationFailsNothingAcknowledgedIsLost() throws IOException {
    for (Entry entry : List.of(SMALL, ROLLS)) {
      int failed = 0;
      for (int last = 1; fails(entry, last); last++) {
        failed++;
      }
      assertEquals(entry.equals(SMALL) ? 2 : 7, failed, "operations of the batch");
    }
  }

  private boolean fails(Entry entry, int failing) throws IOException {
    fillASegmentAlmost();
    trial.disk.fates(
        (number, operation) -> number == failing ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    if (trial.journal.append(List.of(entry)) instanceof Appending.Appended) {
      return false;
    }
    assertInstanceOf(Appending.ReadOnly.class, trial.journal.append(List.of(entry)));
    trial.disk.fates((number, operation) -> Fate.DONE);
    for (int seed = 0; seed < 20; seed++) {
      trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(1));
      String message = "operation " + failing + ": " + trial.lines();
      assertTrue(!(trial.tail instanceof Tail.Damaged), message);
      List<Entry> most = List.of(FIRST, entry);
      assertEquals(Trial.lines(most.subList(0, trial.replayed.size())), trial.lines(), message);
      assertTrue(!trial.replayed.isEmpty());
    }
    trial.append(Trial.entry("swindon-2021", 1, "created"));
    return true;
  }

  @Test
  void aBatchWhoseForceFailedIsCutOff() throws IOException {
    trial.disk.fates(
        (number, operation) -> operation.equals("force") ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    assertInstanceOf(Appending.DiskFailed.class, trial.journal.append(List.of(SMALL)));
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.reopen();
    assertEquals(new Tail.Whole(), trial.tail);
    assertEquals(Trial.lines(List.of(FIRST)), trial.lines());
  }

  @Test
  void whatIsFoundAfterAFailedForceIsOnDiskOnceTheJournalIsOpen() throws IOException {
    trial.disk.fates(
        (number, operation) -> operation.equals("write") ? Fate.DONE : Fate.INPUT_OUTPUT_ERROR);
    assertEquals(
        new Appending.DiskFailed("force", "Input/output error, then Input/output error"),
        trial.journal.append(List.of(SMALL)));
    trial.disk.fates((number, operation) -> Fate.DONE);
    trial.reopen();
    List<String> shown = trial.lines();
    assertEquals(Trial.lines(List.of(FIRST, SMALL)), shown);
    for (int seed = 0; seed < 50; seed++) {
      trial.open(trial.disk.afterPowerLoss(), Start.fromBeginning(3));
      assertEquals(new Tail.Whole(), trial.tail);
      assertEquals(shown, trial.lines());
    }
  }

  @Test
  void aWriteThatFailsLeavesNothingBehindThatALaterOpeningWouldTake() throws IOException {
    trial.disk.fates((number, operation) -> number == 1 ? Fate.INPUT_OUTPUT_ERROR : Fate.DONE);
    assertInstanceOf(Appending.DiskFailed.class, trial.journal.append(List.of(SMALL)));
    trial.reopen();
    assertEquals(Trial.lines(List.of(FIRST)), trial.lines());
  }

  @Test
  void whicheverOperationFailsAtTheOpeningTheJournalCanBeRead() throws IOException {
    trial.append(ROLLS);
    byte[] torn = trial.disk.bytes(Segment.name(2));
    int readOnly = 0;
    for (Fate fate : List.of(Fate.INPUT_OUTPUT_ERROR, Fate.NO_SPACE)) {
      for (int failing = 1; failing <= 12; failing++) {
        MemoryDisk disk = new MemoryDisk(failing);
        for (String name : trial.disk.names()) {
          disk.put(name, trial.disk.bytes(name));
        }
        disk.put(Segment.name(2), Arrays.copyOf(torn, torn.length - 1));
        disk.put(Segment.name(4) + ".new", new byte[3]);
        int number = failing;
        disk.fates((operation, name) -> operation == number ? fate : Fate.DONE);
        Trial opened = Trial.seeded(1);
        opened.open(disk, Start.fromBeginning(1));
        disk.fates((operation, name) -> Fate.DONE);
        assertEquals(Trial.lines(List.of(FIRST)), opened.lines());
        assertInstanceOf(Tail.Torn.class, opened.tail);
        if (opened.journal.readOnly().isPresent()) {
          readOnly++;
          assertEquals(0, disk.openFiles());
          assertInstanceOf(Appending.ReadOnly.class, opened.journal.append(List.of(SMALL)));
        } else {
          assertEquals(1, disk.openFiles());
          assertTrue(disk.names().stream().noneMatch(name -> name.endsWith(".new")));
          opened.append(SMALL);
        }
        assertInstanceOf(Verification.Sound.class, opened.journal.verify());
      }
    }
    assertTrue(readOnly > 8, "openings that failed: " + readOnly);
  }

  @Test
  void aNewJournalThatCannotBeMadeIsEmptyAndReadOnly() throws IOException {
    for (int failing = 1; failing <= 5; failing++) {
      MemoryDisk disk = new MemoryDisk(failing);
      int number = failing;
      disk.fates((operation, name) -> operation == number ? Fate.NO_SPACE : Fate.DONE);
      trial.open(disk, Start.fromBeginning(0));
      assertEquals(
          Optional.of("the disk cannot be written: No space left on device"),
          trial.journal.readOnly());
      trial.reopen();
      trial.append(FIRST);
    }
  }
}
