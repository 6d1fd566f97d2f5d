package bandstand.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where one user's files are, by the XDG base directory rules; all paths absolute.
 *
 * <p>Daemon and clients find each other by these places alone, so both take them from here. Nothing
 * is made or looked at.
 *
 * @param config holds the token and the login
 * @param data holds the inspections
 * @param state holds logs
 * @param runtime holds what lasts as long as the daemon runs; for the user alone
 */
public record Folders(String config, String data, String state, String runtime) {
  /**
   * Longest path of a Unix domain socket, in bytes: the system takes 107 (Linux) or 103 (macOS),
   * and says nothing useful of a longer one.
   */
  public static final int SOCKET_PATH_BYTES = 100;

  private static final String NAME = "/bandstand";

  /**
   * Those of an environment. A variable that is empty or no absolute path counts as unset; without
   * {@code XDG_RUNTIME_DIR} the runtime folder lies in the state folder.
   *
   * @param environment variables by name
   * @param home the user's home folder
   */
  public static Folders of(Map<String, String> environment, String home) {
    String state = folder(environment, "XDG_STATE_HOME").orElse(home + "/.local/state") + NAME;
    return new Folders(
        folder(environment, "XDG_CONFIG_HOME").orElse(home + "/.config") + NAME,
        folder(environment, "XDG_DATA_HOME").orElse(home + "/.local/share") + NAME,
        state,
        folder(environment, "XDG_RUNTIME_DIR").map(path -> path + NAME).orElse(state + "/run"));
  }

  /** The token of whoever starts the daemon, 0600. */
  public String token() {
    return config + "/token";
  }

  /** Which daemon this user has logged in to, with the token for it, 0600. */
  public String login() {
    return config + "/login";
  }

  /** Where the daemon listens beside TCP; empty when the path is longer than a socket's may be. */
  public Optional<String> socket() {
    String path = runtime + "/bandstand.sock";
    return path.getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_BYTES
        ? Optional.of(path)
        : Optional.empty();
  }

  /** What the running daemon says of itself; gone when none runs. */
  public String running() {
    return runtime + "/daemon.json";
  }

  /** Held while a client starts a daemon, so that two do not. */
  public String startLock() {
    return runtime + "/start.lock";
  }

  /** What a daemon started by a client writes. */
  public String daemonLog() {
    return state + "/daemon.log";
  }

  /** Why a client ended unexpectedly. */
  public String clientLog() {
    return state + "/client.log";
  }

  private static Optional<String> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(path -> path.startsWith("/"))
        .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
