package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.journal.Written;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.store.Amount;
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

  static Noted noted(Recorded recorded, Written written) {
    Change change = recorded.change();
    return new Noted(
        recorded.revision(),
        written.position(),
        written.positions().getLast(),
        recorded.by(),
        recorded.at(),
        change.kind(),
        change.of().orElse(0L),
        change.once(),
        Amount.of(change.edits()));
  }
}
