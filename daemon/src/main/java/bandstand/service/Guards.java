package bandstand.service;

import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Step;
import java.util.List;
import java.util.Optional;

/** What keeps a change out whatever it says. */
final class Guards {
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
