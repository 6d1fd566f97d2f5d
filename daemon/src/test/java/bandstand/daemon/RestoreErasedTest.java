package bandstand.daemon;

import static bandstand.daemon.Restoring.ID;
import static bandstand.daemon.Restoring.NAME;
import static bandstand.daemon.Restoring.done;
import static bandstand.daemon.Restoring.erase;
import static bandstand.daemon.Restoring.file;
import static bandstand.daemon.Restoring.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.store.BackupFile;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased stays erased when a backup from before is restored. */
class RestoreErasedTest {
  @TempDir Path folder;

  private Restoring restoring;

  @BeforeEach
  void begin() {
    restoring = new Restoring(folder);
  }

  @Test
  void anOlderBackupIsErasedAgainByTheLedger() throws IOException {
    Places places = restoring.places("data");
    Path older;
    Path oldest;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      Restoring.create(inspections, "C1");
      oldest = restoring.backup(places, inspections, "oldest.zip");
      file(inspections, NAME.text());
      older = restoring.backup(places, inspections, "older.zip");
      file(inspections, "C2");
      ledger = erase(inspections);
    }
    assertFalse(Grep.files(older, NAME.text()).isEmpty());
    ErasureLedger read = done(ErasureLedger.read(Files.readAllBytes(places.erasures())));
    assertEquals(ledger, read);

    List<String> lines = done(restoring.restored(older, "again", read));
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().startsWith("erased again: a case of i, as on "), lines.getLast());
    assertEquals(List.of(), Grep.files(folder.resolve("again"), NAME.text()));
    try (Inspections inspections = open(new Places(folder.resolve("again")))) {
      Inspection state = done(inspections.find(ID)).state();
      assertTrue(state.file(new Reference("erased-1")).isPresent());
      assertTrue(state.file(new Reference("C1")).isPresent());
      assertEquals(1, new Erasures(inspections).ledger().rows().size());
    }
    assertTrue(Files.exists(folder.resolve("again").resolve("erasures.json")));

    assertEquals(1, done(restoring.restored(oldest, "before", read)).size(), "older than the case");
  }

  @Test
  void aBackupThatKnowsOfItHasTheLedgerAndNothingToErase() throws IOException {
    Places places = restoring.places("data");
    Path newer;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      Restoring.create(inspections, "C1", NAME.text());
      ledger = erase(inspections);
      newer = restoring.backup(places, inspections, "newer.zip");
    }
    assertEquals(List.of(), Grep.files(newer, NAME.text()));
    assertEquals(1, done(restoring.restored(newer, "same", ledger)).size());
    assertEquals(
        ledger, done(ErasureLedger.read(Files.readAllBytes(folder.resolve("same/erasures.json")))));
  }

  @Test
  void aLedgerOfOtherDataErasesNothingAndIsTold() throws IOException {
    Places other = restoring.places("other");
    ErasureLedger ledger;
    try (Inspections inspections = open(other)) {
      Restoring.create(inspections, NAME.text());
      ledger = erase(inspections);
    }
    Places places = restoring.places("data");
    Path file;
    try (Inspections inspections = open(places)) {
      Restoring.create(inspections, "C1");
      file = restoring.backup(places, inspections, "backup.zip");
    }
    List<String> lines = done(restoring.restored(file, "restored", ledger));
    assertTrue(lines.getLast().startsWith("not erased again: a case of i"), lines.getLast());
    try (Inspections inspections = open(new Places(folder.resolve("restored")))) {
      assertTrue(done(inspections.find(ID)).state().file(new Reference("C1")).isPresent());
    }
  }

  @Test
  void ledgersAreLookedForBesideTheBackupAndWhereTheyAreNamed() throws IOException {
    Path backup = folder.resolve("b.zip");
    Path named = folder.resolve("elsewhere.json");
    assertInstanceOf(
        Outcome.Refused.class, Ledgers.found(backup, Optional.empty(), Optional.of(named)));
    Files.writeString(folder.resolve("erasures.json"), "{\"items\":[]}");
    Files.writeString(named, "{\"items\":[]}");
    assertEquals(
        List.of(named, folder.resolve("erasures.json")),
        done(Ledgers.found(backup, Optional.empty(), Optional.of(named))).files().stream()
            .filter(file -> file.startsWith(folder))
            .toList());
    Files.writeString(folder.resolve("erasures.json"), "{\"items\":[{}]}");
    assertInstanceOf(
        Outcome.Refused.class, Ledgers.found(backup, Optional.empty(), Optional.empty()));
  }

  @Test
  void aBackupNamesTheFolderWhoseLedgerKnowsOfEveryErasureSince() throws IOException {
    Places places = restoring.places("data");
    Path older;
    try (Inspections inspections = open(places)) {
      Restoring.create(inspections, "C1", NAME.text());
      older = restoring.backup(places, inspections, "older.zip");
      erase(inspections);
    }
    Path elsewhere = Files.createDirectory(folder.resolve("usb")).resolve("older.zip");
    Files.move(older, elsewhere);
    Optional<Path> source;
    try (BackupFile backup = done(BackupFile.open(elsewhere))) {
      source = backup.manifest().folder().map(Path::of);
    }
    assertEquals(Optional.of(places.data()), source);
    Ledgers ledgers = done(Ledgers.found(elsewhere, source, Optional.empty()));
    assertTrue(ledgers.files().contains(places.erasures()));
    assertTrue(ledgers.whole());
    assertEquals(2, done(restoring.restored(elsewhere, "again", ledgers.all())).size());
    assertEquals(List.of(), Grep.files(folder.resolve("again"), NAME.text()));
  }

  @Test
  void whereThatFolderIsNotAndNoneIsNamedItIsSaidFromWhenOnNothingIsKnown() throws IOException {
    Instant made = Instant.parse("2026-11-22T12:49:00Z");
    Optional<Path> gone = Optional.of(folder.resolve("gone"));
    Ledgers ledgers = done(Ledgers.found(folder.resolve("b.zip"), gone, Optional.empty()));
    assertEquals(
        "not known here: what was erased after 2026-11-22T12:49:00Z; if anything was, it is back:"
            + " restore again with --erasures and the erasures.json of the data folder this came"
            + " from",
        ledgers.told(made).getLast());
    Path named = Files.writeString(folder.resolve("named.json"), "{\"items\":[]}");
    assertEquals(
        List.of("ledger of erasures: " + named),
        done(Ledgers.found(folder.resolve("b.zip"), gone, Optional.of(named))).told(made).stream()
            .filter(line -> line.contains(folder.toString()))
            .toList());
  }
}
