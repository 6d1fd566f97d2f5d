package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.journal.Position;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.store.Noted;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An inspection as readers see it: a state, what it is worth, and how it came to be. Immutable.
 *
 * @param history one line a revision, from revision 1
 */
public record Snapshot(Inspection state, Ratings ratings, PVector<Noted> history) {

  static Snapshot blank(Inspection state) {
    return new Snapshot(state, Scorer.rate(state), TreePVector.empty());
  }

  /** For a state found at rest. */
  public static Snapshot of(Inspection state, PVector<Noted> history) {
    return new Snapshot(state, Scorer.rate(state), history);
  }

  static Noted noted(Recorded recorded, Position position) {
    Change change = recorded.change();
    return new Noted(
        recorded.revision(),
        position,
        recorded.by(),
        recorded.at(),
        change.kind(),
        change.of().orElse(0L),
        change.once());
  }
}
