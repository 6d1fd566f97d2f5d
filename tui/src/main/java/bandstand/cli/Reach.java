package bandstand.cli;

import bandstand.client.Choice;
import bandstand.client.DaemonClient;
import bandstand.client.Finding;
import bandstand.client.Found;
import bandstand.client.KeptToken;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which daemon a command is for, the way to it and how it is shown: options of all commands. */
final class Reach {
  private final Setting setting;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "The daemon: http://127.0.0.1:7117, or the path of its socket; own is your own (default:"
              + " $BANDSTAND_URL, else what bandstand login stored, else your own).")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "File of your token (default: that of the login, else $XDG_CONFIG_HOME/bandstand/token).")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      description = "Line by line, for a screen reader or a pipe; also when TERM is dumb.")
  private boolean plain;

  /** As the command line will say. */
  Reach(Setting setting) {
    this.setting = setting;
  }

  Reach(Setting setting, Optional<String> url, Optional<Path> tokenFile, boolean plain) {
    this.setting = setting;
    this.url = url;
    this.tokenFile = tokenFile;
    this.plain = plain;
  }

  /** Opens the client on the daemon. */
  int open() {
    return ended(
        told(find().then(found -> opening().on(found, finding().revival(url), setting.folders()))));
  }

  /** How the client is to be opened. */
  Opening opening() {
    return new Opening(setting, plain);
  }

  /** The daemon, which is started if it is the user's own and does not run. */
  Result<Found> find() {
    return Result.found(finding().find(url, tokenFile, setting.errors()::say));
  }

  /** The daemon if it runs. */
  Result<Found> findRunning() {
    return Result.found(finding().findRunning(url, tokenFile));
  }

  /** Which daemon is meant, whether it runs or not. */
  Result<Choice> choice() {
    return Result.found(finding().choice(url));
  }

  /** Where the token for a daemon is kept. */
  KeptToken token(Choice choice) {
    return finding().token(choice, tokenFile);
  }

  Optional<Path> tokenFile() {
    return tokenFile;
  }

  /** Whether the command line names a daemon. */
  boolean urlGiven() {
    return url.isPresent();
  }

  /** Talks to the daemon, and says on standard error why a talk ended before its time. */
  int talk(Function<DaemonClient, Result<ExitCode>> talk) {
    return ended(
        told(
            find()
                .then(
                    found -> {
                      try (DaemonClient client = new DaemonClient(found.address(), found.token())) {
                        return talk.apply(client);
                      }
                    })));
  }

  /** The same, with the next step where a daemon that is named is not there. */
  <T> Result<T> told(Result<T> result) {
    return result instanceof Result.Ended<T>(ExitCode exit, String why)
            && exit == ExitCode.NO_DAEMON
            && why.startsWith("cannot reach")
            && choice() instanceof Result.Done<Choice>(Choice choice)
        ? new Result.Ended<>(exit, why + choice.away())
        : result;
  }

  /** The exit code of a command, whose end is told. */
  int ended(Result<ExitCode> result) {
    return switch (result) {
      case Result.Done<ExitCode>(ExitCode exit) -> exit.code();
      case Result.Ended<ExitCode>(ExitCode exit, String why) -> {
        if (!why.isEmpty()) {
          setting.errors().say("bandstand: " + why);
        }
        yield exit.code();
      }
    };
  }

  private Finding finding() {
    return new Finding(setting.environment(), setting.folders());
  }
}
