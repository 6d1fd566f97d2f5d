package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Editions;
import bandstand.client.Request;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import bandstand.view.Figures;
import bandstand.wire.InspectionJson;
import bandstand.wire.RatingsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
          Editions editions = new Editions(client);
          return Result.of(editions.all())
              .then(_ -> inspection(client, editions))
              .then(row -> printed(client, editions, row));
        });
  }

  private Result<InspectionJson.Row> inspection(DaemonClient client, Editions editions) {
    return Result.of(
        client.ask(
            Request.get("inspections", id), json -> InspectionJson.read(json, editions::byId)));
  }

  private Result<ExitCode> printed(DaemonClient client, Editions editions, InspectionJson.Row row) {
    Framework edition = editions.byId(row.framework()).orElseThrow();
    return Result.of(
            client.ask(
                Request.get("inspections", id, "ratings"), json -> RatingsTree.read(json, edition)))
        .map(
            tree -> {
              long revision = tree.of().map(RatingsTree.State::revision).orElse(0L);
              setting
                  .output()
                  .say(row.service() + "  " + row.framework() + "  revision " + revision);
              lines(edition, tree.ratings()).forEach(setting.output()::say);
              return ExitCode.DONE;
            });
  }

  static List<String> lines(Framework edition, Ratings ratings) {
    List<String> lines = new ArrayList<>();
    String settled = ratings.overall().settled() ? "  settled" : "";
    lines.add(Figures.of(edition, ratings.overall()) + settled);
    for (StandardRatings standard : ratings.standards()) {
      lines.add(line(edition, standard));
      for (KeyQuestionRatings row : standard.keyQuestions()) {
        lines.add("  " + line(edition, row));
      }
    }
    return lines;
  }

  private static String line(Framework edition, StandardRatings standard) {
    String name = standard.standard().code() + " " + standard.standard().title();
    String lowest =
        standard.limiting().stream().map(Code::toString).collect(Collectors.joining(", "));
    return name
        + ": "
        + Figures.of(edition, standard)
        + (lowest.isEmpty() ? "" : "  lowest: " + lowest)
        + (standard.settled() ? "  settled" : "");
  }

  private static String line(Framework edition, KeyQuestionRatings row) {
    String figure = Figures.of(edition, row);
    return row instanceof KeyQuestionRatings.Scored scored && scored.rating().isPresent()
        ? figure + "  " + Figures.of(scored.tipping())
        : figure;
  }
}
