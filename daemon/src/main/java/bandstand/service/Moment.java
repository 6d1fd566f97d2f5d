package bandstand.service;

import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.store.Noted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a wish meets.
 *
 * @param history whole only for a wish that {@link Draft#readsHistory}
 * @param at by the daemon's clock
 */
public record Moment(Inspection state, List<Noted> history, Person by, Instant at) {
  /** To the microsecond, as the journal keeps it. */
  static Moment now(Inspection state, List<Noted> history, Person by, InstantSource clock) {
    return new Moment(state, history, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** The revision the change would make. */
  long revision() {
    return state.revision() + 1;
  }
}
