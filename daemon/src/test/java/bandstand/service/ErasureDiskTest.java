package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.journal.Fate;
import bandstand.journal.MemoryDisk;
import bandstand.wire.ErasedJson;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasures on a disk that is full, or takes some files and not others. */
class ErasureDiskTest {
  private static final Reference NAME = new Reference("Qzx17");

  @TempDir Path folder;

  private static Outcome<ErasedJson.Erased> erased(Erasures erasures, Reference reference) {
    return erasures.erase(ID, LEAD, reference, "asked for", Precondition.NONE);
  }

  private static Team filled(Team team) {
    team.with(ID, 2);
    done(team.write(ID, LEAD, Team.caseOf(NAME.text())));
    done(team.says(NIA, NAME.text(), "2.1.1", Answer.YES));
    return team;
  }

  /** Where a file is built, so that it cannot be until somebody removes it. */
  private static Path blocked(Path building) throws IOException {
    Files.createDirectory(building);
    return Files.createFile(building.resolve("in-the-way"));
  }

  private static void freed(Path inTheWay) throws IOException {
    Files.delete(inTheWay);
    Files.delete(Optional.ofNullable(inTheWay.getParent()).orElseThrow());
  }

  @Test
  void withoutRoomNothingIsRecordedReadsGoOnAndLaterItIsErased() throws IOException {
    MemoryDisk disk = new MemoryDisk(7);
    try (Team team = filled(new Team(folder, disk::open))) {
      Erasures erasures = new Erasures(team.inspections);
      long before = team.revision();
      disk.fates((number, operation) -> operation.equals("write") ? Fate.NO_SPACE : Fate.DONE);
      assertEquals(Problem.Kind.UNAVAILABLE, refused(erased(erasures, NAME)).kind());
      assertEquals(before, team.revision());
      assertEquals(Optional.of(Answer.YES), team.standing(NAME.text(), "2.1.1"));
      assertEquals(
          Problem.Kind.UNAVAILABLE, refused(team.says(NIA, "C1", "2.1.1", Answer.NO)).kind());

      disk.fates((number, operation) -> Fate.DONE);
      done(team.says(NIA, "C1", "2.1.1", Answer.NO));
      assertEquals("erased-1", done(erased(erasures, NAME)).erased());
      assertEquals(Optional.empty(), team.inspections.unwritable());
    }
  }

  @Test
  void aLedgerThatCannotBeWrittenIsWrittenWhenItIsAskedForAgain() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(new Team(data))) {
      team.inspections.ledger().keep();
      Erasures erasures = new Erasures(team.inspections);
      Path inTheWay = blocked(data.resolve("erasures.json.building"));
      long revision = team.revision() + 1;
      Problem problem = refused(erased(erasures, NAME));
      assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
      assertTrue(problem.detail().contains("same request again"), problem.detail());
      assertEquals(List.of(), Grep.files(data, NAME.text()), "no file holds it all the same");
      assertEquals(revision, team.revision());
      done(team.says(NIA, "C1", "2.1.1", Answer.NO));
      assertEquals(Problem.Kind.UNAVAILABLE, refused(erased(erasures, NAME)).kind());

      freed(inTheWay);
      ErasedJson.Erased told = done(erased(erasures, NAME));
      assertEquals("erased-1", told.erased());
      assertEquals(revision, told.revision());
      assertEquals(2, told.frames(), "made, and one answer");
      assertEquals(1, rows(data).size());
      assertEquals(Problem.Kind.NOT_FOUND, refused(erased(erasures, NAME)).kind(), "it is ended");
    }
  }

  @Test
  void noBackupBeginsWithoutItsLedger() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(new Team(data))) {
      team.inspections.ledger().keep();
      Erasures erasures = new Erasures(team.inspections);
      Backups backups =
          Backups.open(
              data,
              data.resolve("last-backup.json"),
              team.inspections,
              erasures,
              team.now::get,
              "test");
      Path inTheWay = blocked(data.resolve("erasures.json.building"));
      done(backups.begin(LEAD)).close();
      refused(erased(erasures, NAME));
      for (int i = 0; i < 3; i++) {
        assertEquals(Problem.Kind.UNAVAILABLE, refused(backups.begin(LEAD)).kind());
      }
      freed(inTheWay);
      Path file = folder.resolve("backup.zip");
      try (OutputStream out = Files.newOutputStream(file)) {
        done(backups.begin(LEAD)).into(out);
      }
      assertTrue(Grep.files(file, "erased-1").contains("!erasures.json"));
    }
  }

  private static List<ErasureLedger.Row> rows(Path data) throws IOException {
    return done(ErasureLedger.read(Files.readAllBytes(data.resolve("erasures.json")))).rows();
  }

  @Test
  void aFileAtRestThatCannotBeMadeAnewIsGoneAtLeast() throws IOException {
    Path data = folder.resolve("data");
    filled(new Team(data)).close();
    try (Team team = new Team(data)) {
      assertFalse(Grep.files(data.resolve("inspections"), NAME.text()).isEmpty());
      Erasures erasures = new Erasures(team.inspections);
      long revision = team.revision() + 1;
      Path inTheWay =
          blocked(data.resolve("inspections").resolve("i." + revision + ".mapdb.building"));
      assertEquals(Problem.Kind.UNAVAILABLE, refused(erased(erasures, NAME)).kind());
      assertEquals(List.of(), Grep.files(data, NAME.text()));
      Path crashed = Team.killed(data, folder.resolve("crashed"));
      freed(inTheWay);
      team.inspections.keeper().look();
      assertEquals(2, Team.atRest(data).size(), "nobody had to ask");
      assertEquals(revision, done(erased(erasures, NAME)).revision());
      freed(crashed.resolve("inspections/i." + revision + ".mapdb.building/in-the-way"));
      try (Team after = new Team(crashed)) {
        assertEquals(Team.text(team.snapshot()), Team.text(after.snapshot()));
        assertEquals(1, rows(crashed).size());
      }
    }
  }

  @Test
  void aCaseOfThatNameMadeSinceIsAnotherOne() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(new Team(data))) {
      team.inspections.ledger().keep();
      Erasures erasures = new Erasures(team.inspections);
      Path inTheWay = blocked(data.resolve("erasures.json.building"));
      refused(erased(erasures, NAME));
      freed(inTheWay);
      done(team.write(ID, LEAD, Team.caseOf(NAME.text())));
      assertEquals("erased-2", done(erased(erasures, NAME)).erased());
      assertEquals(2, rows(data).size());
    }
  }

  @Test
  void everythingErasedByHalvesIsEndedByTheSameRequest() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(new Team(data))) {
      team.inspections.ledger().keep();
      Erasures erasures = new Erasures(team.inspections);
      done(
          team.write(
              ID,
              LEAD,
              LifeDrafts.describe(
                  Map.of("retainUntil", Optional.of("2020-01-31")), Precondition.NONE)));
      Path inTheWay = blocked(data.resolve("erasures.json.building"));
      long revision = team.revision() + 1;
      assertEquals(Problem.Kind.UNAVAILABLE, refused(everything(erasures)).kind());
      freed(inTheWay);
      assertEquals(revision, done(everything(erasures)).revision());
      assertEquals(Problem.Kind.CONFLICT, refused(everything(erasures)).kind());
    }
  }

  private static Outcome<ErasedJson.Erased> everything(Erasures erasures) {
    return erasures.eraseEverything(ID, LEAD, "over", Precondition.NONE);
  }

  @Test
  void aDamagedJournalWithAnErasureThatIsEndedIsServedReadOnly() throws IOException {
    Path data = folder.resolve("data");
    try (Team team = filled(new Team(data))) {
      done(erased(new Erasures(team.inspections), NAME));
      for (int i = 0; i < 10; i++) {
        done(team.says(NIA, "C1", "2.1.1", Answer.values()[i % 2]));
      }
      Team.killed(data, folder.resolve("killed"));
    }
    Path killed = folder.resolve("killed");
    for (Path file : Team.atRest(killed)) {
      Files.delete(file);
    }
    Path segment = killed.resolve("journal/journal-000000000001.log");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1500] ^= 1;
    Files.write(segment, bytes);
    try (Team team = new Team(killed)) {
      assertTrue(team.inspections.unwritable().isPresent());
      assertTrue(team.snapshot().state().file(new Reference("erased-1")).isPresent());
    }
  }
}
