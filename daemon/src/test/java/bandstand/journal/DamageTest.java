package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that no interrupted write leaves behind. */
class DamageTest {
  private static final String BIG = "x".repeat(7800);

  private final List<Entry> entries = new ArrayList<>();
  private Trial trial;

  @BeforeEach
  void writeThreeSegments() throws IOException {
    trial = Trial.fresh();
    add(Trial.entry("leicester-2019", 1, "created"));
    add(Trial.entry("leicester-2019", 2, "C01", "C02", "imported"));
    add(Trial.entry("swindon-2021", 1, BIG));
    add(Trial.entry("swindon-2021", 2, BIG));
    add(Trial.entry("swindon-2021", 3, "yes"));
    assertEquals(
        List.of(1L, 5L, 6L), Segment.among(trial.disk.names()), "the segments of this test");
  }

  private void add(Entry entry) {
    entries.add(entry);
    trial.append(entry);
  }

  @Test
  void aMissingSegmentIsSaidAtTheEndOfTheOneBeforeIt() throws IOException {
    long end = trial.disk.bytes(Segment.name(1)).length;
    trial.disk.delete(Segment.name(5));
    damaged(2, Segment.name(1), end, Damage.Fault.VANISHED);
  }

  @Test
  void aMissingFirstSegmentIsSaid() throws IOException {
    trial.disk.delete(Segment.name(1));
    damaged(0, Segment.name(1), Segment.HEADER_BYTES, Damage.Fault.VANISHED);
  }

  @Test
  void aMissingLastSegmentIsSaidIfTheWatermarkKnows() throws IOException {
    trial.disk.delete(Segment.name(6));
    trial.reopen(Start.fromBeginning(7));
    long end = trial.disk.bytes(Segment.name(5)).length;
    damage(3, Segment.name(5), end, Damage.Fault.VANISHED);
  }

  @Test
  void anEmptyFolderIsNoNewJournalIfTheWatermarkKnows() throws IOException {
    trial.open(new MemoryDisk(1), Start.fromBeginning(7));
    damage(0, Segment.name(1), Segment.HEADER_BYTES, Damage.Fault.VANISHED);
    assertEquals(List.of(), trial.disk.names());
  }

  @Test
  void anEmptySegmentFileIsDamage() throws IOException {
    trial.disk.put(Segment.name(6), new byte[0]);
    damaged(3, Segment.name(6), Segment.HEADER_BYTES, Damage.Fault.HEADER);
  }

  @Test
  void aSegmentUnderAnotherNameIsDamage() throws IOException {
    trial.disk.put(Segment.name(6), trial.disk.bytes(Segment.name(5)));
    damaged(3, Segment.name(6), Segment.HEADER_BYTES, Damage.Fault.HEADER);
  }

  @Test
  void aSegmentCutAtAFrameIsDamageIfOthersFollow() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    int end = forge.offsets.get(1);
    trial.disk.put(Segment.name(1), forge.cut(end));
    damaged(1, Segment.name(1), end, Damage.Fault.VANISHED);
  }

  @Test
  void aSegmentCutInsideAnEntryIsDamageIfOthersFollow() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    int end = forge.offsets.get(3);
    trial.disk.put(Segment.name(1), forge.cut(end));
    damaged(1, Segment.name(1), end, Damage.Fault.GROUP);
  }

  @Test
  void bytesAfterTheLastFrameAreDamageIfOthersFollow() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    int end = forge.bytes().length;
    trial.disk.put(Segment.name(1), forge.cut(end, new byte[300]));
    damaged(2, Segment.name(1), end, Damage.Fault.FRAME);
  }

  @Test
  void aFrameTakenOutIsDamage() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    forge.frames.remove(0);
    trial.disk.put(Segment.name(1), forge.forged());
    damaged(0, Segment.name(1), Segment.HEADER_BYTES, Damage.Fault.ORDER);
  }

  @Test
  void aFrameRepeatedAtTheEndIsDamage() throws IOException {
    Forge forge = new Forge(trial.disk, 6);
    int end = forge.bytes().length;
    forge.frames.add(forge.frames.getLast());
    trial.disk.put(Segment.name(6), forge.forged());
    damaged(5, Segment.name(6), end, Damage.Fault.ORDER);
  }

  @Test
  void framesInAnotherOrderAreDamage() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    int at = forge.offsets.get(1);
    Collections.swap(forge.frames, 1, 2);
    trial.disk.put(Segment.name(1), forge.forged());
    damaged(1, Segment.name(1), at, Damage.Fault.ORDER);
  }

  @Test
  void partsThatDoNotMakeUpAnEntryAreDamage() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Frame closing = forge.frames.get(3);
    forge.frames.set(3, relinked(Forge.withPart(closing, 3, true), forge.frames.get(2)));
    trial.disk.put(Segment.name(1), forge.forged());
    damaged(1, Segment.name(1), forge.offsets.get(3), Damage.Fault.GROUP);
  }

  @Test
  void aPartByAnotherAuthorIsDamage() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Frame closing = forge.frames.get(3);
    Frame other = relinked(Forge.withAuthor(closing, "Mia Evans"), forge.frames.get(2));
    forge.frames.set(3, other);
    trial.disk.put(Segment.name(1), forge.forged());
    damaged(1, Segment.name(1), forge.offsets.get(3), Damage.Fault.GROUP);
  }

  @Test
  void aDestroyedLengthDoesNotHideTheFramesAfterIt() throws IOException {
    Forge forge = new Forge(trial.disk, 6);
    for (int length : new int[] {0, 1, 200, 7777, Frame.MAXIMUM_BYTES, -1}) {
      byte[] bytes = forge.bytes();
      ByteBuffer.wrap(bytes).putInt(forge.offsets.getFirst(), length);
      trial.disk.put(Segment.name(6), bytes);
      damaged(3, Segment.name(6), Segment.HEADER_BYTES, Damage.Fault.FRAME);
    }
  }

  @Test
  void aFrameThatDidNotKnowTheLostOneIsNoWitness() throws IOException {
    Trial other = Trial.fresh();
    other.append(Trial.entry("s", 1, "one"), Trial.entry("s", 2, "two"), Trial.entry("s", 3, "3"));
    Forge forge = new Forge(other.disk, 1);
    byte[] bytes = forge.bytes();
    Arrays.fill(bytes, forge.offsets.get(1), forge.offsets.get(2), (byte) 0);
    other.disk.put(Segment.name(1), bytes);
    other.reopen();
    Tail.Torn torn = assertInstanceOf(Tail.Torn.class, other.tail);
    assertEquals(2, torn.sequence());
  }

  @Test
  void whatPrecedesTheDamageCanBeReadAndVerified() throws IOException {
    trial.disk.delete(Segment.name(5));
    trial.reopen();
    Position second = trial.replayed.get(1).written().position();
    assertInstanceOf(Reading.Found.class, trial.journal.read(second));
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    assertEquals(2, sound.entries());
    assertEquals(4, sound.frames());
  }

  @Test
  void aDiskThatCannotBeReadIsNotMistakenForAnEmptyOne() throws IOException {
    trial.disk.unreadable(true);
    assertThrows(IOException.class, trial::reopen);
    assertInstanceOf(Verification.Broken.class, trial.journal.verify());
    Reading<Kept> reading = trial.journal.read(Mark.BEGINNING.position());
    assertEquals(
        Damage.Fault.UNREADABLE,
        assertInstanceOf(Reading.Unreadable.class, reading).damage().fault());
  }

  private static Frame relinked(Frame frame, Frame previous) {
    return Forge.withLink(frame, new Hashes().link(previous.link(), frame));
  }

  private void damaged(int whole, String segment, long offset, Damage.Fault fault)
      throws IOException {
    trial.reopen();
    damage(whole, segment, offset, fault);
  }

  private void damage(int whole, String segment, long offset, Damage.Fault fault) {
    Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail).damage();
    assertEquals(segment, damage.segment());
    assertEquals(offset, damage.offset());
    assertEquals(fault, damage.fault());
    assertEquals(Trial.lines(entries.subList(0, whole)), trial.lines());
    assertTrue(trial.journal.readOnly().isPresent());
  }
}
