package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Framework;
import bandstand.view.Figures;
import bandstand.view.RatingLines;
import bandstand.wire.InspectionJson;
import bandstand.wire.RatingsTree;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bandstand ratings}: every figure and rating of an inspection, in lines. */
@Command(name = "ratings", description = "Print every figure and rating of an inspection.")
final class RatingsCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(paramLabel = "ID", description = "The inspection, such as leicester-2019.")
  private String id = "";

  RatingsCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(
        client -> {
          Inspections inspections = new Inspections(client);
          return inspections.find(id).then(row -> printed(client, row.edition(), row));
        });
  }

  private Result<ExitCode> printed(DaemonClient client, Framework edition, InspectionJson.Row row) {
    return Result.of(
            client.ask(
                Request.get("inspections", id, "ratings"), json -> RatingsTree.read(json, edition)))
        .map(
            tree -> {
              long revision = tree.of().map(RatingsTree.State::revision).orElse(0L);
              setting
                  .output()
                  .say(
                      row.service()
                          + "  "
                          + Figures.of(row.edition())
                          + "  revision "
                          + revision
                          + row.signedOffBy().map(name -> "  signed off by " + name).orElse(""));
              RatingLines.of(tree.ratings()).forEach(setting.output()::say);
              return ExitCode.DONE;
            });
  }
}
