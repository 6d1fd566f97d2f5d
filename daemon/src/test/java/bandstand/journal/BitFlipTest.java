package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One bit at a time: none is ever accepted in silence. */
class BitFlipTest {
  private static final List<Entry> ENTRIES =
      List.of(
          Trial.entry("leicester-2019", 1, "created"),
          Trial.entry("leicester-2019", 2, "C01", "imported"),
          Trial.entry("leicester-2019", 3, "yes"));

  private Trial trial;
  private Forge forge;

  @BeforeEach
  void writeABatchAnEntry() throws IOException {
    trial = Trial.fresh();
    ENTRIES.forEach(trial::append);
    forge = new Forge(trial.disk, 1);
  }

  @Test
  void aFlipInWhatALaterFrameKnewToBeOnDiskIsDamage() throws IOException {
    int last = forge.offsets.getLast();
    for (int bit = Segment.HEADER_BYTES * 8; bit < last * 8; bit++) {
      byte[] flipped = forge.flipped(bit);
      trial.reopenWith(Segment.name(1), flipped, 0);
      int at = bit / 8;
      int offset = forge.offsets.stream().filter(start -> start <= at).toList().getLast();
      long sequence = forge.offsets.indexOf(offset) + 1L;
      Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail, "bit " + bit).damage();
      assertEquals(Segment.name(1), damage.segment());
      assertEquals(offset, damage.offset());
      assertEquals(sequence, damage.sequence());
      assertEquals(Damage.Fault.FRAME, damage.fault());
      assertEquals(Trial.lines(ENTRIES.subList(0, sequence == 1 ? 0 : 1)), trial.lines());
      assertArrayEquals(flipped, trial.disk.bytes(Segment.name(1)));
      assertTrue(trial.journal.readOnly().orElseThrow().contains("byte " + offset));
    }
  }

  @Test
  void aFlipInTheLastBatchIsToldAsTornAndAsDamageIfTheWatermarkKnows() throws IOException {
    int last = forge.offsets.getLast();
    for (int bit = last * 8; bit < forge.bytes().length * 8; bit++) {
      trial.reopenWith(Segment.name(1), forge.flipped(bit), 0);
      assertInstanceOf(Tail.Torn.class, trial.tail, "bit " + bit);
      assertEquals(Trial.lines(ENTRIES.subList(0, 2)), trial.lines());

      trial.reopenWith(Segment.name(1), forge.flipped(bit), 4);
      assertInstanceOf(Tail.Damaged.class, trial.tail, "bit " + bit);
      assertEquals(Trial.lines(ENTRIES.subList(0, 2)), trial.lines());
    }
  }

  @Test
  void aFlipInTheHeaderIsDamage() throws IOException {
    for (int bit = 0; bit < Segment.HEADER_BYTES * 8; bit++) {
      byte[] flipped = forge.flipped(bit);
      trial.reopenWith(Segment.name(1), flipped, 0);
      Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail, "bit " + bit).damage();
      assertEquals(Damage.Fault.HEADER, damage.fault());
      assertEquals(List.of(), trial.lines());
      assertArrayEquals(flipped, trial.disk.bytes(Segment.name(1)));
    }
  }

  @Test
  void aFlipAnywhereIsFoundByVerifyAndByReading() throws IOException {
    List<Position> positions =
        trial.replayed.isEmpty()
            ? forge.offsets.stream().map(offset -> new Position(1, offset)).toList()
            : List.of();
    for (int bit = Segment.HEADER_BYTES * 8; bit < forge.bytes().length * 8; bit++) {
      trial.disk.put(Segment.name(1), forge.flipped(bit));
      int at = bit / 8;
      int frame = (int) forge.offsets.stream().filter(start -> start <= at).count() - 1;
      assertInstanceOf(Verification.Broken.class, trial.journal.verify(), "bit " + bit);
      assertInstanceOf(Reading.Unreadable.class, trial.journal.part(positions.get(frame)));
    }
  }

  @Test
  void aFlipInAnEarlierSegmentIsDamage() throws IOException {
    trial.append(Trial.entry("swindon-2021", 1, "x".repeat(7800)));
    trial.append(Trial.entry("swindon-2021", 2, "x".repeat(7800)));
    assertEquals(6, trial.journal.end().position().segment());
    forge = new Forge(trial.disk, 1);
    int last = forge.offsets.getLast();
    for (int bit = last * 8; bit < forge.bytes().length * 8; bit++) {
      trial.reopenWith(Segment.name(1), forge.flipped(bit), 0);
      Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail, "bit " + bit).damage();
      assertEquals(last, damage.offset());
      assertEquals(Trial.lines(ENTRIES.subList(0, 2)), trial.lines());
    }
  }
}
