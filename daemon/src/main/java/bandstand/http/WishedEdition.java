package bandstand.http;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.store.Editions;
import java.util.List;

/** The edition that a body names as {@code framework}. */
final class WishedEdition {
  private WishedEdition() {}

  /** What may be named. */
  static List<String> ids(Editions editions) {
    return editions.all().stream().map(Framework::id).toList();
  }

  /** One that was there when the body was read. */
  static Outcome<Framework> of(Editions editions, String id) {
    return editions
        .byId(id)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.CONFLICT, "The edition %s was removed meanwhile".formatted(id)));
  }
}
