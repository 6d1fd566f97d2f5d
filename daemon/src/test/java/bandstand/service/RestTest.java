package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.journal.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is at rest is a convenience: the journal makes it again whenever there is doubt. */
class RestTest {
  private static final InspectionId OTHER = new InspectionId("other");

  @TempDir Path data;
  @TempDir Path copies;

  static List<Path> inspectionFiles(Path data) throws IOException {
    return files(data).stream()
        .filter(file -> !file.getFileName().toString().startsWith("catalogue"))
        .toList();
  }

  private static List<Path> files(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("inspections"))) {
      return files.sorted().toList();
    }
  }

  private static Path catalogue(Path data) throws IOException {
    List<Path> all = new ArrayList<>(files(data));
    all.removeAll(inspectionFiles(data));
    assertEquals(1, all.size(), "one catalogue, the others are gone");
    return all.getFirst();
  }

  /** Two inspections at rest; gives the text of both. */
  private List<String> atRest() throws IOException {
    try (Team team = new Team(data).with(ID, 3).with(OTHER, 2)) {
      done(team.says(NIA, "C1", "2.1.1", Answer.YES));
      done(team.says(NIA, "C2", "2.1.1", Answer.NO));
      done(team.says(NIA, "C2", "2.1.1", Answer.YES));
      return both(team);
    }
  }

  private static List<String> both(Team team) {
    return List.of(Team.text(team.snapshot()), Team.text(done(team.inspections.find(OTHER))));
  }

  @Test
  void afterACleanEndNothingIsReplayedAndEverythingIsThere() throws IOException {
    List<String> before = atRest();
    try (Team team = new Team(data)) {
      assertEquals(List.of(), team.replayed);
      assertEquals(before, both(team));
      assertEquals(List.of(), team.doubted);
    }
  }

  @Test
  void afterAKillOnlyWhatNoFileHoldsIsReplayed() throws IOException {
    atRest();
    try (Team team = new Team(data)) {
      done(team.says(NIA, "C3", "2.1.1", Answer.NO));
      done(team.says(NIA, "C3", "2.1.2", Answer.NO));
      try (Team after = new Team(Team.killed(data, copies.resolve("a")))) {
        assertEquals(
            List.of(8L, 9L), after.replayed.stream().map(kept -> kept.revision()).toList());
        assertEquals(both(team), both(after));
      }
    }
  }

  @Test
  void writesGoOnFromWhatWasAtRest() throws IOException {
    atRest();
    try (Team team = new Team(data)) {
      assertEquals(8, done(team.says(NIA, "C3", "2.1.1", Answer.NO)).after().state().revision());
    }
    try (Team team = new Team(data)) {
      assertEquals(8, team.revision());
      assertEquals(List.of(), team.replayed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDoubtfulInspectionIsMadeAgainWhenItIsAskedForAndPutAtRestAgain(Harm harm)
      throws IOException {
    List<String> before = atRest();
    Path harmed = inspectionFiles(data).getFirst();
    harm.to(harmed);
    try (Team team = new Team(data)) {
      assertEquals(List.of(), team.doubted, "it was not read yet");
      assertEquals(before, both(team));
      assertEquals(List.of(harmed.getFileName().toString()), team.doubted);
      team.inspections.keeper().look();
      assertEquals(8, done(team.says(NIA, "C3", "2.1.1", Answer.NO)).after().state().revision());
    }
    try (Team team = new Team(data)) {
      assertEquals(8, team.revision());
      assertEquals(before.getLast(), both(team).getLast());
      assertEquals(List.of(), team.doubted);
      assertEquals(List.of(), team.replayed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDoubtfulCatalogueIsMadeAgainFromTheWholeJournal(Harm harm) throws IOException {
    List<String> before = atRest();
    harm.to(catalogue(data));
    try (Team team = new Team(data)) {
      assertEquals(10, team.replayed.size());
      assertEquals(before, both(team));
      assertEquals(harm != Harm.GONE, !team.doubted.isEmpty());
    }
    try (Team team = new Team(data)) {
      assertEquals(List.of(), team.replayed);
      assertEquals(before, both(team));
    }
  }

  @Test
  void aDoubtfulFileWithChangesOnTopOfItIsMadeAgainAtTheStart() throws IOException {
    atRest();
    try (Team team = new Team(data)) {
      done(team.says(NIA, "C3", "2.1.1", Answer.NO));
      Path copy = Team.killed(data, copies.resolve("a"));
      Harm.ONE_BIT.to(inspectionFiles(copy).getFirst());
      try (Team after = new Team(copy)) {
        assertEquals(both(team), both(after));
        assertFalse(after.doubted.isEmpty());
      }
    }
  }

  @Test
  void everythingAtRestGoneIsNoLoss() throws IOException {
    List<String> before = atRest();
    for (Path file : files(data)) {
      Files.delete(file);
    }
    try (Team team = new Team(data)) {
      assertEquals(before, both(team));
    }
  }

  @Test
  void whatWasBeingBuiltWhenTheProcessWasKilledIsPassedOver() throws IOException {
    List<String> before = atRest();
    Path unfinished = data.resolve("inspections").resolve("i.9.mapdb.building");
    Files.write(unfinished, new byte[5000]);
    try (Team team = new Team(data)) {
      assertEquals(before, both(team));
      done(team.says(NIA, "C3", "2.1.1", Answer.NO));
    }
    assertFalse(Files.exists(unfinished), "and removed");
    assertEquals(2, inspectionFiles(data).size());
  }

  @Test
  void theKeeperFilesWhatIsQuietAndLeavesWhatIsBusy() throws IOException {
    try (Team team = new Team(data).with(ID, 1)) {
      team.inspections.keeper().look();
      assertEquals(List.of(), files(data), "nothing is quiet yet");
      team.now.set(team.now.get().plus(Keeper.QUIET));
      team.with(OTHER, 1);
      team.inspections.keeper().look();
      assertEquals(
          List.of("i"),
          inspectionFiles(data).stream()
              .map(file -> file.getFileName().toString().split("\\.", 2)[0])
              .toList());
      try (Team after = new Team(Team.killed(data, copies.resolve("a")))) {
        assertEquals(both(team), both(after));
        assertTrue(after.replayed.stream().allMatch(kept -> kept.stream().equals("other")));
      }
    }
  }

  @Test
  void theKeeperFilesWhatChangedMuchEvenWhileItIsBusy() throws IOException {
    MemoryDisk disk = new MemoryDisk(1);
    try (Team team = new Team(data, disk::open).with(ID, 1)) {
      for (int i = 2; i < Keeper.TAIL - 1; i++) {
        done(team.says(NIA, "C1", "2.1.1", Answer.values()[i % 2]));
      }
      team.inspections.keeper().look();
      assertEquals(List.of(), files(data));
      answersSeenByTheKeeper(team, 2);
      team.inspections.keeper().look();
      assertEquals(1, inspectionFiles(data).size());
    }
  }

  @Test
  void aFewChangesFarBackAreFiledSoThatAStartReadsLittle() throws IOException {
    MemoryDisk disk = new MemoryDisk(1);
    try (Team team = new Team(data, disk::open).with(OTHER, 1).with(ID, 1)) {
      for (int i = 4; i < Keeper.TAIL - 2; i++) {
        done(team.says(NIA, "C1", "2.1.1", Answer.values()[i % 2]));
      }
      team.inspections.keeper().look();
      assertEquals(List.of(), files(data));
      answersSeenByTheKeeper(team, 3);
      team.inspections.keeper().look();
      assertEquals(
          List.of("other"),
          inspectionFiles(data).stream()
              .map(file -> file.getFileName().toString().split("\\.", 2)[0])
              .toList());
    }
  }

  /** The last is answered a moment before it counts. */
  private static void answersSeenByTheKeeper(Team team, int answers) {
    for (int i = 0; i < answers; i++) {
      done(team.says(NIA, "C1", "2.1.2", Answer.values()[i % 2]));
    }
  }

  @Test
  void anInspectionFiledWhileItChangesLosesNothing() throws Exception {
    try (Team team = new Team(data).with(ID, 1)) {
      Thread writing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 400; i++) {
                      done(team.says(NIA, "C1", "2.1.1", Answer.values()[i % 2]));
                    }
                  });
      for (int copy = 0; writing.isAlive(); copy++) {
        team.now.set(team.now.get().plus(Keeper.QUIET));
        team.inspections.keeper().look();
        if (copy < 5) {
          long acknowledged = team.revision();
          try (Team after = new Team(Team.killed(data, copies.resolve("c" + copy)))) {
            assertTrue(after.revision() >= acknowledged);
          }
        }
      }
      assertEquals(402, team.revision());
      try (Team after = new Team(Team.killed(data, copies.resolve("last")))) {
        assertEquals(Team.text(team.snapshot()), Team.text(after.snapshot()));
      }
    }
  }
}
