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
    LOST,
    /** The daemon answers, but knows this client's token no longer. */
    TURNED_AWAY
  }

  static final Link NONE = new Link(Status.CONNECTING, "", Optional.empty());

  public boolean connected() {
    return status == Status.CONNECTED;
  }

  /** Whether what is done here waits for the daemon to be heard again. */
  public boolean broken() {
    return status == Status.LOST || status == Status.TURNED_AWAY;
  }

  Link broken(Status how) {
    return new Link(how, daemon, me);
  }

  boolean mayWrite() {
    return me.map(person -> person.role().isAtLeast(Role.INSPECTOR)).orElse(true);
  }

  boolean isMe(String name) {
    return me.map(person -> person.name().equals(name)).orElse(false);
  }
}
