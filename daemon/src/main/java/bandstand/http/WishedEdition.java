package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.store.Editions;
import java.util.stream.Collectors;

/** The edition that a body names as {@code framework}. */
final class WishedEdition {
  private WishedEdition() {}

  static Outcome<Framework> of(Editions editions, String id) {
    return editions
        .byId(id)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.refused(
                        Fault.at(
                            "/framework",
                            id,
                            "unknown-framework",
                            "There is no edition of that id; there are: "
                                + editions.all().stream()
                                    .map(Framework::id)
                                    .collect(Collectors.joining(", "))))));
  }
}
