package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The opened inspection kept as the daemon has it. */
final class Following {
  private Following() {}

  /** Read whole: opened for the first time, or anew after changes were missed. */
  static State opened(State state, Inspection inspection) {
    Optional<Opened> before = state.opened().filter(opened -> opened.id().equals(inspection.id()));
    boolean awaited = state.opening().equals(Optional.of(inspection.id()));
    if (before.isEmpty() && !awaited) {
      return state;
    }
    Ratings ratings = Scorer.rate(inspection);
    Opened opened =
        new Opened(
            inspection,
            ratings,
            0,
            before.map(old -> moved(old, ratings)).orElse(Map.of()),
            before.map(old -> undoable(state, old, inspection)).orElse(List.of()),
            before.map(Opened::redoable).orElse(List.of()),
            before.map(Opened::refusals).orElse(List.of()));
    State kept =
        state
            .withOpened(opened.withOpenCases(openCases(opened)))
            .withOutbox(state.outbox().only(inspection.id()).seen(inspection.revision()))
            .withOpening(awaited ? Optional.empty() : state.opening());
    if (before.isPresent()) {
      return kept;
    }
    Screen.Inspections list = new Screen.Inspections(Optional.of(inspection.id()), "");
    return kept.with(kept.display().with(list).withoutPast().withNews("").saying(""))
        .going(Opening.standards(kept.theOpened()));
  }

  static Turn seen(State state, Message.ChangeSeen seen) {
    Recorded recorded = seen.recorded();
    Optional<Opened> opened = state.opened().filter(one -> one.id().equals(recorded.inspection()));
    if (opened.isEmpty() || recorded.revision() <= opened.get().revision()) {
      return Turn.to(state);
    }
    State told = recognised(state, opened.get(), seen);
    boolean next = recorded.revision() == opened.get().revision() + 1;
    if (next && seen.complete()) {
      return Turn.to(folded(told, recorded));
    }
    Optional<InspectionId> anew = Optional.of(recorded.inspection());
    return told.opening().equals(anew)
        ? Turn.to(told)
        : Turn.to(told.withOpening(anew), new Effect.Open(recorded.inspection()));
  }

  /** The state after the next change of its inspection. */
  static State folded(State state, Recorded recorded) {
    Opened before = state.theOpened();
    Inspection inspection = before.inspection().after(recorded);
    Ratings ratings = Scorer.rate(inspection);
    Set<Reference> touched =
        recorded.change().edits().stream()
            .map(Edit::touches)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Opened after = before.with(inspection, ratings, moved(before, ratings));
    int open = before.openCases();
    for (Reference reference : touched) {
      open +=
          openOne(after, inspection, reference) - openOne(before, before.inspection(), reference);
    }
    return state
        .withOpened(after.withOpenCases(open))
        .withOutbox(state.outbox().seen(recorded.revision()));
  }

  /** This client's own change, or somebody else's, which is news. */
  private static State recognised(State state, Opened opened, Message.ChangeSeen seen) {
    Recorded recorded = seen.recorded();
    boolean mine = state.link().isMe(recorded.by());
    Outbox outbox = state.outbox();
    Optional<Outbox.Entry> head =
        outbox
            .head()
            .filter(entry -> mine && entry.sent() && entry.pending())
            .filter(entry -> Matching.matches(entry.write(), recorded, opened.inspection()));
    if (head.isPresent()) {
      return state.withOutbox(outbox.withHead(entry -> entry.at(recorded.revision())));
    }
    State told =
        state.with(state.display().withNews(ChangeWords.of(recorded, state.settings().zone())));
    return outbox.acknowledged().stream()
        .filter(entry -> entry.revision() == recorded.revision())
        .findFirst()
        .map(entry -> mine && isVery(entry, seen, opened) ? state : disowned(told, recorded))
        .orElse(told);
  }

  private static boolean isVery(Outbox.Entry entry, Message.ChangeSeen seen, Opened opened) {
    return !seen.complete()
        || Matching.matches(entry.write(), seen.recorded(), opened.inspection());
  }

  /** What this client wanted stood there already, and this is what it was told of. */
  private static State disowned(State state, Recorded recorded) {
    return state.mapOpened(opened -> opened.withoutOwn(recorded.revision()));
  }

  /** Own changes, without those that the inspection as it was read does not show to be own. */
  private static List<Opened.Own> undoable(State state, Opened before, Inspection inspection) {
    Opened kept = before;
    for (Outbox.Entry entry : state.outbox().acknowledged()) {
      if (entry.revision() <= inspection.revision() && !isShown(state, entry, inspection)) {
        kept = kept.withoutOwn(entry.revision());
      }
    }
    return kept.undoable();
  }

  private static boolean isShown(State state, Outbox.Entry entry, Inspection inspection) {
    return switch (entry.write()) {
      case Write.PutAnswer put ->
          inspection
              .given(put.subject(), put.code())
              .filter(given -> given.revision() == entry.revision())
              .filter(given -> state.link().isMe(given.by()))
              .isPresent();
      case Write.Undo undo -> true;
      case Write.Redo redo -> true;
      case Write.Raise raise -> true;
      case Write.PatchCase patch -> false;
      case Write.PatchAlert patch -> false;
      case Write.PatchDetails patch -> false;
      case Write.Create create -> false;
      case Write.Carry carry -> false;
    };
  }

  private static Map<Code, Integer> moved(Opened before, Ratings after) {
    Map<Code, Integer> moved = new HashMap<>(before.moved());
    moved.putAll(Moves.between(before.ratings(), after));
    return moved;
  }

  private static int openCases(Opened opened) {
    int open = 0;
    for (Case file : opened.inspection().cases().values()) {
      open += opened.isOpen(file) ? 1 : 0;
    }
    return open;
  }

  private static int openOne(Opened opened, Inspection inspection, Reference reference) {
    return inspection.file(reference).filter(opened::isOpen).isPresent() ? 1 : 0;
  }
}
