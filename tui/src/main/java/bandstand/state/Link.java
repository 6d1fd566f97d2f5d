package bandstand.state;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.util.Optional;

/**
 * Whether the daemon answers, which one it is and who it takes this client for.
 *
 * @param daemon empty before the first connection
 */
public record Link(Status status, String daemon, Optional<Person> me) {

  /** How the connection stands. */
  public enum Status {
    CONNECTING,
    CONNECTED,
    LOST
  }

  static final Link NONE = new Link(Status.CONNECTING, "", Optional.empty());

  public boolean connected() {
    return status == Status.CONNECTED;
  }

  Link lost() {
    return new Link(Status.LOST, daemon, me);
  }

  boolean mayWrite() {
    return me.map(person -> person.role().isAtLeast(Role.INSPECTOR)).orElse(true);
  }

  boolean isMe(String name) {
    return me.map(person -> person.name().equals(name)).orElse(false);
  }
}
