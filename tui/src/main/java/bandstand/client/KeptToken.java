package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this user keeps the token for a daemon; a new one takes the old one's place at once. */
public sealed interface KeptToken {

  /** A file that holds nothing else. */
  record InFile(Path path) implements KeptToken {
    @Override
    public Outcome<String> read() {
      return Token.read(path);
    }

    @Override
    public Outcome<String> readAgain() {
      return read();
    }

    @Override
    public void replace(String token) throws IOException {
      PrivateFiles.replace(path, token + "\n");
    }
  }

  /** The login, with the daemon's address. */
  record InLogin(Folders folders, Login login) implements KeptToken {
    @Override
    public Path path() {
      return Path.of(folders.login());
    }

    @Override
    public Outcome<String> read() {
      return Outcome.done(login.token());
    }

    /** The same if the login is now one to another daemon. */
    @Override
    public Outcome<String> readAgain() {
      return Login.read(folders)
          .map(
              now ->
                  now.filter(other -> other.address().equals(login.address()))
                      .orElse(login)
                      .token());
    }

    @Override
    public void replace(String token) throws IOException {
      new Login(login.address(), token).keep(folders);
    }
  }

  /** The file. */
  Path path();

  Outcome<String> read();

  /** What has come to lie there meanwhile. */
  Outcome<String> readAgain();

  /** For good when it returns. */
  void replace(String token) throws IOException;

  /** Where a token lies that may or may not have taken the place of this one. */
  private Path next() {
    return path().resolveSibling(path().getFileName() + ".next");
  }

  /** What an interrupted rotation has left. */
  default Optional<String> unsettled() {
    return Files.exists(next()) && Token.read(next()) instanceof Outcome.Done<String>(String token)
        ? Optional.of(token)
        : Optional.empty();
  }

  /** Keeps a token beside this one until it is known which holds; for good when it returns. */
  default void prepare(String token) throws IOException {
    PrivateFiles.replace(next(), token + "\n");
  }

  /** This one holds. */
  default void drop() throws IOException {
    Files.deleteIfExists(next());
  }
}
