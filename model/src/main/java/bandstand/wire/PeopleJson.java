package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Limits;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** People and their roles as the API shows them; a token only to whoever made it, once. */
public final class PeopleJson {
  private PeopleJson() {}

  public static byte[] person(Person person) {
    return Json.bytes(node(person));
  }

  public static byte[] token(Person person, String token) {
    return Json.bytes(node(person).put("token", token));
  }

  public static byte[] people(List<Person> people) {
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    people.forEach(person -> items.add(node(person)));
    return Json.bytes(page.putNull("next"));
  }

  private static ObjectNode node(Person person) {
    return Json.object().put("name", person.name()).put("role", person.role().word());
  }

  /** That somebody's token is known no longer. */
  public static byte[] revoked(String name) {
    return Json.bytes(Json.object().put("revoked", name));
  }

  /** Read back from {@link #person}. */
  public static Outcome<Person> readPerson(byte[] json) {
    return Reply.read(json, (answer, faults) -> person(answer));
  }

  /** Read back from {@link #people}. */
  public static Outcome<List<Person>> readPeople(byte[] json) {
    return PageJson.read(json, (row, faults) -> person(row)).map(PageJson.Page::rows);
  }

  /** The token, read back from {@link #token}. */
  public static Outcome<String> readToken(byte[] json) {
    return Reply.read(
        json, (answer, faults) -> Optional.of(answer.needed("token", Limits.NAME_CHARACTERS)));
  }

  private static Optional<Person> person(Fields row) {
    String name = row.needed("name", Limits.NAME_CHARACTERS);
    return row.word("role", Role::ofWord, "viewer, inspector, lead")
        .flatMap(
            role ->
                Person.isName(name)
                    ? Optional.of(new Person(name, role))
                    : row.fault("name", "name", "It is no name"));
  }
}
