package bandstand.service;

import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Holder;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
  private static final Person LEAD = new Person("ann", Role.LEAD);
  private static final Person INSPECTOR = new Person("nia", Role.INSPECTOR);

  @TempDir Path folder;
  private Path file;
  private People people;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T23:30:00Z"));

  private People opened(Path tokens) throws IOException {
    return People.open(tokens, now::get);
  }

  private static List<Person> persons(People people) {
    return people.all().stream().map(Holder::person).toList();
  }

  private Holder only(String name) {
    return people.all().stream()
        .filter(one -> one.person().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("tokens");
    people = opened(file);
  }

  @Test
  void aTokenIsItsHoldersAlsoAfterARestart() throws IOException {
    String ann = done(people.add(LEAD, "ann"));
    String nia = done(people.add(INSPECTOR, "ann"));
    for (People each : List.of(people, opened(file))) {
      assertEquals(Optional.of(LEAD), each.holder(ann));
      assertEquals(Optional.of(INSPECTOR), each.holder(nia));
      assertEquals(Optional.empty(), each.holder(nia + "x"));
      assertEquals(Optional.empty(), each.holder(""));
      assertEquals(List.of(LEAD, INSPECTOR), persons(each));
    }
  }

  @Test
  void tokensAreLongAndNoneIsLikeAnother() {
    String one = People.newToken();
    assertTrue(one.matches("[A-Za-z0-9_-]{43}"), "256 bits");
    assertFalse(one.equals(People.newToken()));
  }

  @Test
  void theFileHoldsNoTokenAndIsItsOwnersAlone() throws IOException {
    String token = done(people.add(LEAD, "ann"));
    assertFalse(Files.readString(file).contains(token));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aNameHasOneToken() throws IOException {
    done(people.add(INSPECTOR, "ann"));
    Problem problem = refused(people.add(new Person("nia", Role.LEAD), "ann"));
    assertEquals(Problem.Kind.CONFLICT, problem.kind());
    assertEquals(List.of(INSPECTOR), persons(people));
  }

  @Test
  void aRevokedTokenOpensNothing() throws IOException {
    done(people.add(LEAD, "ann"));
    String token = done(people.add(INSPECTOR, "ann"));
    done(people.revoke("nia", "ann"));
    assertEquals(Optional.empty(), people.holder(token));
    assertEquals(Optional.empty(), opened(file).holder(token));
    assertEquals(Problem.Kind.NOT_FOUND, refused(people.revoke("nia", "ann")).kind());
  }

  @Test
  void theLastLeadIsKept() throws IOException {
    done(people.add(LEAD, "ann"));
    done(people.add(INSPECTOR, "ann"));
    assertEquals(Problem.Kind.CONFLICT, refused(people.revoke("ann", "ann")).kind());
    assertTrue(people.hasLead());
    done(people.add(new Person("tom", Role.LEAD), "ann"));
    done(people.revoke("ann", "ann"));
    assertTrue(people.hasLead());
  }

  @Test
  void thereIsALimitToThem() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("p%d\tviewer\t%064x\n".formatted(i, i));
    }
    Files.writeString(file, lines);
    assertEquals(Problem.Kind.CONFLICT, refused(opened(file).add(INSPECTOR, "ann")).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "nia\tlead",
        "nia\tboss\t00",
        "nia\tlead\tnohash",
        "ni a\tlead\t00",
        "nia\tlead\t00\tx"
      })
  void aFileOfSomethingElseIsNotTaken(String line) throws IOException {
    Files.writeString(file, line + "\n");
    assertTrue(assertThrows(IOException.class, () -> opened(file)).getMessage().contains("tokens"));
  }

  @Test
  void whatCannotBeWrittenIsNotBelieved() throws IOException {
    done(people.add(LEAD, "ann"));
    Path gone = folder.resolve("gone");
    People elsewhere = opened(gone.resolve("tokens"));
    assertThrows(IOException.class, () -> elsewhere.add(INSPECTOR, "ann"));
    assertEquals(List.of(), elsewhere.all());
  }

  @Test
  void whoeverHasOneIsListedWithWhenItWasMadeAndByWhom() throws IOException {
    done(people.add(LEAD, "root"));
    now.set(Instant.parse("2026-11-23T08:00:00Z"));
    done(people.add(INSPECTOR, "ann"));
    for (People each : List.of(people, opened(file))) {
      assertEquals(
          List.of(
              new Holder(
                  LEAD,
                  Optional.of(new Holder.Made(Instant.parse("2026-11-22T23:30:00Z"), "root")),
                  Optional.empty()),
              new Holder(
                  INSPECTOR,
                  Optional.of(new Holder.Made(Instant.parse("2026-11-23T08:00:00Z"), "ann")),
                  Optional.empty())),
          each.all());
    }
  }

  @Test
  void theDayOfTheLastUseIsWrittenWithTheNextChangeAndNotWithARequest() throws IOException {
    String ann = done(people.add(LEAD, "root"));
    byte[] before = Files.readAllBytes(file);
    people.holder(ann);
    people.holder("bad");
    assertEquals(Optional.of(LocalDate.parse("2026-11-22")), only("ann").lastUsed());
    assertArrayEquals(before, Files.readAllBytes(file));
    people.keep();
    now.set(Instant.parse("2026-11-24T00:00:01Z"));
    people = opened(file);
    assertEquals(Optional.of(LocalDate.parse("2026-11-22")), only("ann").lastUsed());
    people.holder(ann);
    done(people.add(INSPECTOR, "ann"));
    people = opened(file);
    assertEquals(Optional.of(LocalDate.parse("2026-11-24")), only("ann").lastUsed());
    assertEquals(Optional.empty(), only("nia").lastUsed());
  }

  @Test
  void aFileOfBeforeKnowsNamesAndRolesAlone() throws IOException {
    Files.writeString(file, "ann\tlead\t%064x\n".formatted(1));
    people = opened(file);
    assertEquals(List.of(new Holder(LEAD, Optional.empty(), Optional.empty())), people.all());
    done(people.add(INSPECTOR, "ann"));
    assertEquals(List.of(LEAD, INSPECTOR), persons(opened(file)));
  }

  @Test
  void aRotatedTokenIsAnotherAndTheOldOneOpensNothing() throws IOException {
    String ann = done(people.add(LEAD, "root"));
    people.holder(ann);
    String next = People.newToken();
    assertEquals(LEAD, done(people.rotate("ann", next, "tom")));
    for (People each : List.of(people, opened(file))) {
      assertEquals(Optional.empty(), each.holder(ann));
      assertEquals("tom", only("ann").made().orElseThrow().by());
      assertEquals(Optional.of(LEAD), each.holder(next));
    }
    assertEquals(
        Problem.Kind.NOT_FOUND, refused(people.rotate("bob", People.newToken(), "ann")).kind());
  }

  @Test
  void twoPeopleNeverHaveOneToken() throws IOException {
    String ann = done(people.add(LEAD, "ann"));
    done(people.add(INSPECTOR, "ann"));
    assertEquals(Problem.Kind.CONFLICT, refused(people.rotate("nia", ann, "nia")).kind());
    assertEquals(Problem.Kind.CONFLICT, refused(people.rotate("ann", ann, "ann")).kind());
    assertEquals(
        Problem.Kind.CONFLICT,
        refused(people.register(new Person("tom", Role.VIEWER), ann, "ann")).kind());
    assertEquals(Optional.of(LEAD), people.holder(ann));
  }

  @Test
  void anotherRoleLeavesTheTokenAndOneLead() throws IOException {
    done(people.add(LEAD, "ann"));
    String nia = done(people.add(INSPECTOR, "ann"));
    Person lead = new Person("nia", Role.LEAD);
    assertEquals(lead, done(people.promote(lead, "ann")));
    assertEquals(Optional.of(lead), opened(file).holder(nia));
    done(people.promote(new Person("ann", Role.VIEWER), "nia"));
    assertEquals(Problem.Kind.CONFLICT, refused(people.promote(INSPECTOR, "nia")).kind());
    assertEquals(
        Problem.Kind.NOT_FOUND,
        refused(people.promote(new Person("bob", Role.LEAD), "nia")).kind());
  }

  @Test
  void mendingMakesWhoeverHasTheTokenLead() throws IOException {
    done(people.add(LEAD, "ann"));
    String nia = done(people.add(INSPECTOR, "ann"));
    assertEquals(new Person("nia", Role.LEAD), people.mend("root", nia));
    assertEquals(Optional.of(new Person("nia", Role.LEAD)), opened(file).holder(nia));
  }

  @Test
  void mendingPutsTheTokenInThePlaceOfThatPersonsOrAddsIt() throws IOException {
    String ann = done(people.add(LEAD, "ann"));
    String next = People.newToken();
    assertEquals(LEAD, people.mend("ann", next));
    assertEquals(Optional.empty(), people.holder(ann));
    assertEquals(Optional.of(LEAD), people.holder(next));
    String root = People.newToken();
    people.mend("root", root);
    assertEquals(List.of(LEAD, new Person("root", Role.LEAD)), persons(opened(file)));
  }
}
