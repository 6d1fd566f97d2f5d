package bandstand.cli;

import bandstand.client.Choice;
import bandstand.client.Finding;
import bandstand.client.RunningDaemon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bandstand stop}: ends the user's own daemon. */
@Command(
    name = "stop",
    description = {
      "Stop your own daemon; a team's is stopped by whoever runs it, as systemctl stop bandstand.",
      "Logged in to a team's, name your own: bandstand --url own stop."
    })
final class StopCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  StopCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(reach.choice().then(this::stopped));
  }

  private Result<ExitCode> stopped(Choice choice) {
    if (!choice.own()) {
      return new Result.Ended<>(
          choice.by() == Choice.By.LOGIN ? ExitCode.FAILED : ExitCode.USAGE,
          switch (choice.by()) {
            case LOGIN ->
                """
                you are logged in to a team's daemon: whoever runs it stops it, as with
                  sudo systemctl stop bandstand
                your own is stopped with
                  bandstand --url own stop\
                """;
            case ENVIRONMENT ->
                Finding.URL
                    + " names another daemon than your own; your own is stopped with"
                    + " bandstand --url own stop";
            case OPTION, NOBODY -> "stop ends your own daemon: leave out --url, or say --url own";
          });
    }
    return RunningDaemon.of(setting.folders())
        .map(this::stopped)
        .orElseGet(() -> reach.findRunning().then(_ -> unnamed()));
  }

  private Result<ExitCode> stopped(RunningDaemon running) {
    if (!running.stop()) {
      return new Result.Ended<>(ExitCode.FAILED, "process " + running.pid() + " has not ended yet");
    }
    setting.output().say("stopped");
    return new Result.Done<>(ExitCode.DONE);
  }

  private Result<ExitCode> unnamed() {
    return new Result.Ended<>(
        ExitCode.FAILED,
        "a daemon listens, but " + setting.folders().running() + " does not name it");
  }
}
