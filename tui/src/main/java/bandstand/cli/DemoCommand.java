package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.DemoDaemon;
import bandstand.client.Found;
import bandstand.client.Revival;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bandstand demo}: the client on samples, in a daemon of its own that leaves nothing. */
@Command(name = "demo", description = "Walk two sample inspections; nothing you do there is kept.")
final class DemoCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  DemoCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(
        reach.urlGiven()
            ? new Result.Ended<>(ExitCode.USAGE, "a demo has a daemon of its own; leave out --url")
            : shown());
  }

  private Result<ExitCode> shown() {
    try (DemoDaemon demo = DemoDaemon.prepare(setting.environment())) {
      return Result.found(demo.start(_ -> setting.errors().say("starting the demo ...")))
          .then(this::loaded)
          .then(found -> reach.opening().on(found, Revival.none(), demo.folders()));
    } catch (IOException failed) {
      return new Result.Ended<>(
          ExitCode.FAILED, "no folder for the demo can be made: " + failed.getMessage());
    }
  }

  private Result<Found> loaded(Found found) {
    try (DaemonClient client = new DaemonClient(found.address(), found.token())) {
      return Samples.of(setting.environment()).load(client).map(_ -> found);
    }
  }
}
