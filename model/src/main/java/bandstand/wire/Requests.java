package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Limits;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/** Bodies that say one thing or two; where none is needed, none need be sent. */
public final class Requests {
  /** 43 of 64 characters are the 256 bits of a token made here; more than 128 are no token. */
  private static final String TOKEN = "[A-Za-z0-9_-]{43,128}";

  private static final String ROLES = "viewer, inspector, lead";

  private Requests() {}

  /**
   * The revision to be taken back or given a name, from {@code {"revision"?}}; empty for the
   * caller's last, or the present one.
   */
  public static Outcome<Optional<Long>> readUndo(byte[] body) {
    return Body.readOptional(
        body,
        fields -> {
          Optional<Long> revision = fields.revision("revision");
          return () -> revision;
        });
  }

  /** From {@code {"reason"?}}: sign-off, redo, and what is cleared in a submitted case. */
  public static Outcome<Optional<String>> readReason(byte[] body) {
    return Body.readOptional(
        body,
        fields -> {
          Optional<String> reason = fields.reason("reason");
          return () -> reason;
        });
  }

  /** From {@code {"reason"}}: what nobody may do without saying why. */
  public static Outcome<String> readNeededReason(byte[] body) {
    return Body.readOptional(
        body,
        fields -> {
          Optional<String> reason = fields.required("reason", fields::reason);
          return reason::orElseThrow;
        });
  }

  /** From {@code {}} or no body at all: a request that says it all by being sent. */
  public static Outcome<byte[]> readNothing(byte[] body) {
    return Body.readOptional(body, fields -> () -> body);
  }

  /** Who a token is for, from {@code {"name", "role"}}. */
  public static Outcome<Person> readToken(byte[] body) {
    return Body.read(body, Requests::person);
  }

  /** Another role, from {@code {"role"}}. */
  public static Outcome<Role> readRole(byte[] body) {
    return Body.read(
        body,
        fields -> {
          Optional<Role> role =
              fields.required("role", given -> fields.word(given, Role::ofWord, ROLES));
          return role::orElseThrow;
        });
  }

  public static byte[] role(Role role) {
    return Json.bytes(Json.object().put("role", role.word()));
  }

  /**
   * The token that is to replace the old one, from {@code {"token"?}}; empty where the daemon is to
   * make it. It is repeated in no fault.
   */
  public static Outcome<Optional<String>> readRotation(byte[] body) {
    return Body.readOptional(
        body,
        fields -> {
          Optional<String> token = fields.string("token", Limits.NAME_CHARACTERS);
          if (token.isPresent() && !token.get().matches(TOKEN)) {
            fields.secretFault(
                "token", "token", "A token has 43 to 128 letters, digits, - and _, by chance");
          }
          return () -> token;
        });
  }

  public static byte[] rotation(String token) {
    return Json.bytes(Json.object().put("token", token));
  }

  public static byte[] mark(long revision) {
    return undo(Optional.of(revision));
  }

  public static byte[] undo(Optional<Long> revision) {
    ObjectNode node = Json.object();
    revision.ifPresent(number -> node.put("revision", number));
    return Json.bytes(node);
  }

  public static byte[] reason(Optional<String> reason) {
    ObjectNode node = Json.object();
    reason.ifPresent(text -> node.put("reason", text));
    return Json.bytes(node);
  }

  public static byte[] token(Person person) {
    return Json.bytes(Json.object().put("name", person.name()).put("role", person.role().word()));
  }

  private static Supplier<Person> person(Fields fields) {
    Optional<String> name =
        fields
            .required("name", fields::line)
            .flatMap(
                text ->
                    Person.isName(text)
                        ? Optional.of(text)
                        : fields.fault(
                            "name", "name", "A name has 1 to 64 letters, digits and . _ -"));
    Optional<Role> role = fields.required("role", given -> fields.word(given, Role::ofWord, ROLES));
    return () -> new Person(name.orElseThrow(), role.orElseThrow());
  }
}
