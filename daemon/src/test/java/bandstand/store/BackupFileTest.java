package bandstand.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.journal.Appending;
import bandstand.journal.Entry;
import bandstand.journal.Journal;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import bandstand.wire.BackupJson;
import bandstand.wire.BackupManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small backup: nothing in it changes unnoticed, and nobody leads its reader astray. */
class BackupFileTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final String SEGMENT = "journal/journal-000000000001.log";

  @TempDir Path folder;

  private Path data;
  private Path file;
  private Journal journal;
  private String digits;

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve("data");
    Files.createDirectories(data.resolve("editions/added"));
    Files.writeString(data.resolve("editions/" + "ab".repeat(32) + ".json"), "{\"id\":\"e\"}");
    Files.writeString(data.resolve("editions/added/harbour-2026.json"), "{\"id\":\"harbour\"}");
    Files.writeString(data.resolve("editions/added/x.json.building"), "half");
    Files.writeString(data.resolve("editions/yos-2021.wording.txt"), "words");
    Files.writeString(data.resolve("tokens"), "a\tlead\t" + "0".repeat(64) + "\n");
    Files.writeString(data.resolve("daemon.lock"), "");
    journal =
        assertInstanceOf(
                Opening.Opened.class,
                Journal.open(data.resolve("journal"), Start.fromBeginning(0), kept -> {}))
            .journal();
    for (String stream : List.of("leicester-2019", "swindon-2021", "leicester-2019")) {
      long revision = journal.head(stream).isEmpty() ? 1 : 2;
      byte[] payload = ("change " + revision).getBytes(StandardCharsets.UTF_8);
      assertInstanceOf(
          Appending.Appended.class,
          journal.append(List.of(new Entry(stream, revision, AT, "Nia", List.of(payload)))));
    }
    file = folder.resolve("backup.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      digits = write(out);
    }
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private String write(OutputStream out) throws IOException {
    return Backup.write(
        out, data, journal.excerpt(journal.end()), new Backup.Made(AT, "Siân", "1.0.0"));
  }

  private Path other() {
    return folder.resolve("other.zip");
  }

  @Test
  void itHoldsEverythingButWhatIsMadeAgainAndWhatIsHalf() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          List.of(
              SEGMENT,
              "tokens",
              "editions/" + "ab".repeat(32) + ".json",
              "editions/added/harbour-2026.json",
              "editions/yos-2021.wording.txt",
              "manifest.json"),
          zip.stream().map(Object::toString).toList());
      assertTrue(zip.getComment().endsWith(digits), zip.getComment());
    }
  }

  @Test
  void itTellsHowFarItGoes() throws IOException {
    assertEquals(
        Outcome.done(new BackupJson.Verified(new BackupJson.Claim(3, digits), AT, 2)),
        Read.whole(file));
    try (BackupFile backup = Read.done(BackupFile.open(file))) {
      BackupManifest manifest = backup.manifest();
      assertEquals("Siân", manifest.by());
      assertEquals(
          List.of(
              new BackupManifest.Chain(
                  new InspectionId("leicester-2019"),
                  2,
                  3,
                  journal.head("leicester-2019").orElseThrow().link().toString()),
              new BackupManifest.Chain(
                  new InspectionId("swindon-2021"),
                  1,
                  2,
                  journal.head("swindon-2021").orElseThrow().link().toString())),
          manifest.inspections());
    }
  }

  @Test
  void everyByteCounts() throws IOException {
    byte[] whole = Files.readAllBytes(file);
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
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(other(), Arrays.copyOf(whole, length));
      assertTrue(Read.faults(other()).contains("no whole backup"), "length " + length);
    }
    Files.write(other(), Arrays.copyOf(whole, whole.length + 1));
    assertTrue(Read.faults(other()).contains("no whole backup"));
  }

  @Test
  void whatIsSealedAndNoContainerIsNoBackup() throws IOException {
    assertTrue(Read.faults(Sealed.sealed(other(), "words")).contains("is no backup"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../tokens",
        "/etc/passwd",
        "editions/../../x.json",
        "editions/..",
        "editions/./x",
        "editions//x",
        "editions/",
        "editions/a/b/c.json",
        "editions\\x.json",
        "journal/../journal-000000000002.log",
        "journal/other.log",
        "journal/sub/journal-000000000002.log",
        "inspections/x.mapdb",
        "tokens/x",
        "daemon.lock",
        "editions/.hidden",
        "wording/x.txt",
        "C:/x"
      })
  void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
    Sealed forged = new Sealed(file);
    forged.files.put(name, "x".getBytes(StandardCharsets.UTF_8));
    Path listed = forged.listed().at(other());
    assertTrue(Read.faults(listed).contains("no backup holds a file of this name"), name);
    Path unlisted = new Sealed(file).listed().at(other());
    assertInstanceOf(Outcome.Done.class, Read.whole(unlisted));
  }

  @Test
  void whatIsNotListedIsRefused() throws IOException {
    Sealed forged = new Sealed(file);
    forged.files.put("editions/more.txt", new byte[] {1});
    assertTrue(Read.faults(forged.at(other())).contains("editions/more.txt: it is not listed"));
  }

  @Test
  void whatIsListedAndNotThereOrTwiceIsRefused() throws IOException {
    Sealed forged = new Sealed(file);
    forged.files.remove("tokens");
    assertTrue(Read.faults(forged.at(other())).contains("tokens: it is listed and not there"));

    Sealed twice = new Sealed(file);
    List<BackupManifest.Entry> entries = new ArrayList<>(twice.manifest.entries());
    entries.add(entries.getFirst());
    String faults = Read.faults(twice.with(entries, twice.manifest.inspections()).at(other()));
    assertTrue(faults.contains(SEGMENT + ": it is listed and not there, or there twice"), faults);
  }

  @Test
  void everyFileThatDiffersIsTold() throws IOException {
    Sealed forged = new Sealed(file);
    forged.files.put("tokens", "b\n".getBytes(StandardCharsets.UTF_8));
    forged.files.put("editions/yos-2021.wording.txt", "sword".getBytes(StandardCharsets.UTF_8));
    String faults = Read.faults(forged.at(other()));
    assertTrue(faults.contains("tokens: its bytes are not those"), faults);
    assertTrue(faults.contains("editions/yos-2021.wording.txt: its bytes are not those"), faults);
  }

  @Test
  void aFrameThatDiffersIsToldWithItsSegmentAndByte() throws IOException {
    Sealed forged = new Sealed(file);
    byte[] segment = forged.files.get(SEGMENT);
    segment[40] ^= 1;
    String faults = Read.faults(forged.listed().at(other()));
    assertTrue(faults.contains(SEGMENT + ": at byte 32: no sound frame begins here"), faults);
  }

  @Test
  void aChainThatEndsElsewhereIsTold() throws IOException {
    Sealed forged = new Sealed(file);
    List<BackupManifest.Chain> chains = new ArrayList<>(forged.manifest.inspections());
    BackupManifest.Chain first = chains.removeFirst();
    chains.add(new BackupManifest.Chain(first.id(), first.revision() + 1, 3, first.head()));
    chains.add(new BackupManifest.Chain(new InspectionId("made-up"), 1, 1, first.head()));
    String faults = Read.faults(forged.with(forged.manifest.entries(), chains).at(other()));
    assertTrue(faults.contains("leicester-2019: its chain does not end as"), faults);
    assertTrue(faults.contains("made-up: its chain does not end as"), faults);

    Sealed fewer = new Sealed(file);
    faults = Read.faults(fewer.with(fewer.manifest.entries(), List.of()).at(other()));
    assertTrue(faults.contains("swindon-2021: the manifest lacks it"), faults);
  }

  @Test
  void withoutAManifestItIsRefusedAndALaterOneIsToo() throws IOException {
    Sealed forged = new Sealed(file);
    assertTrue(
        Read.faults(forged.at(other(), "{}".getBytes(StandardCharsets.UTF_8)))
            .contains("\"format\" is required"));
    assertTrue(
        Read.faults(forged.at(other(), "{\"format\":2}".getBytes(StandardCharsets.UTF_8)))
            .contains("made by a newer Bandstand"));
  }

  @Test
  void unpackedItIsWhatItWasForItsOwnerAlone() throws IOException {
    Path to = Files.createDirectory(folder.resolve("back"));
    try (BackupFile backup = Read.done(BackupFile.open(file))) {
      backup.unpack(to);
      for (BackupManifest.Entry entry : backup.manifest().entries()) {
        assertArrayEquals(
            Files.readAllBytes(data.resolve(entry.name())),
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
  void whatIsNotAsListedIsNotUnpacked() throws IOException {
    Path to = Files.createDirectory(folder.resolve("back"));
    Sealed forged = new Sealed(file);
    forged.files.put("tokens", "b\n".getBytes(StandardCharsets.UTF_8));
    try (BackupFile backup = Read.done(BackupFile.open(forged.at(other())))) {
      assertThrows(IOException.class, () -> backup.unpack(to));
    }
    assertFalse(Files.exists(to.resolve("tokens")));
  }

  @Test
  void aDiskThatFillsUpAtAnyByteIsToldAndLeavesNothingThatPasses() throws IOException {
    int whole = Files.readAllBytes(file).length;
    for (int room = 0; room < whole; room += 7) {
      Narrow narrow = new Narrow(room);
      assertThrows(IOException.class, () -> write(narrow), "room for " + room);
      Files.write(other(), narrow.kept.toByteArray());
      assertInstanceOf(Outcome.Refused.class, Read.whole(other()), "room for " + room);
    }
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

  @Test
  void aDamagedJournalMakesNoBackup() throws IOException {
    Path segment = data.resolve(SEGMENT);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1] ^= 1;
    Files.write(segment, bytes);
    IOException damage =
        assertThrows(IOException.class, () -> write(OutputStream.nullOutputStream()));
    assertTrue(damage.getMessage().contains("journal-000000000001.log at byte "));
  }

  @Test
  void theSameStateGivesTheSameFilesAgain() throws IOException {
    Path again = other();
    try (OutputStream out = Files.newOutputStream(again)) {
      write(out);
    }
    Map<String, byte[]> first = new Sealed(file).files;
    new Sealed(again)
        .files.forEach((name, bytes) -> assertArrayEquals(first.get(name), bytes, name));
  }
}
