package bandstand.cli;

import bandstand.client.RunningDaemon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bandstand stop}: ends the user's own daemon. */
@Command(
    name = "stop",
    description = "Stop your own daemon; a team's daemon is the system's to stop.")
final class StopCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  StopCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(stopped());
  }

  private Result<ExitCode> stopped() {
    if (reach.named()) {
      return new Result.Ended<>(ExitCode.USAGE, "stop ends your own daemon; leave out the URL");
    }
    return reach
        .findRunning()
        .then(_ -> running())
        .then(
            running -> {
              if (!running.stop()) {
                return new Result.Ended<>(
                    ExitCode.FAILED, "process " + running.pid() + " has not ended yet");
              }
              setting.output().say("stopped");
              return new Result.Done<>(ExitCode.DONE);
            });
  }

  private Result<RunningDaemon> running() {
    return RunningDaemon.of(setting.folders())
        .<Result<RunningDaemon>>map(Result.Done::new)
        .orElseGet(
            () ->
                new Result.Ended<>(
                    ExitCode.FAILED,
                    "a daemon listens, but " + setting.folders().running() + " does not name it"));
  }
}
