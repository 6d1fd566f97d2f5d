package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FormatTest {
  /** A segment as format 1 wrote it; stays when the format moves on. */
  private static final String FIXTURE = "format-1.log";

  private static final List<Entry> ENTRIES =
      List.of(
          Trial.entry("leicester-2019", 1, "{\"service\":\"Leicester City\"}"),
          Trial.entry("leicester-2019", 2, "{\"case\":\"C01\"}", "{\"case\":\"C02\"}", "{}"),
          Trial.entry("ynys-môn", 1, "{\"note\":\"Mae'n dda 🙂\"}"));

  @Test
  void formatOneIsReadAsItWasWritten() throws IOException {
    MemoryDisk disk = new MemoryDisk(1);
    disk.put(Segment.name(1), fixture());
    Trial trial = Trial.fresh();
    trial.open(disk, Start.fromBeginning(5));
    assertEquals(new Tail.Whole(), trial.tail);
    List<String> expected = new ArrayList<>(Trial.lines(ENTRIES));
    expected.set(1, expected.get(1).replace("[{\"case\":\"C01\"}, ", "[erased 14, "));
    assertEquals(expected, trial.lines());
    assertInstanceOf(Verification.Sound.class, trial.journal.verify());
  }

  @Test
  void formatOneIsStillWhatIsWritten() throws IOException {
    Trial trial = Trial.fresh();
    trial.append(ENTRIES.get(0));
    Written imported = trial.append(ENTRIES.get(1), ENTRIES.get(2)).getFirst();
    trial.journal.erase(imported.positions().subList(0, 1));
    assertArrayEquals(fixture(), trial.disk.bytes(Segment.name(1)));
  }

  @Test
  void aNewerFormatIsRefusedAndNothingIsTouched() throws IOException {
    Trial trial = Trial.fresh();
    trial.append(ENTRIES.get(0));
    byte[] newer = trial.disk.bytes(Segment.name(1));
    ByteBuffer.wrap(newer).putInt(8, 2);
    sign(newer);
    trial.disk.put(Segment.name(1), newer);
    trial.disk.put(Tombstones.PENDING, new byte[20]);
    List<Kept> replayed = new ArrayList<>();
    Opening opening =
        Recovery.open(trial.disk, Trial.setup(1), Start.fromBeginning(0), replayed::add);
    assertEquals(new Opening.FormatTooNew(Segment.name(1), 2, 1), opening);
    assertEquals(List.of(), replayed);
    assertArrayEquals(newer, trial.disk.bytes(Segment.name(1)));
    assertEquals(20, trial.disk.bytes(Tombstones.PENDING).length);
  }

  @Test
  void aNewerFormatInALaterSegmentIsRefusedBeforeAnythingIsReplayed() throws IOException {
    Trial trial = Trial.fresh();
    trial.append(ENTRIES.get(0));
    byte[] newer = new Segment(2, 77).header().array();
    ByteBuffer.wrap(newer).putInt(8, 7);
    sign(newer);
    trial.disk.put(Segment.name(2), newer);
    Opening opening =
        Recovery.open(
            trial.disk,
            Trial.setup(1),
            Start.fromBeginning(0),
            kept -> {
              throw new AssertionError("replayed " + kept);
            });
    assertEquals(new Opening.FormatTooNew(Segment.name(2), 7, 1), opening);
  }

  @Test
  void aFormatThatNeverWasIsDamage() throws IOException {
    Trial trial = Trial.fresh();
    byte[] header = trial.disk.bytes(Segment.name(1));
    ByteBuffer.wrap(header).putInt(8, 0);
    sign(header);
    trial.reopenWith(Segment.name(1), header, 0);
    assertEquals(
        Damage.Fault.HEADER, assertInstanceOf(Tail.Damaged.class, trial.tail).damage().fault());
  }

  @Test
  void theHeaderIsThatOfTheTable() throws IOException {
    ByteBuffer expected = ByteBuffer.allocate(32);
    expected.put("BANDJRNL".getBytes(StandardCharsets.US_ASCII));
    expected.putInt(1).putLong(4711).putLong(0x1122334455667788L);
    sign(expected.array());
    assertArrayEquals(expected.array(), new Segment(4711, 0x1122334455667788L).header().array());
    assertEquals("journal-000000004711.log", Segment.name(4711));
  }

  @Test
  void onlySegmentsAreTakenForSegments() {
    assertEquals(
        List.of(1L, 20L),
        Segment.among(
            List.of(
                "journal-000000000020.log",
                "journal-000000000001.log",
                "journal-000000000002.log.new",
                "journal-2.log",
                "torn-000000000001.bytes",
                "reserve")));
  }

  private static void sign(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, 28);
    ByteBuffer.wrap(header).putInt(28, (int) crc.getValue());
  }

  private static byte[] fixture() throws IOException {
    try (InputStream in = FormatTest.class.getResourceAsStream(FIXTURE)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
