package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.journal.Damage;
import bandstand.journal.Journal;
import bandstand.journal.Kept;
import bandstand.journal.Reading;
import bandstand.journal.Verification;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.store.Noted;
import bandstand.wire.EventJson;
import bandstand.wire.HistoryJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What happened, read back from the journal. */
public final class History {
  /** Changes read to tell somebody what he saw, and their edits: some tens of milliseconds. */
  private static final int LOOKED_AT = 1_000;

  private static final int EDITS_LOOKED_AT = 10_000;

  private final Journal journal;

  History(Journal journal) {
    this.journal = journal;
  }

  /** One change; its revision is in the snapshot's history. */
  public Recorded read(Snapshot snapshot, long revision) {
    return read(snapshot.history().get(Math.toIntExact(revision - 1)));
  }

  /** What the changes after one revision up to another are, oldest first; nothing is read. */
  public static List<Noted> between(Snapshot snapshot, long after, long upTo) {
    return snapshot.history().subList(Math.toIntExact(after), Math.toIntExact(upTo));
  }

  /** Whether part of what came after a revision is erased by now. */
  public boolean lostSince(Snapshot snapshot, long revision) {
    return snapshot.history().stream()
        .skip(revision)
        .anyMatch(line -> line.kind() == Change.Kind.ERASED);
  }

  /**
   * What happened first at a question after a revision, which tells what stood there until then;
   * empty if nothing did, or too much elsewhere to look.
   */
  public Optional<Edit.ToAnswer> firstAfter(
      Snapshot snapshot, Optional<Reference> subject, Code code, long revision) {
    long now = snapshot.state().revision();
    if (revision > now || now - revision > LOOKED_AT) {
      return Optional.empty();
    }
    List<Noted> since = between(snapshot, revision, now);
    return edits(since) > EDITS_LOOKED_AT
        ? Optional.empty()
        : since.stream()
            .flatMap(line -> read(line).change().edits().stream())
            .filter(Edit.ToAnswer.class::isInstance)
            .map(Edit.ToAnswer.class::cast)
            .filter(edit -> edit.subject().equals(subject) && edit.code().equals(code))
            .findFirst();
  }

  /** How many edits some changes have together. */
  public static long edits(List<Noted> lines) {
    return lines.stream().mapToLong(line -> line.amount().edits()).sum();
  }

  /**
   * The changes of all inspections after a sequence, which may be any, up to one that is told.
   *
   * @param upTo as {@link Watch#since} says it
   */
  public Missed missed(long after, long upTo) {
    return new Missed(journal.trail(after, upTo));
  }

  /** What some changes came to. */
  public record Effect(Ratings before, Ratings after) {}

  /**
   * What the changes after one revision up to another did to the ratings; refused if that cannot be
   * told since the earlier state showed what is erased.
   */
  public Outcome<Effect> effect(Snapshot snapshot, long after, long upTo) {
    return wound(snapshot, snapshot.state(), snapshot.state().revision(), upTo)
        .then(
            later ->
                wound(snapshot, later, upTo, after)
                    .map(earlier -> new Effect(Scorer.rate(earlier), Scorer.rate(later))));
  }

  /**
   * What counts as it was at a revision, from a later state by taking back each change since; its
   * revisions are not those it had.
   */
  private Outcome<Inspection> wound(Snapshot snapshot, Inspection later, long from, long to) {
    Optional<Problem> gone = gone(snapshot, to);
    if (gone.isPresent()) {
      return Outcome.refused(gone.get());
    }
    Inspection state = later;
    for (long revision = from; revision > to; revision--) {
      Noted line = snapshot.history().get(Math.toIntExact(revision - 1));
      if (line.kind() == Change.Kind.ERASE || line.kind() == Change.Kind.ERASED) {
        return stateAt(snapshot, to);
      }
      state = state.after(new Frames(journal, line)::backwards);
    }
    return Outcome.done(state);
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
    for (Noted line : between(snapshot, 0, revision)) {
      state = state.after(new Frames(journal, line)::each);
    }
    return Outcome.done(state);
  }

  /** The same with what it was worth and how it came to be. */
  public Outcome<Snapshot> at(Snapshot snapshot, long revision) {
    return revision == snapshot.state().revision()
        ? Outcome.done(snapshot)
        : stateAt(snapshot, revision)
            .map(
                state ->
                    Snapshot.of(state, snapshot.history().subList(0, Math.toIntExact(revision))));
  }

  /** That a revision showed what was erased later: by whom, when and why. */
  private Optional<Problem> gone(Snapshot snapshot, long revision) {
    return snapshot.history().stream()
        .filter(line -> line.kind() == Change.Kind.ERASE && line.revision() > revision)
        .map(this::read)
        .filter(erased -> showed(erased, revision))
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

  /** One that says no more what it erased was itself erased since, with everything before it. */
  private static boolean showed(Recorded erased, long revision) {
    return erased
        .change()
        .erasure()
        .map(erasure -> erasure.firstRevision() <= revision)
        .orElse(true);
  }

  /** What room a change needs that is read whole to be told; a large one is not. */
  public static long room(Noted line) {
    boolean read = !line.amount().large() && line.position().segment() == line.closing().segment();
    return read ? Room.read(line.closing().offset() - line.position().offset()) : 0;
  }

  /** One change as the audit trail shows it. */
  public byte[] row(Noted line) {
    if (line.amount().large()) {
      Frames frames = new Frames(journal, line);
      return HistoryJson.line(frames.brief(), frames.closing().link().toString());
    }
    Kept kept = kept(line);
    return HistoryJson.line(Replay.recorded(kept), kept.written().head().toString());
  }

  /** One change as an event, without its effect. */
  public byte[] event(Noted line) {
    return line.amount().large()
        ? EventJson.change(new Frames(journal, line).brief())
        : EventJson.change(read(line));
  }

  /** One change as an event, with its effect. */
  public byte[] event(Noted line, Effect effect) {
    return line.amount().large()
        ? EventJson.change(new Frames(journal, line).brief(), effect.before(), effect.after())
        : EventJson.change(read(line), effect.before(), effect.after());
  }

  /**
   * Whether any edit of a change is such a one.
   *
   * @param words that stand in quotes wherever such an edit is recorded
   */
  public boolean any(Noted line, List<String> words, Predicate<Edit> wanted) {
    return new Frames(journal, line).any(words, wanted);
  }

  /** The chain's link after a revision, in hex. */
  public String link(Snapshot snapshot, long revision) {
    return new Frames(journal, snapshot.history().get(Math.toIntExact(revision - 1)))
        .closing()
        .link()
        .toString();
  }

  /** Checks every entry of one inspection and the chain through them. */
  public Verification verify(Snapshot snapshot) {
    return journal.verify(
        snapshot.state().id().text(), snapshot.history().stream().map(Noted::position).toList());
  }

  Recorded read(Noted line) {
    return line.amount().large() ? only(line, edit -> true) : Replay.recorded(kept(line));
  }

  /** A change with those of its edits that are wanted. */
  Recorded only(Noted line, Predicate<Edit> wanted) {
    return new Frames(journal, line).only(wanted);
  }

  /** A change as the journal keeps it, where it stands too. */
  Kept kept(Noted line) {
    return switch (journal.read(line.position())) {
      case Reading.Found<Kept>(Kept kept) -> kept;
      case Reading.Unreadable<Kept>(Damage damage) ->
          throw new Unreadable("revision " + line.revision(), damage);
    };
  }
}
