package bandstand.service;

import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.store.Noted;
import java.time.Instant;
import java.util.List;

/**
 * What a wish meets.
 *
 * @param history whole only for a wish that {@link Draft#readsHistory}
 * @param at by the daemon's clock
 */
public record Moment(Inspection state, List<Noted> history, Person by, Instant at) {
  /** The revision the change would make. */
  long revision() {
    return state.revision() + 1;
  }
}
