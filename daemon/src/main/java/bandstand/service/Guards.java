package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Remains;
import bandstand.inspection.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a change out whatever it says. */
final class Guards {
  /** The fault of writing on what is left of an erased case. */
  static final String LEFT = "erased";

  /** The fault of a new case that is called as an erasure would call it. */
  static final String NAMED = "erasure-name";

  private Guards() {}

  static Optional<Problem> frozen(Inspection state) {
    if (state.deleted()) {
      return Optional.of(
          Problem.of(Problem.Kind.NOT_FOUND, "There is no inspection " + state.id()));
    }
    return state
        .detail(Inspection.SIGNED_OFF_BY)
        .map(
            name ->
                Problem.conflict(
                    "Signed off by %s; a lead can reopen it with a reason".formatted(name),
                    List.of()));
  }

  /**
   * What is left of an erased case holds counted answers and nothing else, since nobody could erase
   * it once more; so no change reaches it, and no new case is called as an erasure calls one.
   */
  static Optional<Problem> erased(Moment moment, Change change) {
    if (change.kind() == Change.Kind.ERASE || change.kind() == Change.Kind.CREATE) {
      return Optional.empty();
    }
    return change.edits().stream()
        .flatMap(edit -> erased(moment, change.kind(), edit).stream())
        .findFirst();
  }

  private static Optional<Problem> erased(Moment moment, Change.Kind kind, Edit edit) {
    Optional<Problem> left =
        touched(edit)
            .filter(reference -> isLeft(moment, reference))
            .findFirst()
            .map(reference -> Problem.conflict(left(reference), List.of()));
    boolean brings = kind == Change.Kind.UNDO || kind == Change.Kind.REDO;
    return left.isEmpty()
            && !brings
            && edit instanceof Edit.ToCase made
            && made.after()
            && isErasureName(made.subject())
        ? Optional.of(Problem.refused(Fault.at("", NAMED, named(made.subject()))))
        : left;
  }

  private static Stream<Reference> touched(Edit edit) {
    return edit instanceof Edit.ToAlert(_, var before, var after)
        ? Stream.of(before, after)
            .flatMap(Optional::stream)
            .flatMap(alert -> alert.subject().stream())
        : edit.touches().stream();
  }

  /** Whether a reference is of the form that erasures give; a person may have given it before. */
  static boolean isErasureName(Reference reference) {
    return Remains.number(reference).isPresent();
  }

  /**
   * Whether a case of that name is what an erasure left, here or where the inspection was carried
   * from; also when the case had been removed, so that only an alert is left of it.
   */
  static boolean isLeft(Moment moment, Reference reference) {
    return isErasureName(reference)
        && moment
            .state()
            .lastMade(reference)
            .map(revision -> revision == 1 || isErasure(moment, revision))
            .orElse(true);
  }

  /** Whether an erasure in this very inspection left it, so that nothing in it is to be erased. */
  static boolean isLeftHere(Moment moment, Reference reference) {
    return isErasureName(reference)
        && moment
            .state()
            .lastMade(reference)
            .map(revision -> isErasure(moment, revision))
            .orElse(false);
  }

  /** One that is not in the history yet is met in the same batch, which no erasure shares. */
  private static boolean isErasure(Moment moment, long revision) {
    return revision <= moment.history().size()
        && moment.history().get(Math.toIntExact(revision - 1)).kind() == Change.Kind.ERASE;
  }

  static String left(Reference reference) {
    return "%s is what is left of an erased case: it holds nothing but counted answers"
        .formatted(reference);
  }

  static String named(Reference reference) {
    return "%s is what an erasure calls a case; give it another reference".formatted(reference);
  }

  /** A submitted case is its assignee's or a lead's to change, and only with a reason. */
  static Optional<Problem> submitted(Case file, Person by, String reason) {
    if (!file.step().isAtLeast(Step.SUBMITTED)) {
      return Optional.empty();
    }
    if (!by.isLead() && !file.assignee().equals(Optional.of(by.name()))) {
      return Optional.of(
          Problem.of(
              Problem.Kind.FORBIDDEN,
              "%s is %s; its assignee or a lead can change it"
                  .formatted(file.reference(), file.step().word())));
    }
    return reason.isBlank()
        ? Optional.of(
            Problem.conflict(
                "%s is %s; say why it changes in \"reason\""
                    .formatted(file.reference(), file.step().word()),
                List.of()))
        : Optional.empty();
  }
}
