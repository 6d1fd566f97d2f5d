package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Finding;
import bandstand.client.Found;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which daemon a command is for, and the way to it: options of the whole command line. */
final class Reach {
  private final Setting setting;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "The daemon, as http://127.0.0.1:7117 (default: $BANDSTAND_URL, else your own).")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "File of your token (default: $XDG_CONFIG_HOME/bandstand/token).")
  private Optional<Path> tokenFile = Optional.empty();

  Reach(Setting setting) {
    this.setting = setting;
  }

  /** Goes to the daemon at this address, as {@code --url} does. */
  void to(String address) {
    url = Optional.of(address);
  }

  /** The daemon, which is started if it is the user's own and does not run. */
  Result<Found> find() {
    return Result.of(finding().find(url, tokenFile, setting.errors()::say));
  }

  /** The daemon if it runs. */
  Result<Found> findRunning() {
    return Result.of(finding().findRunning(url, tokenFile));
  }

  /** Whether the command line or the environment names a daemon. */
  boolean named() {
    return url.isPresent() || !setting.environment().getOrDefault(Finding.URL, "").isBlank();
  }

  /** Whether the command line names a daemon. */
  boolean urlGiven() {
    return url.isPresent();
  }

  /** Talks to the daemon, and says on standard error why a talk ended before its time. */
  int talk(Function<DaemonClient, Result<ExitCode>> talk) {
    return ended(
        find()
            .then(
                found -> {
                  try (DaemonClient client = new DaemonClient(found.address(), found.token())) {
                    return talk.apply(client);
                  }
                }));
  }

  /** The exit code of a command, whose end is told. */
  int ended(Result<ExitCode> result) {
    return switch (result) {
      case Result.Done<ExitCode>(ExitCode exit) -> exit.code();
      case Result.Ended<ExitCode>(ExitCode exit, String why) -> {
        setting.errors().say("bandstand: " + why);
        yield exit.code();
      }
    };
  }

  private Finding finding() {
    return new Finding(setting.environment(), setting.folders());
  }
}
