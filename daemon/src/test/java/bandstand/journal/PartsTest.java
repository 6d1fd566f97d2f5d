package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry frame by frame: a large import is read without being in memory whole. */
class PartsTest {
  private static final String STREAM = "swindon-2021";
  private static final Entry IMPORT = Trial.entry(STREAM, 2, "C01", "C02", "imported");

  private final List<Part> parts = new ArrayList<>();
  private Trial trial;
  private Written written;

  @BeforeEach
  void write() throws IOException {
    trial = Trial.fresh();
    trial.append(Trial.entry(STREAM, 1, "created"));
    written = trial.append(IMPORT).getFirst();
    trial.append(Trial.entry(STREAM, 3, "answered"));
  }

  private void damage(Position position) {
    String name = Segment.name(position.segment());
    byte[] bytes = trial.disk.bytes(name);
    bytes[(int) position.offset() + Frame.FIXED_BYTES] ^= 1;
    trial.disk.put(name, bytes);
  }

  @Test
  void theyComeInOrderWithWhereTheyStandAndEndWithTheEntry() {
    assertEquals(Optional.empty(), trial.journal.parts(written.position(), parts::add));
    assertEquals(
        List.of("C01", "C02", "imported"),
        parts.stream().map(part -> Trial.text(part.payload())).toList());
    assertEquals(List.of(2L, 3L, 4L), parts.stream().map(Part::sequence).toList());
    assertEquals(List.of(0, 1, 2), parts.stream().map(Part::number).toList());
    assertEquals(List.of(false, false, true), parts.stream().map(Part::closing).toList());
    Part last = parts.getLast();
    assertEquals(STREAM, last.stream());
    assertEquals(2, last.revision());
    assertEquals("Nia Evans", last.author());
    assertEquals(IMPORT.at(), last.at());
    assertEquals(written.head(), last.link());
  }

  @Test
  void whatIsErasedSaysHowLongItWas() {
    trial.journal.erase(List.of(written.positions().get(1)));
    assertEquals(Optional.empty(), trial.journal.parts(written.position(), parts::add));
    assertEquals(
        List.of("C01", "erased 3", "imported"),
        parts.stream().map(part -> Trial.text(part.payload())).toList());
  }

  @Test
  void nothingIsHandedOverPastDamage() {
    Position middle = written.positions().get(1);
    damage(middle);
    Damage damage = trial.journal.parts(written.position(), parts::add).orElseThrow();
    assertEquals(Damage.Fault.FRAME, damage.fault());
    assertEquals(middle.offset(), damage.offset());
    assertEquals(1, parts.size());
    assertEquals(
        damage, assertInstanceOf(Reading.Unreadable.class, trial.journal.part(middle)).damage());
  }

  @Test
  void anEntryDoesNotBeginInItsMiddleNorPastTheEnd() {
    assertEquals(
        Damage.Fault.GROUP,
        trial.journal.parts(written.positions().get(1), parts::add).orElseThrow().fault());
    Position end = trial.journal.end().position();
    assertEquals(Damage.Fault.VANISHED, trial.journal.parts(end, parts::add).orElseThrow().fault());
    assertEquals(
        Damage.Fault.VANISHED,
        assertInstanceOf(Reading.Unreadable.class, trial.journal.part(end)).damage().fault());
    assertEquals(List.of(), parts);
  }

  @Test
  void aReplayTellsWhatDamageEndedIt() {
    List<String> lines = new ArrayList<>();
    assertEquals(Optional.empty(), trial.journal.replay(kept -> lines.add(Trial.line(kept))));
    assertEquals(3, lines.size());
    lines.clear();
    damage(written.position());
    Damage damage = trial.journal.replay(kept -> lines.add(Trial.line(kept))).orElseThrow();
    assertEquals(written.position().offset(), damage.offset());
    assertEquals(List.of(Trial.line(Trial.entry(STREAM, 1, "created"))), lines);
  }

  @Test
  void itsExtentIsThatOfItsSegments() throws IOException {
    int before = trial.disk.bytes(Segment.name(1)).length;
    assertEquals(new Extent(1, before), trial.journal.extent());
    trial.append(Trial.entry(STREAM, 4, "x".repeat(Trial.SEGMENT_BYTES)));
    assertEquals(
        new Extent(2, before + (long) trial.disk.bytes(Segment.name(6)).length),
        trial.journal.extent());
  }
}
