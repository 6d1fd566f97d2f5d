package bandstand.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mockStatic;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;

/** Editions beside the built-in ones: added, replaced, removed, and kept for who uses them. */
class EditionsTest {
  private static final BuiltInEditions BUILT_IN = BuiltInEditions.load();
  private static final Path HARBOUR =
      Path.of("..", "scripts", "samples", "editions", "harbour-2026.json");

  @TempDir private Path folder;
  private final List<String> doubted = new ArrayList<>();
  private String harbour = "";

  @BeforeEach
  void read() throws IOException {
    harbour = Files.readString(HARBOUR);
  }

  private Editions opened() throws IOException {
    return Editions.open(
        folder, BUILT_IN, (file, why) -> doubted.add(file.getFileName() + ": " + why));
  }

  private static Framework edition(String file) {
    return switch (FrameworkFile.read(file.getBytes(UTF_8))) {
      case Outcome.Done<Framework>(Framework framework) -> framework;
      case Outcome.Refused<Framework> refused -> throw new AssertionError(refused.problem());
    };
  }

  private static Editions.Adding add(Editions editions, String file) throws IOException {
    return editions.add(edition(file), file.getBytes(UTF_8));
  }

  private Path place(String id) {
    return folder.resolve("added").resolve(id + ".json");
  }

  private String named(String id) {
    return harbour.replace("harbour-2026", id);
  }

  @Test
  void anAddedEditionStandsAfterTheBuiltInOnesAndOutlivesARestart() throws IOException {
    Editions editions = opened();
    assertEquals(Editions.Adding.ADDED, add(editions, named("zeta")));
    assertEquals(Editions.Adding.ADDED, add(editions, named("alpha")));
    for (Editions each : List.of(editions, opened())) {
      List<String> ids = new ArrayList<>(BUILT_IN.frameworks().keySet());
      ids.addAll(List.of("alpha", "zeta"));
      assertEquals(ids, each.all().stream().map(Framework::id).toList());
      assertArrayEquals(named("zeta").getBytes(UTF_8), each.file("zeta").orElseThrow());
      assertFalse(each.isBuiltIn("zeta"));
    }
    assertEquals(List.of(), doubted);
  }

  @Test
  void itsFileIsForItsOwnerAlone() throws IOException {
    add(opened(), harbour);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(place("harbour-2026"))));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("added"))));
  }

  @Test
  void theSameBytesChangeNothingAndOthersReplace() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    assertEquals(Editions.Adding.UNCHANGED, add(editions, harbour));
    assertEquals(Editions.Adding.REPLACED, add(editions, harbour + "\n"));
    assertArrayEquals(
        (harbour + "\n").getBytes(UTF_8), opened().file("harbour-2026").orElseThrow());
  }

  @Test
  void aBuiltInIdIsTaken() throws IOException {
    Editions editions = opened();
    assertEquals(Editions.Adding.BUILT_IN, add(editions, named("yos-2021")));
    assertFalse(editions.remove("yos-2021"));
    assertArrayEquals(BUILT_IN.file("yos-2021"), editions.file("yos-2021").orElseThrow());
  }

  @Test
  void aHundredAreTheMost() throws IOException {
    Editions editions = opened();
    for (int number = 1; number <= Editions.MOST_ADDED; number++) {
      assertEquals(Editions.Adding.ADDED, add(editions, named("e" + number)));
    }
    assertEquals(Editions.Adding.TOO_MANY, add(editions, harbour));
    assertEquals(Editions.Adding.REPLACED, add(editions, named("e7") + "\n"));
    assertTrue(editions.remove("e7"));
    assertEquals(Editions.Adding.ADDED, add(editions, harbour));
  }

  @Test
  void aRemovedOneIsGoneAndMayComeAgain() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    assertTrue(editions.remove("harbour-2026"));
    assertFalse(editions.remove("harbour-2026"));
    assertEquals(Optional.empty(), opened().byId("harbour-2026"));
    assertEquals(Editions.Adding.ADDED, add(editions, harbour));
  }

  @Test
  void whatAnInspectionWasMadeWithIsKeptWhenItIsReplacedOrRemoved() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    Framework first = editions.byId("harbour-2026").orElseThrow();
    assertTrue(editions.keep(first));
    add(editions, harbour.replace("exact", "rounded"));
    editions.remove("harbour-2026");
    for (Editions each : List.of(editions, opened())) {
      String digest = first.edition().digest();
      assertEquals(first.scale(), each.byDigest(digest).orElseThrow().scale());
    }
  }

  @Test
  void oneIsFoundByItsIdOrItsDigest() throws IOException {
    Editions editions = opened();
    Framework builtIn = editions.byId("yos-2018").orElseThrow();
    String digest = builtIn.edition().digest();
    assertEquals(Optional.of(builtIn), editions.named("yos-2018"));
    assertEquals(Optional.of(builtIn), editions.named(digest));
    assertEquals(Optional.of(builtIn), editions.byDigest(digest), "though nobody kept it");
    assertEquals(Optional.empty(), editions.named("0".repeat(64)));
    assertEquals(Optional.empty(), editions.named("../tokens"));
    assertTrue(editions.keep(builtIn));
    assertTrue(editions.keep(builtIn), "kept already");
  }

  @Test
  void oneReplacedBeforeItWasKeptIsNotKeptAsAnother() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    Framework first = editions.byId("harbour-2026").orElseThrow();
    add(editions, harbour.replace("exact", "rounded"));
    assertFalse(editions.keep(first));
    editions.remove("harbour-2026");
    assertFalse(editions.keep(first));
    assertEquals(Optional.empty(), editions.byDigest(first.edition().digest()));
  }

  @Test
  void aDamagedFileIsToldAndLeftOutAndTheOthersStand() throws IOException {
    Editions editions = opened();
    add(editions, named("alpha"));
    add(editions, named("beta"));
    add(editions, named("gamma"));
    Files.writeString(place("alpha"), named("alpha").replace("\"draft\"", "\"old\""));
    Files.writeString(place("beta"), named("beta").substring(0, 500));
    Files.writeString(place("delta"), named("gamma"));
    Files.writeString(place("yos-2018"), named("yos-2018"));
    Files.createDirectory(place("folder"));
    Files.writeString(folder.resolve("added").resolve("x.json.building"), "{");

    Editions again = opened();
    assertEquals(BUILT_IN.frameworks().size() + 1, again.all().size());
    assertTrue(again.byId("gamma").isPresent());
    assertEquals(
        List.of("alpha.json", "beta.json", "delta.json", "folder.json", "yos-2018.json"),
        doubted.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
    assertEquals(
        "alpha.json: line 6: /status: It must be one of: superseded, in-force, draft",
        doubted.getFirst());
    assertArrayEquals(BUILT_IN.file("yos-2018"), again.file("yos-2018").orElseThrow());
    assertEquals(Editions.Adding.ADDED, add(again, named("alpha")), "it can be added again");
  }

  @Test
  void whatCannotBeWrittenChangesNothing() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    try (Stream<Path> files = Files.list(folder.resolve("added"))) {
      files.forEach(file -> assertTrue(file.toFile().delete()));
    }
    Files.delete(folder.resolve("added"));
    Files.writeString(folder.resolve("added"), "no folder");
    assertThrows(IOException.class, () -> add(editions, named("alpha")));
    assertThrows(IOException.class, () -> add(editions, harbour + "\n"));
    assertThrows(IOException.class, () -> editions.remove("harbour-2026"));
    assertEquals(Optional.empty(), editions.byId("alpha"));
    assertArrayEquals(harbour.getBytes(UTF_8), editions.file("harbour-2026").orElseThrow());
    assertEquals(BUILT_IN.frameworks().size(), opened().all().size());
  }

  /** The disk has taken the new file, and fails when it is to say so. */
  @Test
  void aForceThatFailsAfterTheMoveLeavesMemoryAsTheDiskIs() throws IOException {
    Editions editions = opened();
    add(editions, harbour);
    String corrected = harbour.replace("exact", "rounded");
    try (MockedStatic<Durable> durable = mockStatic(Durable.class, CALLS_REAL_METHODS)) {
      durable.when(() -> Durable.forceFolderOf(any())).thenThrow(new IOException("no more"));
      assertThrows(IOException.class, () -> add(editions, corrected));
      assertEquals(corrected, Files.readString(place("harbour-2026")));
      assertArrayEquals(corrected.getBytes(UTF_8), editions.file("harbour-2026").orElseThrow());
      assertThrows(IOException.class, () -> editions.remove("harbour-2026"));
      assertFalse(Files.exists(place("harbour-2026")));
      assertEquals(Optional.empty(), editions.byId("harbour-2026"));
    }
  }
}
