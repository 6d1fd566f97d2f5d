package bandstand.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.PrintedDocuments;
import bandstand.framework.CharacteristicsText;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Sha256;
import bandstand.framework.Wording;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published documents stand beside the editions, each as long as it fits. */
class DocumentsTest {
  private static final BuiltInEditions BUILT_IN = BuiltInEditions.load();
  private static final Path HARBOUR =
      Path.of("..", "scripts", "samples", "editions", "harbour-2026.json");

  @TempDir private Path folder;
  private Framework edition;
  private Editions editions;

  @BeforeEach
  void open() throws IOException {
    editions = Editions.open(folder, BUILT_IN, (file, why) -> {});
    edition = editions.byId("yos-2021").orElseThrow();
  }

  private Documents.Kind<Wording> wording() {
    return editions.documents().wording();
  }

  private Wording attached(String document) throws IOException {
    return Read.done(wording().attach(edition, document.getBytes(UTF_8)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void anAttachedDocumentStandsInMemoryAndOnDisk() throws IOException {
    assertEquals(Optional.empty(), wording().of(edition));
    String document = PrintedDocuments.wording(edition);
    Wording attached = attached(document);
    assertEquals(Sha256.hex(document.getBytes(UTF_8)), attached.digest());
    assertEquals(Optional.of(attached), wording().of(edition));
    Path file = folder.resolve("yos-2021.wording.txt");
    assertEquals(document, Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    open();
    assertEquals(Optional.of(attached), wording().of(edition));
  }

  @Test
  void anotherTakesItsPlaceAndOneThatDoesNotFitLeavesIt() throws IOException {
    attached(PrintedDocuments.wording(edition));
    Wording later = attached(PrintedDocuments.wording(edition) + "\n");
    byte[] other = "No standard is printed here.".getBytes(UTF_8);
    assertInstanceOf(Outcome.Refused.class, wording().attach(edition, other));
    assertEquals(Optional.of(later), wording().of(edition));
    open();
    assertEquals(Optional.of(later), wording().of(edition));
    assertEquals(List.of("yos-2021.wording.txt"), files());
  }

  @Test
  void theKindsStandBesideEachOther() throws IOException {
    attached(PrintedDocuments.wording(edition));
    byte[] printed = PrintedDocuments.characteristics(edition).getBytes(UTF_8);
    CharacteristicsText text =
        Read.done(editions.documents().characteristics().attach(edition, printed));
    assertEquals(List.of("yos-2021.characteristics.txt", "yos-2021.wording.txt"), files());
    wording().remove(edition);
    assertEquals(List.of("yos-2021.characteristics.txt"), files());
    assertEquals(Optional.of(text), editions.documents().characteristics().of(edition));
  }

  @Test
  void whatIsTakenOffIsGone() throws IOException {
    attached(PrintedDocuments.wording(edition));
    for (int round = 0; round < 2; round++) {
      wording().remove(edition);
      assertEquals(Optional.empty(), wording().of(edition));
      assertEquals(List.of(), files());
    }
  }

  @Test
  void aFileThatFitsNoLongerOrCannotBeReadIsLeftOut() throws IOException {
    attached(PrintedDocuments.wording(edition));
    Path file = folder.resolve("yos-2021.wording.txt");
    Files.writeString(file, "No standard is printed here.");
    open();
    assertEquals(Optional.empty(), wording().of(edition));
    Files.delete(file);
    Files.createDirectory(file);
    open();
    assertEquals(Optional.empty(), wording().of(edition));
  }

  /** Of two editions of one id each reads the document by its own structure. */
  @Test
  void anAddedEditionTakesItsDocumentsWithItAndAnotherOfItsIdReadsThem() throws IOException {
    String file = Files.readString(HARBOUR);
    Framework first = add(file);
    Wording attached =
        Read.done(wording().attach(first, PrintedDocuments.wording(first).getBytes(UTF_8)));
    Framework second = add(file.replace("exact", "rounded"));
    assertEquals(Optional.of(attached), wording().of(second));
    assertTrue(files().contains("harbour-2026.wording.txt"));
    assertTrue(editions.remove("harbour-2026"));
    assertFalse(files().contains("harbour-2026.wording.txt"));
    assertEquals(Optional.empty(), wording().of(second));
  }

  private Framework add(String file) throws IOException {
    Framework framework = Read.done(FrameworkFile.read(file.getBytes(UTF_8)));
    editions.add(framework, file.getBytes(UTF_8));
    return framework;
  }
}
