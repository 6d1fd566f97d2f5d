package bandstand.cli;

import bandstand.client.Client;
import bandstand.client.CrashLog;
import bandstand.client.Ending;
import bandstand.client.Found;
import bandstand.client.Revival;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Opens the client on a daemon, in the terminal or line by line, until the person leaves. */
final class Opening {
  private final Setting setting;
  private final boolean plain;

  Opening(Setting setting, boolean plain) {
    this.setting = setting;
    this.plain = plain;
  }

  /**
   * Opens it.
   *
   * @param revival brings the daemon up again should it die
   * @param folders hold the log of a crash
   */
  Result<ExitCode> on(Found found, Revival revival, Folders folders) {
    return switch (shown(found, revival)) {
      case Ending.Left _ -> new Result.Done<>(ExitCode.DONE);
      case Ending.Unreached(String why) -> new Result.Ended<>(ExitCode.NO_DAEMON, why);
      case Ending.Refused(Problem problem) -> Result.refused(problem);
      case Ending.Crashed(Throwable failure) -> crashed(failure, Path.of(folders.clientLog()));
    };
  }

  private Ending shown(Found found, Revival revival) {
    try {
      return plain || setting.surroundings().plain()
          ? Client.tell(
              found, revival, setting.surroundings(), setting.input(), setting.output()::say)
          : Client.show(found, revival, setting.surroundings(), Optional.empty());
    } catch (IOException noTerminal) {
      return new Ending.Crashed(noTerminal);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return new Ending.Left();
    } catch (RuntimeException | Error failure) {
      return new Ending.Crashed(failure);
    }
  }

  private static Result<ExitCode> crashed(Throwable failure, Path log) {
    String where =
        CrashLog.add(log, Instant.now(), failure)
            ? "; see " + log
            : ", and " + log + " cannot be written";
    return new Result.Ended<>(
        ExitCode.FAILED, "the client failed (" + failure.getClass().getSimpleName() + ")" + where);
  }
}
