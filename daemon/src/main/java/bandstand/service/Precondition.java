package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

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
    boolean met = tags.isEmpty() || Arrays.stream(current).anyMatch(tags::contains);
    return met
        ? Optional.empty()
        : Optional.of(
            Outcome.refused(Problem.Kind.PRECONDITION_FAILED, "It has changed since: " + standing));
  }
}
