package bandstand.service;

import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import java.time.Instant;

/** The state a wish meets, who wishes, and when by the daemon's clock. */
public record Moment(Inspection state, Person by, Instant at) {
  /** The revision the change would make. */
  long revision() {
    return state.revision() + 1;
  }
}
