package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the sender of a write last saw.
 *
 * @param tags revisions, any of which may be the current one of what is written, of its case or of
 *     the inspection; none: the last writer wins
 */
public record Precondition(Set<Long> tags) {
  public static final Precondition NONE = new Precondition(Set.of());

  public Precondition {
    tags = Set.copyOf(tags);
  }

  /** Refused if none of the current tags was seen. */
  Optional<Outcome<Change>> refusal(String standing, Long... current) {
    return refused(current)
        ? Optional.of(
            Outcome.refused(Problem.Kind.PRECONDITION_FAILED, "It has changed since: " + standing))
        : Optional.empty();
  }

  private boolean refused(Long... current) {
    return !tags.isEmpty() && Arrays.stream(current).noneMatch(tags::contains);
  }

  /**
   * The same, where each field tells what stands and what was wished.
   *
   * @param wished what would be changed; if it is refused anyway, no field is told
   */
  Optional<Outcome<Change>> refusal(
      String standing,
      Framework framework,
      Function<Code, String> answersAt,
      Supplier<Outcome<Change>> wished,
      Long... current) {
    if (!refused(current)) {
      return Optional.empty();
    }
    List<Edit> edits =
        wished.get() instanceof Outcome.Done<Change>(Change change) ? change.edits() : List.of();
    return Optional.of(Outcome.refused(BothValues.problem(standing, framework, answersAt, edits)));
  }
}
