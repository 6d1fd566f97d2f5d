package bandstand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published documents, where somebody keeps them: in {@code shared/seeds} beside the repository
 * or beside a folder above it. They are no part of it.
 */
public final class OfficialDocuments {
  private OfficialDocuments() {}

  /** None where they are not kept. */
  static List<Path> files() throws IOException {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path folder = above.resolve("shared").resolve("seeds");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> documents = Files.list(folder)) {
          return documents.filter(Files::isRegularFile).toList();
        }
      }
    }
    return List.of();
  }

  /** The one whose name begins so. */
  public static Optional<Path> numbered(String number) throws IOException {
    return files().stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith(number))
        .findFirst();
  }
}
