package bandstand.service;

import static bandstand.service.Team.done;
import static bandstand.service.Team.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
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

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("tokens");
    people = People.open(file);
  }

  @Test
  void aTokenIsItsHoldersAlsoAfterARestart() throws IOException {
    String ann = done(people.add(LEAD));
    String nia = done(people.add(INSPECTOR));
    for (People each : List.of(people, People.open(file))) {
      assertEquals(Optional.of(LEAD), each.holder(ann));
      assertEquals(Optional.of(INSPECTOR), each.holder(nia));
      assertEquals(Optional.empty(), each.holder(nia + "x"));
      assertEquals(Optional.empty(), each.holder(""));
      assertEquals(List.of(LEAD, INSPECTOR), each.all());
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
    String token = done(people.add(LEAD));
    assertFalse(Files.readString(file).contains(token));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aNameHasOneToken() throws IOException {
    done(people.add(INSPECTOR));
    Problem problem = refused(people.add(new Person("nia", Role.LEAD)));
    assertEquals(Problem.Kind.CONFLICT, problem.kind());
    assertEquals(List.of(INSPECTOR), people.all());
  }

  @Test
  void aRevokedTokenOpensNothing() throws IOException {
    done(people.add(LEAD));
    String token = done(people.add(INSPECTOR));
    done(people.revoke("nia"));
    assertEquals(Optional.empty(), people.holder(token));
    assertEquals(Optional.empty(), People.open(file).holder(token));
    assertEquals(Problem.Kind.NOT_FOUND, refused(people.revoke("nia")).kind());
  }

  @Test
  void theLastLeadIsKept() throws IOException {
    done(people.add(LEAD));
    done(people.add(INSPECTOR));
    assertEquals(Problem.Kind.CONFLICT, refused(people.revoke("ann")).kind());
    assertTrue(people.hasLead());
    done(people.add(new Person("tom", Role.LEAD)));
    done(people.revoke("ann"));
    assertTrue(people.hasLead());
  }

  @Test
  void thereIsALimitToThem() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("p%d\tviewer\t%064x\n".formatted(i, i));
    }
    Files.writeString(file, lines);
    assertEquals(Problem.Kind.CONFLICT, refused(People.open(file).add(INSPECTOR)).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "nia\tlead", "nia\tboss\t00", "nia\tlead\tnohash", "ni a\tlead\t00"})
  void aFileOfSomethingElseIsNotTaken(String line) throws IOException {
    Files.writeString(file, line + "\n");
    assertTrue(
        assertThrows(IOException.class, () -> People.open(file)).getMessage().contains("tokens"));
  }

  @Test
  void whatCannotBeWrittenIsNotBelieved() throws IOException {
    done(people.add(LEAD));
    Path gone = folder.resolve("gone");
    People elsewhere = People.open(gone.resolve("tokens"));
    assertThrows(IOException.class, () -> elsewhere.add(INSPECTOR));
    assertEquals(List.of(), elsewhere.all());
  }
}
