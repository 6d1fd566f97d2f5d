package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal read to its end without being opened: nothing on the disk changes. */
class SurveyTest {
  private Trial trial;

  @BeforeEach
  void write() throws IOException {
    trial = Trial.fresh();
    trial.append(Trial.entry("leicester-2019", 1, "created"));
    trial.append(Trial.entry("leicester-2019", 2, "C01", "imported"));
  }

  private Survey survey(Start start) throws IOException {
    Map<String, byte[]> before = files();
    Survey survey = Recovery.survey(trial.disk, start);
    assertEquals(before.keySet(), files().keySet());
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      assertArrayEquals(before.get(file.getKey()), file.getValue());
    }
    return survey;
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    for (String name : trial.disk.names()) {
      files.put(name, trial.disk.bytes(name));
    }
    return files;
  }

  private Survey.Read read(Start start) throws IOException {
    return assertInstanceOf(Survey.Read.class, survey(start));
  }

  @Test
  void aWholeOneIsReadWhileItIsOpen() throws IOException {
    Survey.Read read = read(Start.fromBeginning(3));
    assertInstanceOf(Tail.Whole.class, read.tail());
    assertEquals(1, read.format());
    assertEquals(2, read.entries());
    assertEquals(trial.journal.heads(), read.heads());
    assertTrue(!read.erasing());
  }

  @Test
  void aTornTailStaysWhereItIs() throws IOException {
    byte[] whole = trial.disk.bytes(Segment.name(1));
    trial.disk.put(Segment.name(1), new Forge(trial.disk, 1).cut(whole.length, (byte) 7));
    Tail.Torn torn = assertInstanceOf(Tail.Torn.class, read(Start.fromBeginning(0)).tail());
    assertEquals(1, torn.bytes());
  }

  @Test
  void damageIsFound() throws IOException {
    trial.disk.put(Segment.name(1), new Forge(trial.disk, 1).flipped(8 * 100));
    Survey.Read read = read(Start.fromBeginning(3));
    assertEquals(32, assertInstanceOf(Tail.Damaged.class, read.tail()).damage().offset());
    assertEquals(0, read.entries());
  }

  @Test
  void anEndThatIsMissingIsMissed() throws IOException {
    assertInstanceOf(Tail.Damaged.class, read(Start.fromBeginning(4)).tail());
  }

  @Test
  void aKnownHeadThatDiffersIsFound() throws IOException {
    Start other = new Start(Mark.BEGINNING, Map.of("leicester-2019", new Head(3, Link.NONE)), 3);
    assertInstanceOf(Tail.Damaged.class, read(other).tail());
  }

  @Test
  void anErasureUnderWayIsTold() throws IOException {
    trial.disk.put(Tombstones.PENDING, new byte[] {1});
    assertTrue(read(Start.fromBeginning(3)).erasing());
  }

  @Test
  void aLaterFormatIsNotRead() throws IOException {
    ByteBuffer header = ByteBuffer.wrap(trial.disk.bytes(Segment.name(1)));
    header.putInt(8, 2);
    CRC32C checksum = new CRC32C();
    checksum.update(header.slice(0, 28));
    header.putInt(28, (int) checksum.getValue());
    trial.disk.put(Segment.name(1), header.array());
    assertEquals(new Survey.TooNew(Segment.name(1), 2, 1), survey(Start.fromBeginning(0)));
  }

  @Test
  void whereThereIsNoneNoneIsMade(@TempDir Path folder) throws IOException {
    assertEquals(
        new Survey.None(), Journal.survey(folder.resolve("journal"), Start.fromBeginning(0)));
    assertEquals(new Survey.None(), Journal.survey(folder, Start.fromBeginning(0)));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /** The first time somebody looks, an erasure by another process is under way. */
  private static final class Erased implements Disk {
    private final MemoryDisk disk;
    private final byte[] half;
    private final byte[] whole;
    private int looks;

    Erased(MemoryDisk disk, byte[] half, byte[] whole) {
      this.disk = disk;
      this.half = half;
      this.whole = whole;
    }

    @Override
    public List<String> names() throws IOException {
      disk.put(Segment.name(1), looks++ == 0 ? half : whole);
      return disk.names();
    }

    @Override
    public DiskFile create(String name) throws IOException {
      return disk.create(name);
    }

    @Override
    public DiskFile write(String name) throws IOException {
      return disk.write(name);
    }

    @Override
    public DiskFile read(String name) throws IOException {
      return disk.read(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      disk.delete(name);
    }

    @Override
    public void force() throws IOException {
      disk.force();
    }

    @Override
    public long usableBytes() throws IOException {
      return disk.usableBytes();
    }
  }

  @Test
  void aFrameThatIsBeingErasedMeanwhileIsNoDamage() throws IOException {
    byte[] whole = trial.disk.bytes(Segment.name(1));
    byte[] half = whole.clone();
    half[Segment.HEADER_BYTES + 40] ^= 1;
    trial.disk.put(Segment.name(1), half);
    Tail damaged = read(Start.fromBeginning(3)).tail();
    assertInstanceOf(Tail.Damaged.class, damaged);
    Disk erased = new Erased(trial.disk, half, whole);
    Survey.Read read =
        assertInstanceOf(Survey.Read.class, Recovery.survey(erased, Start.fromBeginning(3)));
    assertInstanceOf(Tail.Whole.class, read.tail());
    assertTrue(((Erased) erased).looks > 2, "it looked again");
  }
}
