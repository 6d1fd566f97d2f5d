package bandstand.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whose a file is, and who else may read it. */
final class Owner {
  private static final String USER_NUMBER = "unix:uid";

  /** Belongs to whoever this process runs as. */
  private static final Path PROCESS = Path.of("/proc/self");

  private Owner() {}

  /** The name of whoever it belongs to, if that is not the user this process runs as. */
  static Optional<String> other(Path file) throws IOException {
    boolean own =
        !Files.exists(PROCESS)
            || Files.getAttribute(file, USER_NUMBER)
                .equals(Files.getAttribute(PROCESS, USER_NUMBER));
    return own ? Optional.empty() : Optional.of(Files.getOwner(file).getName());
  }

  /** Whether others may make, rename or remove files in a folder. */
  static boolean changedByOthers(Path folder) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    return permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Whether nobody but its owner may do anything with it. */
  static boolean alone(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.stream().allMatch(one -> one.name().startsWith("OWNER_"));
  }
}
