package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.framework.Crosswalk;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Wordings;
import bandstand.inspection.Carrying;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.CarryDraft;
import bandstand.service.CaseDrafts;
import bandstand.service.CaseWish;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.LifeDrafts;
import bandstand.service.Precondition;
import bandstand.store.BackupFile;
import bandstand.wire.CaseRequest;
import bandstand.wire.CrosswalkFile;
import bandstand.wire.ErasureLedger;
import bandstand.wire.Place;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    file(inspections, reference, "a note");
  }

  private static void file(Inspections inspections, String reference, String note) {
    byte[] json =
        "{\"type\":\"court\",\"note\":\"%s\"}".formatted(note).getBytes(StandardCharsets.UTF_8);
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

  private static ErasureLedger erase(Inspections inspections) throws IOException {
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

  private static void carry(Inspections inspections, InspectionId to) throws IOException {
    Crosswalk crosswalk =
        CrosswalkFile.builtIn(
            inspections.editions().all().stream()
                .collect(Collectors.toMap(Framework::id, Function.identity())));
    Framework newer = inspections.editions().byId("yos-2021").orElseThrow();
    Inspection state = done(inspections.find(ID)).state();
    Wordings none = Wordings.NONE;
    Carrying carrying = Carrying.of(state, crosswalk.compare(state.framework(), newer, none), none);
    done(
        inspections.create(
            to,
            newer,
            LEAD,
            Optional.empty(),
            new CarryDraft(carrying, Map.of(Inspection.SERVICE, "S"))));
  }

  @Test
  void aCarriedInspectionIsErasedAgainToo() throws IOException {
    InspectionId carried = new InspectionId("carried");
    Places places = places("data");
    Path older;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      create(inspections, "C1", NAME.text());
      carry(inspections, carried);
      older = backup(places, inspections, "older.zip");
      Erasures erasures = new Erasures(inspections);
      assertEquals(
          List.of(carried),
          done(erasures.erase(ID, LEAD, NAME, "asked for", Precondition.NONE)).elsewhere());
      done(erasures.erase(carried, LEAD, NAME, "asked for", Precondition.NONE));
      ledger = erasures.ledger();
    }
    assertEquals(4, done(restored(older, "again", ledger)).size(), "two inspections, two erasures");
    assertEquals(List.of(), Grep.files(folder.resolve("again"), NAME.text()));
    try (Inspections inspections = open(new Places(folder.resolve("again")))) {
      for (InspectionId id : List.of(ID, carried)) {
        Inspection state = done(inspections.find(id)).state();
        assertTrue(state.file(new Reference("erased-1")).isPresent(), id.text());
        assertTrue(state.file(new Reference("C1")).isPresent(), id.text());
      }
    }
  }

  private static void retainedUntil(Inspections inspections, String day) {
    done(
        inspections.write(
            ID,
            LEAD,
            Optional.empty(),
            LifeDrafts.describe(
                Map.of(Inspection.RETAIN_UNTIL, Optional.of(day)), Precondition.NONE)));
  }

  @Test
  void everythingErasedTwiceIsErasedAsOftenAgain() throws IOException {
    Places places = places("data");
    Path before;
    Path between;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      Erasures erasures = new Erasures(inspections);
      create(inspections, NAME.text());
      retainedUntil(inspections, "2020-01-31");
      before = backup(places, inspections, "before.zip");
      done(erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE));
      file(inspections, NAME.text());
      retainedUntil(inspections, "2020-01-31");
      between = backup(places, inspections, "between.zip");
      assertFalse(Grep.files(between, NAME.text()).isEmpty());
      done(erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE));
      assertEquals(List.of(), Grep.files(places.data(), NAME.text()));
      ledger = erasures.ledger();
      assertEquals(2, ledger.rows().size());
    }
    done(restored(before, "first", ledger));
    assertEquals(List.of(), Grep.files(folder.resolve("first"), NAME.text()));
    done(restored(between, "second", ledger));
    assertEquals(List.of(), Grep.files(folder.resolve("second"), NAME.text()));
    try (Inspections inspections = open(new Places(folder.resolve("second")))) {
      assertEquals(2, done(inspections.find(ID)).state().cases().size());
    }
  }

  /** Erases once so many bytes have passed. */
  private static final class ErasingMeanwhile extends FilterOutputStream {
    private final Inspections inspections;
    private long left;

    ErasingMeanwhile(OutputStream out, Inspections inspections, long bytes) {
      super(out);
      this.inspections = inspections;
      this.left = bytes;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
      boolean before = left > 0;
      left -= count;
      if (before && left <= 0) {
        done(new Erasures(inspections).erase(ID, LEAD, NAME, "asked for", Precondition.NONE));
      }
    }
  }

  /** More than the journal is read ahead by, so that both sorts of frames meet in a backup. */
  @Test
  void aBackupThatIsSentMeanwhileVerifiesAndIsErasedAgain() throws IOException {
    int within = 0;
    for (long at : new long[] {1, 50_000, 100_000, 150_000, 200_000, 250_000, 10_000_000}) {
      Places places = places("data" + at);
      Path file = folder.resolve("meanwhile" + at + ".zip");
      ErasureLedger ledger;
      boolean erased;
      try (Inspections inspections = open(places)) {
        create(inspections, "C1", NAME.text());
        SplittableRandom random = new SplittableRandom(at);
        for (int i = 0; i < 400; i++) {
          byte[] noise = new byte[500];
          random.nextBytes(noise);
          file(inspections, "D" + i, HexFormat.of().formatHex(noise));
        }
        file(inspections, NAME.text(), "another " + "note ".repeat(20));
        Backups backups =
            Backups.open(
                places.data(),
                places.backup(),
                inspections,
                new Erasures(inspections),
                InstantSource.system(),
                "test");
        try (OutputStream out =
            new ErasingMeanwhile(Files.newOutputStream(file), inspections, at)) {
          done(backups.begin(LEAD)).into(out);
        }
        ledger = new Erasures(inspections).ledger();
        erased = !ledger.rows().isEmpty();
      }
      within += erased ? 1 : 0;
      done(restored(file, "back" + at, ledger));
      Path back = folder.resolve("back" + at);
      assertEquals(erased, Grep.files(back, NAME.text()).isEmpty(), "at " + at);
      try (Inspections inspections = open(new Places(back))) {
        Inspection state = done(inspections.find(ID)).state();
        assertEquals(402, state.cases().size(), "what is counted stays: at " + at);
        assertEquals(erased, state.file(new Reference("erased-1")).isPresent());
      }
    }
    assertTrue(within >= 4, "erased meanwhile: " + within);
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
