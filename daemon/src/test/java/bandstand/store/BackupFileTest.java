package bandstand.store;

import static bandstand.store.SmallBackup.AT;
import static bandstand.store.SmallBackup.SEGMENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.wire.BackupJson;
import bandstand.wire.BackupManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small backup: nothing in it changes unnoticed, and unpacked it is what it was. */
class BackupFileTest {
  @TempDir Path folder;

  private SmallBackup small;

  @BeforeEach
  void make() throws IOException {
    small = new SmallBackup(folder);
  }

  @AfterEach
  void close() throws IOException {
    small.close();
  }

  private Path other() {
    return folder.resolve("other.zip");
  }

  @Test
  void itHoldsEverythingButWhatIsMadeAgainAndWhatIsHalf() throws IOException {
    try (ZipFile zip = new ZipFile(small.file.toFile())) {
      assertEquals(
          List.of(
              SEGMENT,
              "tokens",
              "editions/" + "ab".repeat(32) + ".json",
              "editions/added/harbour-2026.json",
              "editions/yos-2021.wording.txt",
              "manifest.json"),
          zip.stream().map(Object::toString).toList());
      assertTrue(zip.getComment().endsWith(small.digits), zip.getComment());
    }
  }

  @Test
  void itTellsHowFarItGoes() throws IOException {
    assertEquals(
        Outcome.done(new BackupJson.Verified(new BackupJson.Claim(3, small.digits), AT, 2)),
        Read.whole(small.file));
    try (BackupFile backup = Read.done(BackupFile.open(small.file))) {
      BackupManifest manifest = backup.manifest();
      assertEquals("Siân", manifest.by());
      assertEquals(
          List.of(
              new BackupManifest.Chain(
                  new InspectionId("leicester-2019"),
                  2,
                  3,
                  small.journal.head("leicester-2019").orElseThrow().link().toString()),
              new BackupManifest.Chain(
                  new InspectionId("swindon-2021"),
                  1,
                  2,
                  small.journal.head("swindon-2021").orElseThrow().link().toString())),
          manifest.inspections());
    }
  }

  @Test
  void everyByteCounts() throws IOException {
    byte[] whole = Files.readAllBytes(small.file);
    int accepted = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      Files.write(other(), changed);
      accepted += Read.whole(other()) instanceof Outcome.Done<?> ? 1 : 0;
    }
    assertEquals(0, accepted);
  }

  @Test
  void cutShortAtAnyByteItIsNotWhole() throws IOException {
    byte[] whole = Files.readAllBytes(small.file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(other(), Arrays.copyOf(whole, length));
      assertTrue(Read.faults(other()).contains("no whole backup"), "length " + length);
    }
    Files.write(other(), Arrays.copyOf(whole, whole.length + 1));
    assertTrue(Read.faults(other()).contains("no whole backup"));
  }

  @Test
  void unpackedItIsWhatItWasForItsOwnerAlone() throws IOException {
    Path to = Files.createDirectory(folder.resolve("back"));
    try (BackupFile backup = Read.done(BackupFile.open(small.file))) {
      backup.unpack(to);
      for (BackupManifest.Entry entry : backup.manifest().entries()) {
        assertArrayEquals(
            Files.readAllBytes(small.data.resolve(entry.name())),
            Files.readAllBytes(to.resolve(entry.name())),
            entry.name());
      }
    }
    try (var files = Files.walk(to)) {
      for (Path one : files.filter(each -> !each.equals(to)).toList()) {
        assertEquals(
            Files.isDirectory(one) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(one)),
            one.toString());
      }
    }
  }

  @Test
  void aDiskThatFillsUpAtAnyByteIsToldAndLeavesNothingThatPasses() throws IOException {
    int whole = Files.readAllBytes(small.file).length;
    for (int room = 0; room < whole; room += 7) {
      Narrow narrow = new Narrow(room);
      assertThrows(IOException.class, () -> small.write(narrow), "room for " + room);
      Files.write(other(), narrow.kept.toByteArray());
      assertInstanceOf(Outcome.Refused.class, Read.whole(other()), "room for " + room);
    }
  }

  @Test
  void aDamagedJournalMakesNoBackup() throws IOException {
    Path segment = small.data.resolve(SEGMENT);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1] ^= 1;
    Files.write(segment, bytes);
    IOException damage =
        assertThrows(IOException.class, () -> small.write(OutputStream.nullOutputStream()));
    assertTrue(damage.getMessage().contains("journal-000000000001.log at byte "));
  }

  @Test
  void theSameStateGivesTheSameFilesAgain() throws IOException {
    Path again = other();
    try (OutputStream out = Files.newOutputStream(again)) {
      small.write(out);
    }
    Map<String, byte[]> first = new Sealed(small.file).files;
    new Sealed(again)
        .files.forEach((name, bytes) -> assertArrayEquals(first.get(name), bytes, name));
  }

  /** Takes so many bytes, and then no more. */
  private static final class Narrow extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int room;

    Narrow(int room) {
      this.room = room;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      int fits = Math.min(count, room - kept.size());
      kept.write(bytes, offset, fits);
      if (fits < count) {
        throw new IOException("No space left on device");
      }
    }
  }
}
