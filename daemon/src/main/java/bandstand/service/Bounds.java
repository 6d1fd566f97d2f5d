package bandstand.service;

import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Volume;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much there may be, so that any inspection fits in memory whatever was written to it. Nothing
 * that is recorded already is refused for it, and less is always let through.
 */
final class Bounds {
  /** Nothing stands in the way of what takes an inspection out of sight and brings it back. */
  private static final Set<Change.Kind> ALWAYS =
      Set.of(Change.Kind.ERASE, Change.Kind.DELETE, Change.Kind.RESTORE);

  private Bounds() {}

  /** Why an inspection does not take a change that would lead to this. */
  static Optional<Problem> exceeded(Change.Kind kind, Inspection before, Inspection after) {
    if (ALWAYS.contains(kind)) {
      return Optional.empty();
    }
    Volume was = before.volume();
    Volume is = after.volume();
    if (is.answers() > Limits.ANSWERS && is.answers() > was.answers()) {
      return Optional.of(most(after, is.answers(), "answers", Limits.ANSWERS));
    }
    if (is.characters() > Limits.CHARACTERS && is.characters() > was.characters()) {
      return Optional.of(
          most(after, is.characters(), "characters of notes and facts", Limits.CHARACTERS));
    }
    return after.revision() > Limits.CHANGES
        ? Optional.of(most(after, after.revision(), "changes", Limits.CHANGES))
        : Optional.empty();
  }

  private static Problem most(Inspection state, long count, String what, int most) {
    return Problem.of(
        Problem.Kind.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "%s would have %,d %s; an inspection has at most %,d. "
                + "Take out what it does not need, or go on in another",
            state.id(),
            count,
            what,
            most));
  }

  /** Why no other inspection is made beside so many. */
  static Optional<Problem> exceeded(long inspections) {
    return inspections < Limits.INSPECTIONS
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                Problem.Kind.TOO_LARGE,
                String.format(
                    Locale.ROOT,
                    "There are %,d inspections, those deleted and erased among them: "
                        + "the most one data folder has. Go on in another",
                    inspections)));
  }
}
