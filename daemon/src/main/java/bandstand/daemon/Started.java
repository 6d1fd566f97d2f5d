package bandstand.daemon;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What came of starting a daemon. */
sealed interface Started {
  /** It serves. */
  record Serving(Daemon daemon) implements Started {}

  /** It does not, and nothing is held open. */
  record Refused(ExitCode exit, String why) implements Started {}

  /** Where the system did not let a file be made, read or written. */
  static Refused unusable(FileSystemException failure) {
    return new Refused(
        ExitCode.NOT_USABLE,
        "%s cannot be used: %s; make it readable and writable for yourself, or choose another folder"
            .formatted(failure.getFile(), why(failure)));
  }

  /** What and why, as a clause for a person. */
  static String reason(IOException failure) {
    return failure instanceof FileSystemException system
        ? "%s: %s".formatted(system.getFile(), why(system))
        : String.valueOf(failure.getMessage());
  }

  private static String why(FileSystemException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such file";
      default -> Optional.ofNullable(failure.getReason()).orElse("it failed");
    };
  }
}
