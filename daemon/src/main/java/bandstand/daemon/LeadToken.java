package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.People;
import bandstand.store.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token of whoever starts the daemon: registered while the data holds no lead. */
final class LeadToken {
  /** What is shorter than any token made here, or cannot be sent in a header, is something else. */
  private static final Pattern TOKEN = Pattern.compile("[!-~]{20,1000}");

  private LeadToken() {}

  /**
   * Registers the token in the file, or makes one; the file first, so that whatever interrupts this
   * leaves nobody locked out.
   *
   * @return why there is none; empty: there is
   */
  static Optional<String> ensure(People people, Path file, String userName) throws IOException {
    if (people.hasLead()) {
      return Optional.empty();
    }
    makeIfAbsent(file);
    Optional<String> unusable = unusable(file);
    if (unusable.isPresent()) {
      return unusable;
    }
    Person lead = new Person(name(userName), Role.LEAD);
    return people.register(lead, read(file), lead.name())
            instanceof Outcome.Refused<Person>(Problem problem)
        ? Optional.of(problem.detail() + "; bandstand token reset mends it")
        : Optional.empty();
  }

  /** What a user is called here. */
  static String name(String userName) {
    return Person.isName(userName) ? userName : "lead";
  }

  /** Whether it was made. */
  static boolean makeIfAbsent(Path file) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    write(file, People.newToken());
    return true;
  }

  /** Why a file that exists is no token of one's own; empty: it is. */
  static Optional<String> unusable(Path file) throws IOException {
    if (!Owner.alone(file)) {
      return Optional.of(file + " can be read by others; run: chmod 600 " + file);
    }
    return TOKEN.matcher(read(file)).matches()
        ? Optional.empty()
        : Optional.of(file + " holds no token; remove it, and a new one is made");
  }

  static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static void write(Path file, String token) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Places.folder(folder);
    }
    Durable.replace(file, (token + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
