package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A daemon that this user has logged in to, and the token for it: kept in one file of two lines, so
 * that a token is never shown to another daemon than its own.
 */
public record Login(Address address, String token) {
  /** The longest address and the longest token. */
  private static final int FILE_BYTES = 2_000;

  /** The one that is kept; empty when there is none. */
  public static Outcome<Optional<Login>> read(Folders folders) {
    Path file = Path.of(folders.login());
    try {
      if (PrivateFiles.readableByOthers(file)) {
        return refused("others can read the login %s: chmod 600 %s".formatted(file, file));
      }
      byte[] bytes;
      try (var input = Files.newInputStream(file)) {
        bytes = input.readNBytes(FILE_BYTES);
      }
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return parsed(lines)
          .map(login -> Outcome.done(Optional.of(login)))
          .orElseGet(
              () -> refused(file + " is no login; bandstand logout removes it, then log in again"));
    } catch (NoSuchFileException none) {
      return Outcome.done(Optional.empty());
    } catch (IOException unreadable) {
      return refused("the login %s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }

  private static Optional<Login> parsed(List<String> lines) {
    return lines.size() == 2
            && Address.parse(lines.getFirst()) instanceof Outcome.Done<Address>(Address address)
        ? Token.of(lines.getLast()).map(token -> new Login(address, token))
        : Optional.empty();
  }

  /** Keeps it in place of the one before; for good when it returns. */
  public void keep(Folders folders) throws IOException {
    PrivateFiles.replace(Path.of(folders.login()), address.url() + "\n" + token + "\n");
  }

  /** Forgets the one that is kept, whatever the file holds; whether there was one. */
  public static boolean forget(Folders folders) throws IOException {
    return Files.deleteIfExists(Path.of(folders.login()));
  }

  private static <T> Outcome<T> refused(String detail) {
    return Outcome.refused(Problem.Kind.UNAUTHORIZED, detail);
  }
}
