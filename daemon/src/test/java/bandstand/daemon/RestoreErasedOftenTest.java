package bandstand.daemon;

import static bandstand.daemon.Restoring.ID;
import static bandstand.daemon.Restoring.LEAD;
import static bandstand.daemon.Restoring.NAME;
import static bandstand.daemon.Restoring.carry;
import static bandstand.daemon.Restoring.done;
import static bandstand.daemon.Restoring.file;
import static bandstand.daemon.Restoring.open;
import static bandstand.daemon.Restoring.retainedUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.service.Backups;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.wire.ErasureLedger;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased in several inspections, several times, or while a backup of it was sent. */
class RestoreErasedOftenTest {
  @TempDir Path folder;

  private Restoring restoring;

  @BeforeEach
  void begin() {
    restoring = new Restoring(folder);
  }

  @Test
  void aCarriedInspectionIsErasedAgainToo() throws IOException {
    InspectionId carried = new InspectionId("carried");
    Places places = restoring.places("data");
    Path older;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      Restoring.create(inspections, "C1", NAME.text());
      carry(inspections, carried);
      older = restoring.backup(places, inspections, "older.zip");
      Erasures erasures = new Erasures(inspections);
      assertEquals(
          List.of(carried),
          done(erasures.erase(ID, LEAD, NAME, "asked for", Precondition.NONE)).elsewhere());
      done(erasures.erase(carried, LEAD, NAME, "asked for", Precondition.NONE));
      ledger = erasures.ledger();
    }
    assertEquals(
        4,
        done(restoring.restored(older, "again", ledger)).size(),
        "two inspections, two erasures");
    assertEquals(List.of(), Grep.files(folder.resolve("again"), NAME.text()));
    try (Inspections inspections = open(new Places(folder.resolve("again")))) {
      for (InspectionId id : List.of(ID, carried)) {
        Inspection state = done(inspections.find(id)).state();
        assertTrue(state.file(new Reference("erased-1")).isPresent(), id.text());
        assertTrue(state.file(new Reference("C1")).isPresent(), id.text());
      }
    }
  }

  @Test
  void everythingErasedTwiceIsErasedAsOftenAgain() throws IOException {
    Places places = restoring.places("data");
    Path before;
    Path between;
    ErasureLedger ledger;
    try (Inspections inspections = open(places)) {
      Erasures erasures = new Erasures(inspections);
      Restoring.create(inspections, NAME.text());
      retainedUntil(inspections, "2020-01-31");
      before = restoring.backup(places, inspections, "before.zip");
      done(erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE));
      file(inspections, NAME.text());
      retainedUntil(inspections, "2020-01-31");
      between = restoring.backup(places, inspections, "between.zip");
      assertFalse(Grep.files(between, NAME.text()).isEmpty());
      done(erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE));
      assertEquals(List.of(), Grep.files(places.data(), NAME.text()));
      ledger = erasures.ledger();
      assertEquals(2, ledger.rows().size());
    }
    done(restoring.restored(before, "first", ledger));
    assertEquals(List.of(), Grep.files(folder.resolve("first"), NAME.text()));
    done(restoring.restored(between, "second", ledger));
    assertEquals(List.of(), Grep.files(folder.resolve("second"), NAME.text()));
    try (Inspections inspections = open(new Places(folder.resolve("second")))) {
      assertEquals(2, done(inspections.find(ID)).state().cases().size());
    }
  }

  /** More than the journal is read ahead by, so that both sorts of frames meet in a backup. */
  @Test
  void aBackupThatIsSentMeanwhileVerifiesAndIsErasedAgain() throws IOException {
    int within = 0;
    for (long at : new long[] {1, 100_000, 200_000, 10_000_000}) {
      Places places = restoring.places("data" + at);
      Path file = folder.resolve("meanwhile" + at + ".zip");
      ErasureLedger ledger;
      boolean erased;
      try (Inspections inspections = open(places)) {
        Restoring.create(inspections, "C1", NAME.text());
        SplittableRandom random = new SplittableRandom(at);
        for (int i = 0; i < 40; i++) {
          byte[] noise = new byte[5_000];
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
      done(restoring.restored(file, "back" + at, ledger));
      Path back = folder.resolve("back" + at);
      assertEquals(erased, Grep.files(back, NAME.text()).isEmpty(), "at " + at);
      try (Inspections inspections = open(new Places(back))) {
        Inspection state = done(inspections.find(ID)).state();
        assertEquals(42, state.cases().size(), "what is counted stays: at " + at);
        assertEquals(erased, state.file(new Reference("erased-1")).isPresent());
      }
    }
    assertTrue(within >= 2, "erased meanwhile: " + within);
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
}
