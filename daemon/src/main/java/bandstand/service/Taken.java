package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.rating.Scorer;
import java.util.Optional;

/**
 * What came of a write.
 *
 * @param recorded empty when what was asked for already stood: no revision, no event
 * @param repeats the revision that the same request made before; empty when it is a new one
 */
public record Taken(
    Optional<Recorded> recorded, Snapshot before, Snapshot after, Optional<Long> repeats) {

  static Taken stands(Snapshot now) {
    return new Taken(Optional.empty(), now, now, Optional.empty());
  }

  static Taken of(Recorded recorded, Snapshot before, Snapshot after) {
    return new Taken(Optional.of(recorded), before, after, Optional.empty());
  }

  /** What a change would come to, refused if it is too large to be one; it is kept nowhere. */
  static Outcome<Taken> supposed(Snapshot now, Moment moment, Draft draft, Change change) {
    if (change.nothing()) {
      return Outcome.done(stands(now));
    }
    Recorded recorded =
        new Recorded(now.state().id(), moment.revision(), moment.by().name(), moment.at(), change);
    if (Batch.entry(recorded, draft).isEmpty()) {
      return Outcome.refused(Batch.tooLarge());
    }
    Inspection after = now.state().after(recorded);
    return Outcome.done(of(recorded, now, new Snapshot(after, Scorer.rate(after), now.history())));
  }
}
