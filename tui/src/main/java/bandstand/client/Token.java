package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a client shows a daemon to say who it is. */
final class Token {
  /** A token has some 40 characters; anything much longer is another file. */
  private static final int FILE_BYTES = 1_000;

  private Token() {}

  /** The token in a file that nobody else may read. */
  static Outcome<String> read(Path file) {
    try {
      if (PrivateFiles.readableByOthers(file)) {
        return refused("others can read the token " + file + ": chmod 600 " + file);
      }
      byte[] bytes;
      try (var input = Files.newInputStream(file)) {
        bytes = input.readNBytes(FILE_BYTES + 1);
      }
      String token = new String(bytes, StandardCharsets.UTF_8).strip();
      boolean plain = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
      return plain && bytes.length <= FILE_BYTES
          ? Outcome.done(token)
          : refused("there is no token in " + file);
    } catch (NoSuchFileException missing) {
      return refused(
          "there is no token file "
              + file
              + "; a daemon makes it at its first start, or ask your"
              + " lead for one and name its file with --token-file");
    } catch (IOException unreadable) {
      return refused("the token " + file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static Outcome<String> refused(String detail) {
    return Outcome.refused(Problem.Kind.UNAUTHORIZED, detail);
  }
}
