package bandstand.service;

import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.store.BackupFile;
import bandstand.wire.BackupJson;
import bandstand.wire.BackupManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups made while changes go on, and what is remembered of them. */
class BackupsTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final List<String> QUESTIONS = List.of("2.1.1", "2.1.2", "2.2.1", "2.3.3");

  @TempDir Path folder;

  private Path data;
  private Team team;

  @BeforeEach
  void open() throws IOException {
    data = folder.resolve("data");
    team = new Team(data);
  }

  @AfterEach
  void close() throws IOException {
    team.close();
  }

  private Backups backups() throws IOException {
    return Backups.open(
        data,
        data.resolve("last-backup.json"),
        team.inspections,
        new Erasures(team.inspections),
        team.now::get,
        "1.0.0");
  }

  private static InspectionId id(int number) {
    return new InspectionId("i" + number);
  }

  /** Inspections and changes of them by chance, each state remembered. */
  private final class Walk {
    private final SplittableRandom random;
    private final Map<InspectionId, Map<Long, String>> states = new HashMap<>();
    private int inspections;

    Walk(long seed) {
      this.random = new SplittableRandom(seed);
    }

    void step() {
      if (inspections == 0 || random.nextInt(12) == 0) {
        team.with(id(inspections), 3);
        note(id(inspections));
        inspections++;
        return;
      }
      InspectionId id = id(random.nextInt(inspections));
      String reference = "C" + (1 + random.nextInt(3));
      String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
      Answer answer = Answer.values()[random.nextInt(3)];
      done(team.write(id, NIA, Team.answer(reference, question, answer)));
      note(id);
    }

    private void note(InspectionId id) {
      Snapshot snapshot = done(team.inspections.find(id));
      states
          .computeIfAbsent(id, one -> new HashMap<>())
          .put(snapshot.state().revision(), Team.text(snapshot));
    }
  }

  /** Passes on to a file, and before every few bytes lets something happen. */
  private static final class Busy extends OutputStream {
    private final OutputStream to;
    private final Runnable meanwhile;

    Busy(OutputStream to, Runnable meanwhile) {
      this.to = to;
      this.meanwhile = meanwhile;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      meanwhile.run();
      to.write(bytes, offset, count);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsRestoredIsTheStateAtItsSequenceWhateverHappenedMeanwhile(long seed)
      throws IOException {
    Walk walk = new Walk(seed);
    for (int i = 0; i < 60; i++) {
      walk.step();
    }
    Path file = folder.resolve("backup.zip");
    Map<InspectionId, Long> revisions = Map.copyOf(team.inspections.register().revisions());
    long sequence = team.inspections.excerpt().sequence();
    Backups.Making making = done(backups().begin(LEAD));
    try (OutputStream out = Files.newOutputStream(file)) {
      making.into(new Busy(out, walk::step));
    }
    assertTrue(team.inspections.excerpt().sequence() > sequence, "changes went on");

    Path back = Files.createDirectory(folder.resolve("back"));
    try (BackupFile backup = done(BackupFile.open(file))) {
      assertEquals(sequence, done(backup.verify()).claim().sequence());
      assertEquals(sequence, making.sequence());
      backup.unpack(back);
      try (Team restored = new Team(back)) {
        assertEquals(revisions, restored.inspections.register().revisions(), "seed " + seed);
        for (BackupManifest.Chain chain : backup.manifest().inspections()) {
          Snapshot snapshot = done(restored.inspections.find(chain.id()));
          assertEquals(revisions.get(chain.id()), chain.revision());
          assertEquals(
              walk.states.get(chain.id()).get(chain.revision()), Team.text(snapshot), "" + seed);
          assertEquals(
              chain.head(), restored.inspections.history().link(snapshot, chain.revision()));
          Snapshot before = done(team.inspections.find(chain.id()));
          assertEquals(chain.head(), team.inspections.history().link(before, chain.revision()));
        }
      }
    }
  }

  @Test
  void anEmptyFolderCanBeBackedUp() throws IOException {
    Path file = folder.resolve("backup.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      done(backups().begin(LEAD)).into(out);
    }
    try (BackupFile backup = done(BackupFile.open(file))) {
      assertEquals(0, done(backup.verify()).claim().sequence());
    }
  }

  @Test
  void aThirdAtOnceIsRefusedUntilOneIsDone() throws IOException {
    Backups backups = backups();
    Backups.Making first = done(backups.begin(LEAD));
    done(backups.begin(LEAD));
    assertEquals(Problem.Kind.CONFLICT, refused(backups.begin(LEAD)).kind());
    first.into(OutputStream.nullOutputStream());
    done(backups.begin(LEAD));
  }

  @Test
  void oneThatBreaksOffGivesItsPlaceBack() throws IOException {
    Backups backups = backups();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("the reader left");
          }
        };
    for (int i = 0; i < 5; i++) {
      Backups.Making making = done(backups.begin(LEAD));
      assertThrows(IOException.class, () -> making.into(broken));
    }
  }

  @Test
  void whatWasVerifiedLastOutlivesARestart() throws IOException {
    team.with(id(1), 2);
    assertEquals(Optional.empty(), backups().last());
    BackupJson.Claim claim = new BackupJson.Claim(3, DIGEST);
    done(backups().verified(claim, LEAD));
    Instant told = team.now.get();
    team.now.set(told.plus(Duration.ofHours(3)));
    assertEquals(
        new BackupJson.Status(
            3, Optional.of(new BackupJson.Proof(claim, told, "lead")), Duration.ofHours(3)),
        backups().status());
    team.now.set(told.minus(Duration.ofDays(1)));
    assertEquals(Duration.ZERO, backups().status().age(), "a clock that was set back");
  }

  @Test
  void anEarlierBackupTakesNothingFromALaterOne() throws IOException {
    team.with(id(1), 2);
    Backups backups = backups();
    done(backups.verified(new BackupJson.Claim(3, DIGEST), LEAD));
    BackupJson.Status status = done(backups.verified(new BackupJson.Claim(2, DIGEST), LEAD));
    assertEquals(3, status.last().orElseThrow().claim().sequence());
  }

  @Test
  void aBackupOfChangesThatAreNotHereIsOfOtherData() throws IOException {
    team.with(id(1), 2);
    Problem problem = refused(backups().verified(new BackupJson.Claim(4, DIGEST), LEAD));
    assertEquals("/sequence", problem.faults().getFirst().pointer());
    assertEquals(Optional.empty(), backups().last());
  }

  @Test
  void anUnreadableNoteIsNone() throws IOException {
    Files.writeString(data.resolve("last-backup.json"), "{");
    assertEquals(Optional.empty(), backups().last());
  }
}
