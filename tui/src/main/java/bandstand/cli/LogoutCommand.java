package bandstand.cli;

import bandstand.client.Login;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bandstand logout}: forgets which daemon was logged in to, and the token for it. */
@Command(
    name = "logout",
    description = {
      "Forget the daemon you are logged in to, and your token for it; your own daemon is used"
          + " again.",
      "The token itself goes on: a lead revokes it."
    })
final class LogoutCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  LogoutCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    try {
      setting
          .output()
          .say(Login.forget(setting.folders()) ? "logged out" : "you were not logged in");
      return ExitCode.DONE.code();
    } catch (IOException failed) {
      return reach.ended(
          new Result.Ended<>(
              ExitCode.FAILED,
              "%s cannot be removed: %s"
                  .formatted(setting.folders().login(), failed.getMessage())));
    }
  }
}
