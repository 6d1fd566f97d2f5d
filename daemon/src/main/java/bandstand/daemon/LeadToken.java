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
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The token of whoever starts the daemon: registered while the data holds no lead. */
final class LeadToken {
  /** Shorter than any token made here: what such a file holds is something else. */
  private static final int LEAST_CHARACTERS = 20;

  private LeadToken() {}

  /**
   * Registers the token in the file, or makes one; the file first, so that whatever interrupts this
   * leaves nobody locked out.
   */
  static void ensure(People people, Path file, String userName) throws IOException {
    if (people.hasLead()) {
      return;
    }
    if (!Files.exists(file)) {
      write(file, People.newToken());
    }
    Person lead = new Person(Person.isName(userName) ? userName : "lead", Role.LEAD);
    if (people.register(lead, read(file)) instanceof Outcome.Refused<Person>(Problem problem)) {
      throw new IOException(problem.detail());
    }
  }

  private static String read(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (!permissions.stream().allMatch(one -> one.name().startsWith("OWNER_"))) {
      throw new IOException(file + " can be read by others; run: chmod 600 " + file);
    }
    String token = Files.readString(file).strip();
    if (token.length() < LEAST_CHARACTERS) {
      throw new IOException(file + " holds no token; remove it, and a new one is made");
    }
    return token;
  }

  private static void write(Path file, String token) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Places.folder(folder);
    }
    Durable.replace(file, (token + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
