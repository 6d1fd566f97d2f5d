package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.store.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests that come again under the same Idempotency-Key. */
final class Repeats {
  /** A key is remembered for so long. */
  static final Duration REMEMBERED = Duration.ofHours(24);

  /** So many changes in a row, older than that: they are, and not made while a clock was wrong. */
  static final int OLDER_IN_A_ROW = 1_000;

  static final Problem OTHER_REQUEST =
      Problem.refused(
          new Fault(
              0,
              "",
              "Idempotency-Key",
              Optional.empty(),
              "key-reused",
              "This key came with another request; use a new key for a new request"));

  private Repeats() {}

  /** The change that a request of this person under this key made. */
  static Optional<Noted> of(Once once, Person by, Instant now, List<Noted> lines) {
    Instant oldest = now.minus(REMEMBERED);
    int older = 0;
    for (Noted line : lines.reversed()) {
      if (line.at().isBefore(oldest)) {
        if (++older == OLDER_IN_A_ROW) {
          return Optional.empty();
        }
        continue;
      }
      older = 0;
      boolean same = line.once().map(Once::key).equals(Optional.of(once.key()));
      if (same && line.by().equals(by.name())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** What the same request came to when it was met: the draft meets that state once more. */
  static Outcome<Taken> again(Writer.Job job, Taken taken, History history) {
    Snapshot now = taken.after();
    long revision = taken.repeats().orElseThrow();
    return past(now, revision - 1, history)
        .then(
            before ->
                past(now, revision, history)
                    .map(after -> again(job, history.read(now, revision), before, after)));
  }

  private static Taken again(Writer.Job job, Recorded recorded, Snapshot before, Snapshot after) {
    long revision = recorded.revision();
    var met = new Moment(before.state(), before.history(), job.by(), recorded.at());
    if (job.draft().against(met) instanceof Outcome.Refused<Change>(Problem problem)) {
      throw new IllegalStateException(
          "revision %d is refused when it comes again: %s".formatted(revision, problem.detail()));
    }
    return new Taken(Optional.of(recorded), before, after, Optional.of(revision));
  }

  private static Outcome<Snapshot> past(Snapshot now, long revision, History history) {
    return history
        .stateAt(now, revision)
        .map(state -> Snapshot.of(state, now.history().subList(0, Math.toIntExact(revision))));
  }
}
