package bandstand.service;

import static bandstand.service.Team.ID;
import static bandstand.service.Team.LEAD;
import static bandstand.service.Team.NIA;
import static bandstand.service.Team.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.Grep;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Reference;
import bandstand.journal.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An erasure that a crash interrupts is ended by the next start, wherever it was. */
class ErasureCrashTest {
  private static final String NAME = "Qzx17";
  private static final String SEGMENT = "journal/journal-000000000001.log";

  @TempDir Path folder;

  private Path data;

  /** A case at rest, with changes on top of that, before and after its erasure. */
  record Erased(Path before, Path after, String ratings) {}

  private Erased erased() throws IOException {
    data = folder.resolve("data");
    try (Team team = new Team(data).with(ID, 3)) {
      done(team.write(ID, LEAD, Team.caseOf(NAME)));
      done(team.says(NIA, NAME, "2.1.1", Answer.YES));
      done(team.says(NIA, "C2", "2.1.1", Answer.NO));
    }
    try (Team team = new Team(data)) {
      done(team.says(NIA, NAME, "2.1.2", Answer.NO));
      done(team.says(NIA, "C1", "2.1.2", Answer.YES));
      Path before = Team.killed(data, folder.resolve("before"));
      assertFalse(Grep.files(before, NAME).isEmpty());
      String ratings = team.snapshot().ratings().overall().toString();
      var told =
          done(
              new Erasures(team.inspections)
                  .erase(ID, LEAD, new Reference(NAME), "asked for", Precondition.NONE));
      assertEquals(3, told.frames(), "made, and two answers");
      assertEquals(ratings, team.snapshot().ratings().overall().toString());
      assertEquals(List.of(), Grep.files(data, NAME));
      return new Erased(before, Team.killed(data, folder.resolve("after")), ratings);
    }
  }

  /** How far it came before the crash. */
  enum Came {
    RECORDED {
      @Override
      void to(Path crashed, Erased erased) throws IOException {
        byte[] old = Files.readAllBytes(erased.before().resolve(SEGMENT));
        byte[] longer = Files.readAllBytes(erased.after().resolve(SEGMENT));
        System.arraycopy(old, 0, longer, 0, old.length);
        Files.write(crashed.resolve(SEGMENT), longer);
      }
    },
    OVERWRITTEN {
      @Override
      void to(Path crashed, Erased erased) throws IOException {
        Files.copy(
            erased.after().resolve(SEGMENT),
            crashed.resolve(SEGMENT),
            StandardCopyOption.REPLACE_EXISTING);
      }
    },
    NEW_FILE_WITHOUT_ITS_CATALOGUE {
      @Override
      void to(Path crashed, Erased erased) throws IOException {
        OVERWRITTEN.to(crashed, erased);
        try (Stream<Path> files = Files.list(erased.after().resolve("inspections"))) {
          for (Path file : files.toList()) {
            String name = file.getFileName().toString();
            if (!name.startsWith("catalogue")) {
              Files.copy(file, crashed.resolve("inspections").resolve(name));
            }
          }
        }
      }
    },
    /** Only then is the file that the catalogue names no more removed. */
    NEW_CATALOGUE_BESIDE_THE_OLD_FILE {
      @Override
      void to(Path crashed, Erased erased) throws IOException {
        NEW_FILE_WITHOUT_ITS_CATALOGUE.to(crashed, erased);
        try (Stream<Path> files = Files.list(erased.after().resolve("inspections"))) {
          for (Path file : files.toList()) {
            Path to = crashed.resolve("inspections").resolve(file.getFileName());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
          }
        }
        Files.copy(
            erased.after().resolve("erasures.json"),
            crashed.resolve("erasures.json"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    };

    abstract void to(Path crashed, Erased erased) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void theNextStartEndsIt(Came came) throws IOException {
    Erased erased = erased();
    Path crashed = Team.killed(erased.before(), folder.resolve("crashed"));
    came.to(crashed, erased);
    assertFalse(Grep.files(crashed, NAME).isEmpty(), "something of it stands");
    try (Team team = new Team(crashed)) {
      assertEquals(List.of(), Grep.files(crashed, NAME), "before anybody reads anything");
      sound(team, erased);
      assertEquals(
          Files.readString(erased.after().resolve("erasures.json")),
          Files.readString(crashed.resolve("erasures.json")),
          "the ledger has it");
    }
    try (Team team = new Team(crashed)) {
      sound(team, erased);
      assertEquals(List.of(), team.replayed, "and it is at rest");
    }
    assertEquals(List.of(), Grep.files(crashed, NAME));
  }

  @Test
  void aLedgerThatIsLostIsMadeAgain() throws IOException {
    Path after = erased().after();
    String ledger = Files.readString(after.resolve("erasures.json"));
    Files.delete(after.resolve("erasures.json"));
    try (Team team = new Team(after)) {
      assertEquals(List.of(), team.replayed, "the start itself reads nothing for it");
      team.inspections.ledger().keep();
      assertEquals(ledger, Files.readString(after.resolve("erasures.json")));
    }
  }

  @Test
  void aDiskThatTakesNoLedgerAtTheStartIsServed() throws IOException {
    Erased erased = erased();
    Path crashed = Team.killed(erased.before(), folder.resolve("crashed"));
    Came.OVERWRITTEN.to(crashed, erased);
    Path building = crashed.resolve("erasures.json.building");
    Files.createDirectory(building);
    Files.createFile(building.resolve("in-the-way"));
    try (Team team = new Team(crashed)) {
      assertEquals(List.of(), Grep.files(crashed, NAME));
      sound(team, erased);
      Files.delete(building.resolve("in-the-way"));
      Files.delete(building);
      team.inspections.keeper().look();
      assertEquals(1, team.inspections.ledger().all().rows().size());
    }
    try (Team team = new Team(crashed)) {
      assertEquals(List.of(), team.replayed, "all is at rest");
      assertEquals(1, team.inspections.ledger().all().rows().size());
    }
  }

  private static void sound(Team team, Erased erased) {
    assertEquals(erased.ratings(), team.snapshot().ratings().overall().toString());
    assertTrue(team.snapshot().state().file(new Reference(NAME)).isEmpty());
    assertTrue(team.snapshot().state().file(new Reference("erased-1")).isPresent());
    assertInstanceOf(Verification.Sound.class, team.inspections.history().verify(team.snapshot()));
  }

  @Test
  void memoryAfterAnErasureIsWhatTheNextStartFinds() throws IOException {
    data = folder.resolve("data");
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Path own = folder.resolve("random" + seed);
      String ratings;
      String memory;
      try (Team team = new Team(own).with(ID, 4)) {
        for (int i = 0; i < 40; i++) {
          write(team, random);
        }
        ratings = team.snapshot().ratings().toString();
        String name = "C" + (1 + random.nextInt(4));
        done(
            new Erasures(team.inspections)
                .erase(ID, LEAD, new Reference(name), "asked for", Precondition.NONE));
        assertEquals(ratings, team.snapshot().ratings().toString(), "seed " + seed);
        memory = Team.text(team.snapshot());
      }
      try (Stream<Path> files = Files.list(own.resolve("inspections"))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      try (Team team = new Team(own)) {
        assertEquals(memory, Team.text(team.snapshot()), "seed " + seed);
        assertEquals(ratings, team.snapshot().ratings().toString(), "seed " + seed);
      }
    }
  }

  /** Something by chance; what is refused changes nothing. */
  private static void write(Team team, Random random) {
    String name = "C" + (1 + random.nextInt(4));
    String code = "2." + (1 + random.nextInt(3)) + "." + (1 + random.nextInt(2));
    switch (random.nextInt(6)) {
      case 0 -> team.undoes(NIA);
      case 1 -> team.redoes(NIA);
      case 2 ->
          team.write(ID, LEAD, CaseDrafts.remove(new Reference(name), "reason", Precondition.NONE));
      case 3 -> team.write(ID, LEAD, Team.caseOf(name));
      default -> team.says(NIA, name, code, Answer.values()[random.nextInt(3)]);
    }
  }

  @Test
  void aKindOfChangeSaysWhichRevisionsAreErased() throws IOException {
    erased();
    try (Team team = new Team(data)) {
      assertEquals(
          List.of(
              Change.Kind.CREATE,
              Change.Kind.CASE,
              Change.Kind.CASE,
              Change.Kind.CASE,
              Change.Kind.ERASED,
              Change.Kind.ERASED,
              Change.Kind.ANSWER,
              Change.Kind.ERASED,
              Change.Kind.ANSWER,
              Change.Kind.ERASE),
          team.snapshot().history().stream().map(line -> line.kind()).toList());
    }
  }
}
