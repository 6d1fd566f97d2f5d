package bandstand.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file that a person named could not be read. */
final class Unreadable {
  private Unreadable() {}

  static <T> Result<T> file(Object name, IOException cause) {
    String why =
        switch (cause) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "permission denied";
          default -> String.valueOf(cause.getMessage());
        };
    return new Result.Ended<>(ExitCode.BAD_INPUT, name + " cannot be read: " + why);
  }
}
