package bandstand.daemon;

import bandstand.store.Parts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of a data folder. */
record Places(Path data) {
  private static final Set<PosixFilePermission> ALONE =
      PosixFilePermissions.fromString("rwx------");

  /** Clocks that are kept by others are set by less. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

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

  /** Files in the folder that no daemon puts there, in order of name. */
  List<Path> strange() throws IOException {
    List<Path> own = List.of(tokens(), backup(), erasures(), lock(), data.resolve("access.log"));
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> own.stream().noneMatch(one -> file.toString().startsWith("" + one)))
          .sorted()
          .toList();
    }
  }

  /**
   * Why a folder that exists is not this user's to serve, or not this user's alone; empty: it is.
   * One with nothing in it is closed to others.
   */
  Optional<Started.Refused> unfit() throws IOException {
    if (!Files.exists(data)) {
      return Optional.empty();
    }
    Optional<String> owner = Owner.other(data);
    if (owner.isPresent()) {
      return Optional.of(
          new Started.Refused(
              ExitCode.NOT_THE_OWNER,
              "%s belongs to %s: start the daemon as %s, or choose another folder with --data"
                  .formatted(data, owner.get(), owner.get())));
    }
    if (!Files.isDirectory(data)) {
      return Optional.of(
          new Started.Refused(
              ExitCode.NOT_USABLE,
              "%s is a file, not a folder; choose a folder with --data".formatted(data)));
    }
    if (Owner.alone(data)) {
      return Optional.empty();
    }
    if (isEmpty(data)) {
      Files.setPosixFilePermissions(data, ALONE);
      return Optional.empty();
    }
    return Optional.of(
        new Started.Refused(
            ExitCode.NOT_USABLE,
            "others can look into %s: run chmod 700 %s, or choose another folder with --data"
                .formatted(data, data)));
  }

  /**
   * Why the folder of the socket is not safe: whoever can put another socket in its place is sent
   * tokens.
   */
  static Optional<Started.Refused> unsafe(Path runtime) throws IOException {
    if (!Files.exists(runtime)) {
      return Optional.empty();
    }
    Optional<String> owner = Owner.other(runtime);
    if (owner.isPresent()) {
      return Optional.of(
          new Started.Refused(
              ExitCode.NOT_THE_OWNER,
              "%s, where the socket is to be, belongs to %s: point XDG_RUNTIME_DIR elsewhere"
                  .formatted(runtime, owner.get())));
    }
    return Owner.changedByOthers(runtime)
        ? Optional.of(
            new Started.Refused(
                ExitCode.NOT_USABLE,
                "others may change %s, where the socket is to be: run chmod 700 %s"
                    .formatted(runtime, runtime)))
        : Optional.empty();
  }

  /** When the journal was written last, if that is more than a moment after now. */
  Optional<Instant> writtenAfter(Instant now) throws IOException {
    if (!Files.isDirectory(journal())) {
      return Optional.empty();
    }
    Instant last = Instant.EPOCH;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(journal())) {
      for (Path file : files) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        last = written.isAfter(last) ? written : last;
      }
    }
    return Optional.of(last).filter(written -> written.isAfter(now.plus(MOMENT)));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
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
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ALONE));
    } catch (FileAlreadyExistsException file) {
      throw new IOException(folder + " is a file, not a folder", file);
    }
  }
}
