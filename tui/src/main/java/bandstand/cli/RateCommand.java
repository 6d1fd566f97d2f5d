package bandstand.cli;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.rating.Measure;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.CalculatorInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand rate}: the calculator without a daemon. */
@Command(
    name = "rate",
    description = "Rate figures on their own: fractions or percentages; several are one standard.",
    footer = {"", "Example: bandstand rate 26/35 23/31"})
final class RateCommand implements Callable<Integer> {
  private final Setting setting;

  @Option(
      names = "--framework",
      paramLabel = "EDITION",
      description = "The edition whose bands are used (default: the one in force).")
  private Optional<String> framework = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "26/35 or 77", description = "What is to be rated.")
  private List<String> figures = List.of();

  RateCommand(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Integer call() {
    SequencedMap<String, Framework> editions = BuiltInEditions.load().frameworks();
    Optional<Framework> edition =
        framework.isPresent()
            ? Optional.ofNullable(editions.get(framework.get()))
            : editions.sequencedValues().stream()
                .filter(known -> known.edition().status().equals("in-force"))
                .reduce((_, newer) -> newer);
    if (edition.isEmpty()) {
      return usage(
          "no edition \"%s\"; there are %s"
              .formatted(framework.orElse("in force"), String.join(", ", editions.keySet())));
    }
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
    new Rate(edition.get()).lines(measures).forEach(setting.output()::say);
    return ExitCode.DONE.code();
  }

  private int usage(String why) {
    setting.errors().say("bandstand rate: " + why);
    return ExitCode.USAGE.code();
  }
}
