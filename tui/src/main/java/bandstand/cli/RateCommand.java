package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Found;
import bandstand.client.Request;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.rating.Measure;
import bandstand.view.Figures;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.CalculatorInput;
import bandstand.wire.FrameworkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand rate}: the calculator; without a daemon, but for an edition added to one. */
@Command(
    name = "rate",
    description = "Rate figures on their own: fractions or percentages; several are one standard.",
    footer = {"", "Example: bandstand rate 26/35 23/31"})
final class RateCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Option(
      names = "--framework",
      paramLabel = "EDITION",
      description =
          "The edition whose bands are used, or its .json file (default: the one in force).")
  private Optional<String> framework = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "26/35 or 77", description = "What is to be rated.")
  private List<String> figures = List.of();

  RateCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return switch (edition()) {
      case Result.Done<Framework>(Framework edition) -> rated(edition);
      case Result.Ended<Framework>(ExitCode exit, String why) ->
          reach.ended(new Result.Ended<>(exit, why));
    };
  }

  /** Built in, from a file, or one that the daemon has, if it runs. */
  private Result<Framework> edition() {
    SequencedMap<String, Framework> builtIn = BuiltInEditions.load().frameworks();
    if (framework.isEmpty()) {
      return new Result.Done<>(
          builtIn.sequencedValues().stream()
              .filter(known -> known.edition().status().equals("in-force"))
              .reduce((_, newer) -> newer)
              .orElseThrow());
    }
    String name = framework.get();
    Optional<Framework> known = Optional.ofNullable(builtIn.get(name));
    if (known.isPresent()) {
      return new Result.Done<>(known.get());
    }
    if (name.equals("-") || name.endsWith(".json")) {
      return EditionFile.read(setting, name).then(EditionFile::sound);
    }
    return switch (reach.findRunning()) {
      case Result.Done<Found>(Found daemon) -> added(daemon, name);
      case Result.Ended<Found> _ -> unknown(name);
    };
  }

  private static Result<Framework> added(Found daemon, String id) {
    try (DaemonClient client = new DaemonClient(daemon.address(), daemon.token())) {
      return switch (client.ask(Request.get("frameworks", id), FrameworkJson::read)) {
        case Answered.Refused<Framework>(Problem problem)
            when problem.kind() == Problem.Kind.NOT_FOUND ->
            unknown(id);
        case Answered<Framework> answered -> Result.of(answered);
      };
    }
  }

  private static Result<Framework> unknown(String name) {
    return new Result.Ended<>(
        ExitCode.USAGE,
        """
        no edition "%s"; built in are %s
        an added one needs the daemon that has it, and a file ends with .json\
        """
            .formatted(name, String.join(", ", BuiltInEditions.load().frameworks().keySet())));
  }

  private int rated(Framework edition) {
    if (figures.size() > Rate.MOST_FIGURES) {
      return usage("at most " + Rate.MOST_FIGURES + " figures");
    }
    List<Measure> measures = new ArrayList<>();
    for (String figure : figures) {
      switch (CalculatorInput.parse(figure)) {
        case Outcome.Done<Measure>(Measure measure) -> measures.add(measure);
        case Outcome.Refused<Measure>(Problem problem) -> {
          String why = problem.faults().stream().findFirst().map(Fault::message).orElse("");
          return usage("\"" + figure + "\": " + why);
        }
      }
    }
    if (edition.draft()) {
      setting.output().say(Figures.of(edition));
    }
    new Rate(edition).lines(measures).forEach(setting.output()::say);
    return ExitCode.DONE.code();
  }

  private int usage(String why) {
    setting.errors().say("bandstand rate: " + why);
    return ExitCode.USAGE.code();
  }
}
