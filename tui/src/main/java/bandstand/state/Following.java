package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
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
            before.map(Opened::undoable).orElse(List.of()),
            before.map(Opened::redoable).orElse(List.of()),
            before.map(Opened::refusals).orElse(List.of()));
    State kept =
        state
            .withOpened(opened.withOpenCases(openCases(opened)))
            .withOutbox(state.outbox().seen(inspection.revision()))
            .withOpening(awaited ? Optional.empty() : state.opening());
    if (before.isPresent()) {
      return kept;
    }
    Screen.Inspections list = new Screen.Inspections(Optional.of(inspection.id()), "");
    Code first = inspection.framework().groups().getFirst().code();
    return kept.with(kept.display().with(list).withoutPast().withNews("").saying(""))
        .going(new Screen.Standards(first, Optional.empty(), ""));
  }

  static Turn seen(State state, Message.ChangeSeen seen) {
    Recorded recorded = seen.recorded();
    Optional<Opened> opened = state.opened().filter(one -> one.id().equals(recorded.inspection()));
    if (opened.isEmpty() || recorded.revision() <= opened.get().revision()) {
      return Turn.to(state);
    }
    boolean underWay = isUnderWay(state, recorded);
    State told =
        underWay
            ? state.withOutbox(state.outbox().withHead(head -> head.at(recorded.revision())))
            : isAcknowledged(state, recorded)
                ? state
                : state.with(state.display().withNews(Words.of(recorded, state.settings().zone())));
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

  /** This client's own, whose answer has come before it. */
  private static boolean isAcknowledged(State state, Recorded recorded) {
    return state.outbox().acknowledged().stream()
        .anyMatch(entry -> entry.revision() == recorded.revision());
  }

  /** This client's own, whose answer is still to come. */
  private static boolean isUnderWay(State state, Recorded recorded) {
    return state.link().isMe(recorded.by())
        && state
            .outbox()
            .head()
            .filter(head -> head.underWay() && matches(head, recorded))
            .isPresent();
  }

  private static boolean matches(Outbox.Entry entry, Recorded recorded) {
    List<Edit> edits = recorded.change().edits();
    return entry.pending()
        && switch (entry.write()) {
          case Write.PutAnswer put ->
              edits.stream()
                  .anyMatch(
                      edit ->
                          edit instanceof Edit.ToAnswer to
                              && to.subject().equals(put.subject())
                              && to.code().equals(put.code())
                              && Wanted.of(to.after()).equals(put.wanted()));
          case Write.Undo undo -> recorded.change().of().equals(Optional.of(undo.revision()));
          case Write.Redo redo -> recorded.change().kind() == Change.Kind.REDO;
          case Write.PatchCase patch ->
              edits.stream()
                  .anyMatch(
                      edit ->
                          edit instanceof Edit.ToFact fact
                              && fact.subject().equals(patch.reference()));
          case Write.Raise raise -> edits.stream().anyMatch(Edit.ToAlert.class::isInstance);
          case Write.PatchAlert patch ->
              edits.stream()
                  .anyMatch(
                      edit -> edit instanceof Edit.ToAlert to && to.number() == patch.number());
          case Write.PatchDetails patch -> edits.stream().anyMatch(Edit.ToDetail.class::isInstance);
          case Write.Create create -> false;
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
