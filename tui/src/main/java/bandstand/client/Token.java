package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What a client shows a daemon to say who it is. */
public final class Token {
  /** A token has some 40 characters; anything much longer is another file. */
  private static final int FILE_BYTES = 1_000;

  private static final int BYTES = 32;

  private Token() {}

  /** The token in a file that nobody else may read. */
  public static Outcome<String> read(Path file) {
    try {
      if (PrivateFiles.readableByOthers(file)) {
        return refused("others can read the token " + file + ": chmod 600 " + file);
      }
      byte[] bytes;
      try (var input = Files.newInputStream(file)) {
        bytes = input.readNBytes(FILE_BYTES + 1);
      }
      return of(new String(bytes, StandardCharsets.UTF_8))
          .map(Outcome::done)
          .orElseGet(() -> refused("there is no token in " + file));
    } catch (NoSuchFileException missing) {
      return refused(
          "there is no token file "
              + file
              + "; a daemon makes it at its first start; for a team's"
              + " daemon ask your lead for one, then bandstand login");
    } catch (IOException unreadable) {
      return refused("the token " + file + " cannot be read: " + unreadable.getMessage());
    }
  }

  /** A token with blanks around it; empty for what is none. */
  public static Optional<String> of(String text) {
    String token = text.strip();
    boolean plain = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    return plain && token.length() <= FILE_BYTES ? Optional.of(token) : Optional.empty();
  }

  /** One that nobody has: 256 bits by chance, as the daemon makes them. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Outcome<String> refused(String detail) {
    return Outcome.refused(Problem.Kind.UNAUTHORIZED, detail);
  }
}
