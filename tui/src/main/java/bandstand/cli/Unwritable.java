package bandstand.cli;

import bandstand.client.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file cannot be made where a person wants it. */
final class Unwritable {
  private Unwritable() {}

  /** In words, without the file's name. */
  static String why(Path file, IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ ->
          hasFolder(file) ? "no file can be made in that folder" : "there is no such folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it exists";
      case FileSystemException told when told.getReason() != null -> told.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  /** Why no new file can be made there, found out by making it and taking it away again. */
  static Optional<String> refusal(Path file) {
    if (Files.exists(file)) {
      return Optional.of(file + " exists; choose another name");
    }
    try {
      PrivateFiles.newFile(file).close();
      Files.delete(file);
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of("%s cannot be written: %s".formatted(file, why(file, failed)));
    }
  }

  private static boolean hasFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder);
  }
}
