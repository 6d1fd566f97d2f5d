package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers of the daemon about itself read back as they were written. */
class DaemonRepliesTest {

  @Test
  void aRunningDaemonReadsBack() {
    assertEquals(
        Outcome.done(new HealthJson.Running(4711, "http://127.0.0.1:7117", "/home/pb/d", "1.0.0")),
        HealthJson.readRunning(
            HealthJson.running(4711, 7117, "/home/pb/d", "/run/b.sock", "1.0.0")));
  }

  @Test
  void theVersionReadsBack() {
    assertEquals(Outcome.done("1.0.0"), HealthJson.readVersion(HealthJson.version("1.0.0")));
  }

  @Test
  void anotherProgramsVersionIsRefused() {
    assertInstanceOf(
        Outcome.Refused.class,
        HealthJson.readVersion("{\"name\":\"nginx\",\"version\":\"1\"}".getBytes(UTF_8)));
  }

  @Test
  void aPersonReadsBack() {
    var lead = new Person("Siân", Role.LEAD);
    assertEquals(Outcome.done(lead), PeopleJson.readPerson(PeopleJson.person(lead)));
  }

  @Test
  void whatIsNoPersonIsRefused() {
    for (String json :
        List.of(
            "{}", "{\"name\":\"PB\",\"role\":\"boss\"}", "{\"name\":\" \",\"role\":\"lead\"}")) {
      assertInstanceOf(Outcome.Refused.class, PeopleJson.readPerson(json.getBytes(UTF_8)), json);
    }
  }

  @Test
  void aPageReadsBackRowByRow() {
    var people =
        List.of(
            new Person("A", Role.LEAD), new Person("B", Role.VIEWER), new Person("C", Role.LEAD));
    var json = PageJson.page(people, 2, PeopleJson::person, Person::name);
    Outcome<PageJson.Page<String>> page =
        PageJson.read(json, (row, faults) -> Optional.of(row.needed("name", 10)));
    assertEquals(Outcome.done(new PageJson.Page<>(List.of("A", "B"), Optional.of("B"))), page);
  }

  @Test
  void theLastPageHasNoNext() {
    var json = PageJson.page(List.of(), 2, PeopleJson::person, Person::name);
    assertEquals(
        Outcome.done(new PageJson.Page<>(List.of(), Optional.empty())),
        PageJson.read(json, (row, faults) -> Optional.of("")));
  }
}
