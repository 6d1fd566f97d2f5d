package bandstand.store;

import bandstand.inspection.Inspection;
import org.pcollections.PVector;

/**
 * An inspection as it is kept: its state, and its history's table of contents.
 *
 * @param history one line a revision, from revision 1 to the state's
 */
public record Resting(Inspection state, PVector<Noted> history) {
  public Resting {
    if (history.size() != state.revision()) {
      throw new IllegalArgumentException(
          "%s: %d lines of history at revision %d"
              .formatted(state.id(), history.size(), state.revision()));
    }
  }
}
