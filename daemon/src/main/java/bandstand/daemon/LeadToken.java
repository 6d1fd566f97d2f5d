package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The token of whoever starts the daemon: registered while the data holds no lead. */
final class LeadToken {
  private LeadToken() {}

  /** Registers the token in the file, or makes one. */
  static void ensure(People people, Path file, String userName) throws IOException {
    if (people.hasLead()) {
      return;
    }
    Person lead = new Person(Person.isName(userName) ? userName : "lead", Role.LEAD);
    if (Files.exists(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!permissions.stream().allMatch(one -> one.name().startsWith("OWNER_"))) {
        throw new IOException(file + " can be read by others; run: chmod 600 " + file);
      }
      String token = Files.readString(file).strip();
      if (token.length() < 20) {
        throw new IOException(file + " holds no token; remove it, and a new one is made");
      }
      people.register(lead, token);
      return;
    }
    if (people.add(lead) instanceof Outcome.Done<String>(String token)) {
      Places.folder(file.toAbsolutePath().getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          file,
          (token + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
    }
  }
}
