package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Relation;
import bandstand.view.Figures;
import bandstand.view.RelationLines;
import bandstand.wire.ComparisonJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand compare}: what became of every key question of one edition in another. */
@Command(
    name = "compare",
    description = {
      "Compare two editions: which key questions are kept, reworded, merged, split, new, dropped.",
      "Editions without a table of their own are compared by equal labels only."
    },
    footer = {"", "Example: bandstand compare yos-2018 yos-2021"})
final class CompareCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(index = "0", paramLabel = "A", description = "An edition, such as yos-2018.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another, such as yos-2021.")
  private String to = "";

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  CompareCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(
        client -> {
          Inspections inspections = new Inspections(client);
          return inspections
              .edition(from)
              .then(one -> inspections.edition(to).then(other -> compared(client, one, other)));
        });
  }

  private Result<ExitCode> compared(DaemonClient client, Framework one, Framework other) {
    return Result.of(client.ask(request(one, other), Outcome::done))
        .then(
            body ->
                Result.of(ComparisonJson.read(body, one, other), ExitCode.FAILED)
                    .map(
                        comparison -> {
                          if (json) {
                            setting.output().pass(body);
                          } else {
                            say(comparison);
                          }
                          return ExitCode.DONE;
                        }));
  }

  static Request request(Framework one, Framework other) {
    return Request.get("frameworks", one.edition().digest(), "compare", other.edition().digest());
  }

  private void say(Comparison comparison) {
    setting.output().say(Figures.of(comparison.from()) + " → " + Figures.of(comparison.to()));
    setting
        .output()
        .say(RelationLines.counts(comparison) + "  (" + RelationLines.ground(comparison) + ")");
    for (Relation relation : comparison.relations()) {
      setting.output().say(RelationLines.row(comparison, relation));
      RelationLines.notes(relation).forEach(note -> setting.output().say("         " + note));
    }
  }
}
