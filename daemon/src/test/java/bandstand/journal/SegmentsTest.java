package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void noFileStaysOpenButTheOneThatIsWritten() throws IOException {
    Trial trial = Trial.fresh();
    for (int i = 1; i <= 20; i++) {
      Written written = trial.append(Trial.entry("swindon-2021", i, "x".repeat(3000))).getFirst();
      assertInstanceOf(Reading.Found.class, trial.journal.read(written.position()));
      assertInstanceOf(Reading.Found.class, trial.journal.part(written.position()));
      trial.journal.erase(written.positions());
    }
    trial.journal.verify();
    assertEquals(1, trial.disk.openFiles());
    trial.journal.close();
    assertEquals(0, trial.disk.openFiles());
    trial.reopen();
    assertEquals(1, trial.disk.openFiles());
    trial.journal.close();
    byte[] last = trial.disk.bytes(Segment.name(19));
    trial.disk.put(Segment.name(19), Arrays.copyOf(last, last.length - 1));
    trial.reopen();
    assertInstanceOf(Tail.Torn.class, trial.tail);
    assertEquals(1, trial.disk.openFiles());
    trial.journal.close();
    trial.reopen(Start.fromBeginning(20));
    assertInstanceOf(Tail.Damaged.class, trial.tail);
    assertEquals(0, trial.disk.openFiles());
  }

  @Test
  void aSegmentIsFilledToItsLastByte() throws IOException {
    int frame = Frame.FIXED_BYTES + "swindon-2021".length() + "Nia Evans".length();
    int rest = Trial.SEGMENT_BYTES - Segment.HEADER_BYTES - 2 * frame;
    Trial trial = Trial.fresh();
    trial.append(Trial.entry("swindon-2021", 1, "x".repeat(1000)));
    trial.append(Trial.entry("swindon-2021", 2, "x".repeat(rest - 1000)));
    assertEquals(Trial.SEGMENT_BYTES, trial.journal.end().position().offset());
    assertEquals(1, trial.journal.end().position().segment());
    trial.reopen();
    trial.append(Trial.entry("swindon-2021", 3, "y"));
    assertEquals(3, trial.journal.end().position().segment());
  }

  @Test
  void verifyMissesASegmentThatWasTakenAway() throws IOException {
    Trial trial = Trial.fresh();
    for (int i = 1; i <= 4; i++) {
      trial.append(Trial.entry("swindon-2021", i, "x".repeat(7000)));
    }
    for (long first = 1; first <= 4; first++) {
      byte[] bytes = trial.disk.bytes(Segment.name(first));
      trial.disk.delete(Segment.name(first));
      Damage damage = assertInstanceOf(Verification.Broken.class, trial.journal.verify()).damage();
      assertEquals(Damage.Fault.VANISHED, damage.fault());
      trial.disk.put(Segment.name(first), bytes);
    }
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
  }
}
