package bandstand.daemon;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** What came of starting a daemon. */
sealed interface Started {
  /** It serves. */
  record Serving(Daemon daemon) implements Started {}

  /** It does not, and nothing is held open. */
  record Refused(ExitCode exit, String why) implements Started {}

  /** Where the system did not let a file be made, read or written. */
  static Refused unusable(FileSystemException failure) {
    String reason =
        failure instanceof AccessDeniedException
            ? "permission denied"
            : Optional.ofNullable(failure.getReason()).orElse("it failed");
    return new Refused(
        ExitCode.NOT_USABLE,
        "%s cannot be used: %s; make it readable and writable for yourself, or choose another folder"
            .formatted(failure.getFile(), reason));
  }
}
