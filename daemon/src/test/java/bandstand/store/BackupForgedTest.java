package bandstand.store;

import static bandstand.store.SmallBackup.SEGMENT;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.wire.BackupManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that somebody made up: nobody leads its reader astray. */
class BackupForgedTest {
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
    Sealed forged = new Sealed(small.file);
    forged.files.put(name, "x".getBytes(StandardCharsets.UTF_8));
    Path listed = forged.listed().at(other());
    assertTrue(Read.faults(listed).contains("no backup holds a file of this name"), name);
    Path unlisted = new Sealed(small.file).listed().at(other());
    assertInstanceOf(Outcome.Done.class, Read.whole(unlisted));
  }

  @Test
  void whatIsNotListedIsRefused() throws IOException {
    Sealed forged = new Sealed(small.file);
    forged.files.put("editions/more.txt", new byte[] {1});
    assertTrue(Read.faults(forged.at(other())).contains("editions/more.txt: it is not listed"));
  }

  @Test
  void whatIsListedAndNotThereOrTwiceIsRefused() throws IOException {
    Sealed forged = new Sealed(small.file);
    forged.files.remove("tokens");
    assertTrue(Read.faults(forged.at(other())).contains("tokens: it is listed and not there"));

    Sealed twice = new Sealed(small.file);
    List<BackupManifest.Entry> entries = new ArrayList<>(twice.manifest.entries());
    entries.add(entries.getFirst());
    String faults = Read.faults(twice.with(entries, twice.manifest.inspections()).at(other()));
    assertTrue(faults.contains(SEGMENT + ": it is listed and not there, or there twice"), faults);
  }

  @Test
  void everyFileThatDiffersIsTold() throws IOException {
    Sealed forged = new Sealed(small.file);
    forged.files.put("tokens", "b\n".getBytes(StandardCharsets.UTF_8));
    forged.files.put("editions/yos-2021.wording.txt", "sword".getBytes(StandardCharsets.UTF_8));
    String faults = Read.faults(forged.at(other()));
    assertTrue(faults.contains("tokens: its bytes are not those"), faults);
    assertTrue(faults.contains("editions/yos-2021.wording.txt: its bytes are not those"), faults);
  }

  @Test
  void aFrameThatDiffersIsToldWithItsSegmentAndByte() throws IOException {
    Sealed forged = new Sealed(small.file);
    byte[] segment = forged.files.get(SEGMENT);
    segment[40] ^= 1;
    String faults = Read.faults(forged.listed().at(other()));
    assertTrue(faults.contains(SEGMENT + ": at byte 32: no sound frame begins here"), faults);
  }

  @Test
  void aChainThatEndsElsewhereIsTold() throws IOException {
    Sealed forged = new Sealed(small.file);
    List<BackupManifest.Chain> chains = new ArrayList<>(forged.manifest.inspections());
    BackupManifest.Chain first = chains.removeFirst();
    chains.add(new BackupManifest.Chain(first.id(), first.revision() + 1, 3, first.head()));
    chains.add(new BackupManifest.Chain(new InspectionId("made-up"), 1, 1, first.head()));
    String faults = Read.faults(forged.with(forged.manifest.entries(), chains).at(other()));
    assertTrue(faults.contains("leicester-2019: its chain does not end as"), faults);
    assertTrue(faults.contains("made-up: its chain does not end as"), faults);

    List<BackupManifest.Chain> wrong =
        List.of(
            new BackupManifest.Chain(
                first.id(), first.revision() + 1, first.sequence(), first.head()),
            new BackupManifest.Chain(
                first.id(), first.revision(), first.sequence() - 1, first.head()),
            new BackupManifest.Chain(
                first.id(), first.revision(), first.sequence(), chains.getFirst().head()));
    for (BackupManifest.Chain chain : wrong) {
      Sealed one = new Sealed(small.file);
      faults =
          Read.faults(
              one.with(one.manifest.entries(), List.of(chain, chains.getFirst())).at(other()));
      assertTrue(faults.contains("leicester-2019: its chain does not end as"), faults);
    }

    Sealed fewer = new Sealed(small.file);
    faults = Read.faults(fewer.with(fewer.manifest.entries(), List.of()).at(other()));
    assertTrue(faults.contains("swindon-2021: the manifest lacks it"), faults);
  }

  @Test
  void withoutAManifestItIsRefusedAndALaterOneIsToo() throws IOException {
    Sealed forged = new Sealed(small.file);
    assertTrue(
        Read.faults(forged.at(other(), "{}".getBytes(StandardCharsets.UTF_8)))
            .contains("\"format\" is required"));
    assertTrue(
        Read.faults(forged.at(other(), "{\"format\":2}".getBytes(StandardCharsets.UTF_8)))
            .contains("made by a newer Bandstand"));
  }

  @Test
  void aContainerWithoutAManifestOrWithTooLargeAOneIsRefused() throws IOException {
    Sealed forged = new Sealed(small.file);
    byte[] blank = new byte[BackupManifest.MOST_BYTES + 1];
    Arrays.fill(blank, (byte) ' ');
    assertTrue(Read.faults(forged.at(other(), blank)).contains("has more than 16777216 bytes"));
    blank = Arrays.copyOf(blank, BackupManifest.MOST_BYTES);
    assertFalse(Read.faults(forged.at(other(), blank)).contains("has more than"));
    assertTrue(Read.faults(forged.withoutManifest(other())).contains("It has no "));
  }

  @Test
  void whatIsNotAsListedIsNotUnpacked() throws IOException {
    Path to = Files.createDirectory(folder.resolve("back"));
    Sealed forged = new Sealed(small.file);
    forged.files.put("tokens", "b\n".getBytes(StandardCharsets.UTF_8));
    try (BackupFile backup = Read.done(BackupFile.open(forged.at(other())))) {
      assertThrows(IOException.class, () -> backup.unpack(to));
    }
    assertFalse(Files.exists(to.resolve("tokens")));
  }
}
