package bandstand.service;

import bandstand.framework.Problem;
import bandstand.journal.Damage;

/** What was acknowledged cannot be read from the journal any more. */
public final class Unreadable extends RuntimeException {
  /** What whoever keeps the data does about it. */
  static final String NEXT =
      "bandstand doctor says more; bandstand restore makes a new data folder of the last backup";

  private static final long serialVersionUID = 1L;

  private final String place;

  Unreadable(String what, Damage damage) {
    super(what + " cannot be read: " + damage.words());
    place = what;
  }

  /** As it is told to whoever asked; the place on the disk is in the log. */
  public Problem problem() {
    return Problem.of(
        Problem.Kind.UNAVAILABLE,
        "The journal is damaged where %s stands; %s".formatted(place, NEXT));
  }
}
