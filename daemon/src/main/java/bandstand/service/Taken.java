package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Recorded;
import bandstand.rating.Scorer;
import java.util.Optional;

/**
 * What came of a write.
 *
 * @param recorded empty when what was asked for already stood: no revision, no event
 * @param repeats the same request, met before; empty when it is a new one
 */
public record Taken(
    Optional<Recorded> recorded, Snapshot before, Snapshot after, Optional<Earlier> repeats) {

  static Taken stands(Snapshot now) {
    return new Taken(Optional.empty(), now, now, Optional.empty());
  }

  static Taken of(Recorded recorded, Snapshot before, Snapshot after) {
    return new Taken(Optional.of(recorded), before, after, Optional.empty());
  }

  Taken repeating(Earlier earlier) {
    return new Taken(recorded, before, after, Optional.of(earlier));
  }

  /** What a wish would come to; it is kept nowhere. */
  static Outcome<Taken> supposed(Snapshot now, Prepared prepared) {
    return prepared
        .outcome()
        .map(made -> made.map(change -> supposed(now, change)).orElseGet(() -> stands(now)));
  }

  private static Taken supposed(Snapshot now, Prepared.Made made) {
    Snapshot after = new Snapshot(made.after(), Scorer.rate(made.after()), now.history());
    return of(made.recorded(), now, after);
  }
}
