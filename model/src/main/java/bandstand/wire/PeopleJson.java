package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Holder;
import bandstand.inspection.Limits;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** People and their roles as the API shows them; a token only to whoever made it, once. */
public final class PeopleJson {
  private static final int TIME_CHARACTERS = 40;

  private PeopleJson() {}

  public static byte[] person(Person person) {
    return Json.bytes(node(person));
  }

  public static byte[] token(Person person, String token) {
    return Json.bytes(node(person).put("token", token));
  }

  /** {@code made}, {@code by} and {@code lastUsed} are null where nothing is known. */
  public static byte[] holders(List<Holder> holders) {
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    for (Holder holder : holders) {
      items.add(
          node(holder.person())
              .put("made", holder.made().map(made -> made.at().toString()).orElse(null))
              .put("by", holder.made().map(Holder.Made::by).orElse(null))
              .put("lastUsed", holder.lastUsed().map(LocalDate::toString).orElse(null)));
    }
    return Json.bytes(page.putNull("next"));
  }

  private static ObjectNode node(Person person) {
    return Json.object().put("name", person.name()).put("role", person.role().word());
  }

  /** That somebody's new token is kept in a file, and the old one known no longer. */
  public static byte[] rotated(Person person, String file) {
    return Json.bytes(node(person).put("keptIn", file));
  }

  /** That somebody's token is known no longer. */
  public static byte[] revoked(String name) {
    return Json.bytes(Json.object().put("revoked", name));
  }

  /** Read back from {@link #person}. */
  public static Outcome<Person> readPerson(byte[] json) {
    return Reply.read(json, (answer, faults) -> person(answer));
  }

  /** Read back from {@link #holders}. */
  public static Outcome<List<Holder>> readHolders(byte[] json) {
    return PageJson.read(json, (row, faults) -> holder(row)).map(PageJson.Page::rows);
  }

  private static Optional<Holder> holder(Fields row) {
    Optional<Instant> at = parsed(row, "made", Instant::parse);
    Optional<String> by = row.string("by", Limits.NAME_CHARACTERS);
    Optional<LocalDate> lastUsed = parsed(row, "lastUsed", LocalDate::parse);
    return person(row)
        .map(
            person ->
                new Holder(
                    person,
                    at.flatMap(time -> by.map(name -> new Holder.Made(time, name))),
                    lastUsed));
  }

  private static <T> Optional<T> parsed(Fields row, String name, Function<String, T> parse) {
    return row.string(name, TIME_CHARACTERS)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (DateTimeParseException unreadable) {
                return row.fault(name, "time", "It is no time");
              }
            });
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
