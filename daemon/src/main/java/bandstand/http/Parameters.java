package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.inspection.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query parameters of a request, and those that mean the same wherever they are taken. */
final class Parameters {
  private Parameters() {}

  /** Every parameter that is not known to a route, stands there twice or has no fit value. */
  static List<Fault> faults(Exchange exchange, Set<String> known) {
    String choices = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    List<Fault> faults = new ArrayList<>();
    for (String name : exchange.queryNames()) {
      List<String> values = exchange.values(name);
      if (!known.contains(name)) {
        faults.add(
            Exchange.fault(
                name,
                values.getFirst(),
                "unknown-parameter",
                "is not known here; known: " + choices));
      } else if (values.size() > 1) {
        faults.add(Exchange.fault(name, values.getLast(), "repeated-parameter", "is given twice"));
      } else if (read(exchange, name) instanceof Outcome.Refused<?> unfit) {
        faults.addAll(unfit.problem().faults());
      }
    }
    return faults;
  }

  /** What depends on what is asked of, a cursor or a revision, is for its route to read. */
  private static Outcome<?> read(Exchange exchange, String name) {
    return switch (name) {
      case "limit" -> limit(exchange);
      case "dryRun", "overwrite", "due", "open" -> exchange.flag(name, false);
      case "mode" -> partial(exchange);
      case "step" -> step(exchange);
      default -> Outcome.done(name);
    };
  }

  static Outcome<Optional<Long>> limit(Exchange exchange) {
    return exchange.number("limit", 1, Page.MOST);
  }

  /** Whether the good rows of a bad file are wanted. */
  static Outcome<Boolean> partial(Exchange exchange) {
    String mode = exchange.query("mode").orElse("atomic");
    return switch (mode) {
      case "atomic" -> Outcome.done(false);
      case "partial" -> Outcome.done(true);
      default -> Exchange.queryFault("mode", mode, "value", "atomic or partial");
    };
  }

  static Outcome<Optional<Step>> step(Exchange exchange) {
    Optional<String> word = exchange.query("step");
    Optional<Step> step = word.flatMap(Step::ofWord);
    return word.isPresent() && step.isEmpty()
        ? Exchange.queryFault(
            "step", word.get(), "value", "open, read, interviewed, submitted or checked")
        : Outcome.done(step);
  }
}
