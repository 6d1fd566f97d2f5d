package bandstand.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file that a person named could not be read. */
final class Unreadable {
  private Unreadable() {}

  static <T> Result<T> file(Object name, IOException cause) {
    String why =
        switch (cause) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException told when told.getReason() != null -> told.getReason();
          default -> String.valueOf(cause.getMessage());
        };
    return ended(name, why);
  }

  /**
   * The end of a command that needs this file, before anything is done; empty if it is readable.
   */
  static <T> Optional<Result<T>> refusal(Path file) {
    if (!Files.exists(file)) {
      return Optional.of(ended(file, "there is no such file"));
    }
    if (Files.isDirectory(file)) {
      return Optional.of(ended(file, "it is a folder"));
    }
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(ended(file, "permission denied"));
  }

  private static <T> Result<T> ended(Object name, String why) {
    return new Result.Ended<>(ExitCode.BAD_INPUT, name + " cannot be read: " + why);
  }
}
