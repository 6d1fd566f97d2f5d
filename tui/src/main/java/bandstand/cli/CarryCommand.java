package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Carrying;
import bandstand.inspection.InspectionId;
import bandstand.view.CarryLines;
import bandstand.view.RatingPairs;
import bandstand.wire.CarryJson;
import bandstand.wire.CarryRequest;
import bandstand.wire.ComparisonJson;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand carry}: an inspection's answers as a new draft in another edition. */
@Command(
    name = "carry",
    description = {
      "Carry an inspection to another edition, as a new draft; the old one stays.",
      "Answers go over where one key question became one, with high confidence, or where the"
          + " published documents of both print the same words. Judgements, discretion and alerts"
          + " stay behind: they belong to their inspection."
    },
    footer = {"", "Example: bandstand carry leicester-2019 yos-2021 --dry-run"})
final class CarryCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(index = "0", paramLabel = "INSPECTION", description = "Such as leicester-2019.")
  private String source = "";

  @Parameters(index = "1", paramLabel = "EDITION", description = "Such as yos-2021.")
  private String edition = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Of the new inspection (default: made of the old one's and the edition).")
  private Optional<String> id = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would go over and keep nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  CarryCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    Optional<InspectionId> wished = id.flatMap(InspectionId::parse);
    return id.isPresent() && wished.isEmpty()
        ? reach.ended(
            new Result.Ended<>(
                ExitCode.USAGE, "\"" + id.get() + "\" is no id: 1 to 64 of a-z, 0-9 and -"))
        : reach.talk(
            client -> carried(client, new CarryRequest(edition, wished, Optional.empty())));
  }

  private Result<ExitCode> carried(DaemonClient client, CarryRequest wished) {
    Inspections inspections = new Inspections(client);
    Request request =
        Request.of("POST", "inspections", source, "carry")
            .with("dryRun", Boolean.toString(dryRun))
            .json(wished.json())
            .patient(Request.LONG_PATIENCE);
    return inspections
        .find(source)
        .then(
            row ->
                inspections
                    .edition(edition)
                    .then(
                        _ ->
                            Result.of(client.ask(request, Outcome::done))
                                .then(body -> said(client, inspections, body))));
  }

  private Result<ExitCode> said(DaemonClient client, Inspections inspections, byte[] body) {
    if (json) {
      setting.output().pass(body);
      return new Result.Done<>(ExitCode.DONE);
    }
    return Result.of(CarryJson.readMade(body), ExitCode.FAILED)
        .then(
            made -> {
              setting.output().say(dryRun ? "nothing is kept: this is a dry run" : "made " + made);
              return Result.of(CarryJson.read(body, inspections::ofDigest), ExitCode.FAILED);
            })
        .then(told -> said(client, told));
  }

  private Result<ExitCode> said(DaemonClient client, CarryJson.Told told) {
    Framework from = told.before().ratings().framework();
    Framework to = told.after().ratings().framework();
    return Result.of(
            client.ask(
                CompareCommand.request(from, to), body -> ComparisonJson.read(body, from, to)))
        .map(
            comparison -> {
              Output output = setting.output();
              CarryLines.of(told).forEach(output::say);
              for (Carrying.Carried row : told.carried()) {
                output.say("  carried " + CarryLines.of(row));
              }
              for (Carrying.Changed row : told.changed()) {
                output.say("  " + CarryLines.of(row));
              }
              RatingPairs.of(comparison, told.before().ratings(), told.after().ratings())
                  .forEach(output::say);
              return ExitCode.DONE;
            });
  }
}
