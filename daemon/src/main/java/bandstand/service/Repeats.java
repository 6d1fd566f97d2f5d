package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.store.Noted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private final Register register;
  private final KnownKeys keys;
  private final History history;
  private final Room room;
  private final InstantSource clock;

  /** Of the inspections of a register, answered from their history. */
  Repeats(Register register, KnownKeys keys, History history, Room room, InstantSource clock) {
    this.register = register;
    this.keys = keys;
    this.history = history;
    this.room = room;
    this.clock = clock;
  }

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

  /** What making an inspection came to under this key, which it made one under; else empty. */
  Optional<Outcome<Taken>> made(Once once, Person by, Draft draft) {
    keys.search(register, clock.instant());
    return keys.making(once, by, clock.instant())
        .filter(known -> register.snapshot(known.inspection()).filter(known::standsIn).isPresent())
        .map(
            known ->
                known.once().equals(once)
                    ? again(draft, by, known)
                    : Outcome.refused(OTHER_REQUEST));
  }

  /**
   * What the same request came to when it was met: a draft that tells of it meets that once more.
   * What is large itself has room already.
   */
  Outcome<Taken> again(Draft draft, Person by, Earlier earlier) {
    Snapshot now = register.snapshot(earlier.inspection()).orElseThrow();
    long past = draft.large() ? 0 : History.edits(now.history());
    return room.share(by, Room.folded(past))
        .then(
            share -> {
              try (share) {
                return again(draft, by, now, earlier);
              }
            });
  }

  private Outcome<Taken> again(Draft draft, Person by, Snapshot now, Earlier earlier) {
    long revision = earlier.revision();
    return past(now, earlier.changed() ? revision - 1 : revision)
        .then(
            before ->
                earlier.changed()
                    ? past(now, revision)
                        .map(after -> Taken.of(history.read(now, revision), before, after))
                    : Outcome.done(Taken.stands(before)))
        .map(
            taken -> {
              Snapshot before = taken.before();
              draft.again(new Moment(before.state(), before.history(), by, earlier.at()));
              return taken.repeating(earlier);
            });
  }

  private Outcome<Snapshot> past(Snapshot now, long revision) {
    return history
        .stateAt(now, revision)
        .map(state -> Snapshot.of(state, now.history().subList(0, Math.toIntExact(revision))));
  }
}
