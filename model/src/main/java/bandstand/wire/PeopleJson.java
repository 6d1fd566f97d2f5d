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

  /** Read back from {@link #person}. */
  public static Outcome<Person> readPerson(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          String name = answer.needed("name", Limits.NAME_CHARACTERS);
          return answer
              .word("role", Role::ofWord, "viewer, inspector, lead")
              .flatMap(
                  role ->
                      Person.isName(name)
                          ? Optional.of(new Person(name, role))
                          : answer.fault("name", "name", "It is no name"));
        });
  }
}
