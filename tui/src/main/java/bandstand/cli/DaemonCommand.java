package bandstand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bandstand daemon} in the help: the launcher itself runs it when it comes first. */
@Command(
    name = "daemon",
    description = "Keep inspections and serve them, in the foreground; see daemon --help.")
final class DaemonCommand implements Callable<Integer> {
  private final Reach reach;

  @Parameters(hidden = true)
  private List<String> rest = List.of();

  DaemonCommand(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() {
    String options = String.join(" ", rest);
    return reach.ended(
        new Result.Ended<>(ExitCode.USAGE, "daemon comes first: bandstand daemon " + options));
  }
}
