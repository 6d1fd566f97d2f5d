package bandstand.daemon;

import bandstand.store.Parts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The parts of a data folder. */
record Places(Path data) {
  Path journal() {
    return data.resolve(Parts.JOURNAL);
  }

  Path inspections() {
    return data.resolve("inspections");
  }

  Path editions() {
    return data.resolve(Parts.EDITIONS);
  }

  Path tokens() {
    return data.resolve(Parts.TOKENS);
  }

  /** Which backup was verified last. */
  Path backup() {
    return data.resolve("last-backup.json");
  }

  /** The ledger of erasures. */
  Path erasures() {
    return data.resolve(Parts.ERASURES);
  }

  Path lock() {
    return data.resolve("daemon.lock");
  }

  /** Why a folder that exists is not this user's to serve; empty: it is. */
  Optional<Started.Refused> foreign() throws IOException {
    Optional<String> owner = Files.exists(data) ? Owner.other(data) : Optional.empty();
    return owner.map(
        name ->
            new Started.Refused(
                ExitCode.NOT_THE_OWNER,
                "%s belongs to %s: start the daemon as %s, or choose another folder with --data"
                    .formatted(data, name, name)));
  }

  /** Makes what is missing, for its owner alone. */
  void make() throws IOException {
    folder(data);
    folder(journal());
    folder(inspections());
    folder(editions());
  }

  /** Makes a folder and those above it, for their owner alone; one that exists is left as it is. */
  static void folder(Path folder) throws IOException {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException file) {
      throw new IOException(folder + " is a file, not a folder", file);
    }
  }
}
