package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.CaseDrafts;
import bandstand.service.CaseWish;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.LifeDrafts;
import bandstand.service.Precondition;
import bandstand.store.BackupFile;
import bandstand.wire.CaseRequest;
import bandstand.wire.ErasureLedger;
import bandstand.wire.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased stays erased when a backup from before is restored. */
class RestoreErasedTest {
  private static final InspectionId ID = new InspectionId("i");
  private static final Person LEAD = new Person("lead", Role.LEAD);
  private static final Reference NAME = new Reference("Qzx17");

  @TempDir Path folder;

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.problem());
    };
  }

  private Places places(String name) throws IOException {
    Places places = new Places(folder.resolve(name));
    places.make();
    return places;
  }

  private static Inspections open(Places places) throws IOException {
    return done(Daemon.open(places, InstantSource.system()));
  }

  private static void create(Inspections inspections, String... references) {
    Framework framework = inspections.editions().byId("yos-2018").orElseThrow();
    done(
        inspections.create(
            ID,
            framework,
            LEAD,
            Optional.empty(),
            LifeDrafts.create(framework, Map.of(Inspection.SERVICE, "S"))));
    for (String reference : references) {
      file(inspections, reference);
    }
  }

  private static void file(Inspections inspections, String reference) {
    byte[] json = "{\"type\":\"court\",\"note\":\"a note\"}".getBytes(StandardCharsets.UTF_8);
    CaseRequest request = done(CaseRequest.read(json, new Reference(reference), false));
    done(
        inspections.write(
            ID,
            LEAD,
            Optional.empty(),
            CaseDrafts.set(
                new CaseWish(
                    new Place(0, Optional.of("")), new Reference(reference), request, true),
                Precondition.NONE)));
  }

  private Path backup(Places places, Inspections inspections, String name) throws IOException {
    Backups backups =
        Backups.open(
            places.data(),
            places.backup(),
            inspections,
            new Erasures(inspections),
            InstantSource.system(),
            "test");
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      done(backups.begin(LEAD)).into(out);
    }
    return file;
  }

  private static ErasureLedger erase(Inspections inspections)
      throws IOException {
    Erasures erasures = new Erasures(inspections);
    done(erasures.erase(ID, LEAD, NAME, "asked for", Precondition.NONE));
    return erasures.ledger();
  }

  private Outcome<List<String>> restored(Path backup, String name, ErasureLedger ledger)
      throws IOException {
    try (BackupFile opened = done(BackupFile.open(backup))) {
      done(opened.verify());
      return Restore.into(folder.resolve(name), opened, ledger);
    }
  }

  @Test
  void anOlderBackupIsErasedAgainByTheLedger() throws IOException {
    Places places = places("data");
    Path older;
    Path oldest;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      create(inspections, "C1");
      oldest = backup(places, inspections, "oldest.zip");
      file(inspections, NAME.text());
      older = backup(places, inspections, "older.zip");
      file(inspections, "C2");
      ledger = erase(inspections);
    }
    assertFalse(Grep.files(older, NAME.text()).isEmpty());
    ErasureLedger read = done(ErasureLedger.read(Files.readAllBytes(places.erasures())));
    assertEquals(ledger, read);

    List<String> lines = done(restored(older, "again", read));
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

    assertEquals(1, done(restored(oldest, "before", read)).size(), "older than the case");
  }

  @Test
  void aBackupThatKnowsOfItHasTheLedgerAndNothingToErase() throws IOException {
    Places places = places("data");
    Path newer;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      create(inspections, "C1", NAME.text());
      ledger = erase(inspections);
      newer = backup(places, inspections, "newer.zip");
    }
    assertEquals(List.of(), Grep.files(newer, NAME.text()));
    assertEquals(1, done(restored(newer, "same", ledger)).size());
    assertEquals(
        ledger, done(ErasureLedger.read(Files.readAllBytes(folder.resolve("same/erasures.json")))));
  }

  @Test
  void aLedgerOfOtherDataErasesNothingAndIsTold() throws IOException {
    Places other = places("other");
    ErasureLedger ledger;
    try (Inspections inspections = open(other)) {
      create(inspections, NAME.text());
      ledger = erase(inspections);
    }
    Places places = places("data");
    Path file;
    try (Inspections inspections = open(places)) {
      create(inspections, "C1");
      file = backup(places, inspections, "backup.zip");
    }
    List<String> lines = done(restored(file, "restored", ledger));
    assertTrue(lines.getLast().startsWith("not erased again: a case of i"), lines.getLast());
    try (Inspections inspections = open(new Places(folder.resolve("restored")))) {
      assertTrue(done(inspections.find(ID)).state().file(new Reference("C1")).isPresent());
    }
  }

  @Test
  void ledgersAreLookedForBesideTheBackupAndWhereTheyAreNamed() throws IOException {
    Path backup = folder.resolve("b.zip");
    Path named = folder.resolve("elsewhere.json");
    assertInstanceOf(Outcome.Refused.class, Ledgers.found(backup, Optional.of(named)));
    Files.writeString(folder.resolve("erasures.json"), "{\"items\":[]}");
    Files.writeString(named, "{\"items\":[]}");
    assertEquals(
        List.of(named, folder.resolve("erasures.json")),
        done(Ledgers.found(backup, Optional.of(named))).files().stream()
            .filter(file -> file.startsWith(folder))
            .toList());
    Files.writeString(folder.resolve("erasures.json"), "{\"items\":[{}]}");
    assertInstanceOf(Outcome.Refused.class, Ledgers.found(backup, Optional.empty()));
  }
}
