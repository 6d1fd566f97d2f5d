package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.journal.Journal;
import bandstand.journal.Kept;
import bandstand.journal.Reading;
import bandstand.journal.Verification;
import bandstand.store.Noted;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened, read back from the journal. */
public final class History {
  private final Journal journal;

  History(Journal journal) {
    this.journal = journal;
  }

  /** One change; its revision is in the snapshot's history. */
  public Recorded read(Snapshot snapshot, long revision) {
    return read(snapshot.history().get(Math.toIntExact(revision - 1)));
  }

  /** The changes after one revision up to another, oldest first; read as they are asked for. */
  public Stream<Recorded> between(Snapshot snapshot, long after, long upTo) {
    return snapshot.history().subList(Math.toIntExact(after), Math.toIntExact(upTo)).stream()
        .map(this::read);
  }

  /**
   * The state at a revision from 0 to the snapshot's, made anew from its changes; refused if it
   * showed what was erased since.
   */
  public Outcome<Inspection> stateAt(Snapshot snapshot, long revision) {
    if (revision == snapshot.state().revision()) {
      return Outcome.done(snapshot.state());
    }
    Optional<Problem> gone = gone(snapshot, revision);
    if (gone.isPresent()) {
      return Outcome.refused(gone.get());
    }
    Inspection state = Inspection.blank(snapshot.state().id(), snapshot.state().framework());
    return Outcome.done(Replay.stateAt(state, () -> between(snapshot, 0, revision).iterator()));
  }

  /** That a revision showed what was erased later: by whom, when and why. */
  private Optional<Problem> gone(Snapshot snapshot, long revision) {
    return snapshot.history().stream()
        .filter(line -> line.kind() == Change.Kind.ERASE && line.revision() > revision)
        .map(this::read)
        .filter(erased -> erased.change().erasure().orElseThrow().firstRevision() <= revision)
        .findFirst()
        .map(
            erased ->
                Problem.of(
                    Problem.Kind.ERASED,
                    "Revision %d showed what %s erased at %s: %s. From revision %d on it can be read"
                        .formatted(
                            revision,
                            erased.by(),
                            erased.at(),
                            erased.change().reason(),
                            erased.revision())));
  }

  /**
   * A change and the chain's link after it.
   *
   * @param link in hex
   */
  public record Linked(Recorded recorded, String link) {}

  /** One change as the audit trail shows it; its revision is in the snapshot's history. */
  public Linked linked(Snapshot snapshot, long revision) {
    Kept kept = kept(snapshot.history().get(Math.toIntExact(revision - 1)));
    return new Linked(Replay.recorded(kept), kept.written().head().toString());
  }

  /** The chain's link after a revision, in hex. */
  public String link(Snapshot snapshot, long revision) {
    return kept(snapshot.history().get(Math.toIntExact(revision - 1))).written().head().toString();
  }

  /** Checks every entry of one inspection and the chain through them. */
  public Verification verify(Snapshot snapshot) {
    return journal.verify(
        snapshot.state().id().text(), snapshot.history().stream().map(Noted::position).toList());
  }

  Recorded read(Noted line) {
    return Replay.recorded(kept(line));
  }

  /** A change as the journal keeps it, where it stands too. */
  Kept kept(Noted line) {
    return switch (journal.read(line.position())) {
      case Reading.Found<Kept>(Kept kept) -> kept;
      case Reading.Unreadable<Kept> lost ->
          throw new IllegalStateException(
              "revision " + line.revision() + " cannot be read: " + lost.damage());
    };
  }
}
