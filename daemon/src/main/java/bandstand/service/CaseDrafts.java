package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.wire.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One case: made, changed, removed. */
public final class CaseDrafts {
  static final String TYPE_UNDER_ANSWERS = "type-under-answers";
  static final String SUBMITTED = "submitted-";

  private CaseDrafts() {}

  /** Makes or changes a case. */
  public static Draft set(CaseWish wish, Precondition precondition) {
    String reason = wish.request().reason().orElse("");
    return moment -> {
      Optional<Problem> frozen = Guards.frozen(moment.state());
      if (frozen.isPresent()) {
        return Outcome.refused(frozen.get());
      }
      Optional<Case> standing = moment.state().file(wish.reference());
      if (standing.isEmpty() && moment.state().cases().size() >= Limits.CASES) {
        return Outcome.refused(Problem.refused(CaseEditing.tooMany(moment.state())));
      }
      return unseen(moment.state(), standing, precondition, () -> edited(moment, wish, reason))
          .orElseGet(() -> edited(moment, wish, reason));
    };
  }

  private static Outcome<Change> edited(Moment moment, CaseWish wish, String reason) {
    Faults faults = new Faults();
    return CaseEditing.of(moment, wish, Optional.of(reason), faults)
        .map(made -> Outcome.done(Change.of(Change.Kind.CASE, made.edits()).because(reason)))
        .orElseGet(() -> Outcome.refused(problem(faults)));
  }

  /** Changes a case that exists. */
  public static Draft change(CaseWish wish, Precondition precondition) {
    Draft set = set(wish, precondition);
    return moment ->
        moment.state().file(wish.reference()).isEmpty()
            ? absent(wish.reference())
            : set.against(moment);
  }

  /** Removes a case with everything on it; an undo brings it back. */
  public static Draft remove(Reference reference, String reason, Precondition precondition) {
    return moment -> {
      Optional<Problem> frozen = Guards.frozen(moment.state());
      if (frozen.isPresent()) {
        return Outcome.refused(frozen.get());
      }
      Optional<Case> standing = moment.state().file(reference);
      if (standing.isEmpty()) {
        return absent(reference);
      }
      return unseen(
              moment.state(),
              standing,
              precondition,
              () -> Outcome.done(Change.none(Change.Kind.REMOVE_CASE)))
          .or(
              () ->
                  Guards.submitted(standing.get(), moment.by(), reason)
                      .map(Outcome::<Change>refused))
          .orElseGet(
              () ->
                  Outcome.done(
                      Change.of(Change.Kind.REMOVE_CASE, removal(standing.get())).because(reason)));
    };
  }

  /** Everything on a case, and the case itself, cleared. */
  static List<Edit> removal(Case file) {
    List<Edit> edits = new ArrayList<>();
    Optional<Reference> subject = Optional.of(file.reference());
    file.answers()
        .forEach(
            (code, given) ->
                edits.add(new Edit.ToAnswer(subject, code, Optional.of(given), Optional.empty())));
    file.facts()
        .forEach(
            (name, fact) ->
                edits.add(
                    new Edit.ToFact(
                        file.reference(), name, Optional.of(fact.value()), Optional.empty())));
    edits.add(new Edit.ToCase(file.reference(), true, false));
    return edits;
  }

  private static <T> Outcome<T> absent(Reference reference) {
    return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no case " + reference);
  }

  private static Optional<Outcome<Change>> unseen(
      Inspection state,
      Optional<Case> standing,
      Precondition precondition,
      Supplier<Outcome<Change>> wished) {
    long revision = standing.map(Case::revision).orElse(0L);
    return precondition.refusal(
        standing.map(file -> file.reference() + " is at revision " + revision).orElse("no case"),
        state.framework(),
        code -> "/answers/" + code,
        wished,
        revision,
        state.revision());
  }

  /** Some refusals of one case have a status of their own. */
  private static Problem problem(Faults faults) {
    Problem problem = faults.problem();
    Fault first = faults.first().getFirst();
    Problem.Kind kind =
        switch (first.code()) {
          case TYPE_UNDER_ANSWERS, SUBMITTED + "conflict", Guards.LEFT -> Problem.Kind.CONFLICT;
          case SUBMITTED + "forbidden" -> Problem.Kind.FORBIDDEN;
          default -> Problem.Kind.REFUSED;
        };
    return new Problem(
        kind, problem.detail(), problem.faults(), problem.faultCount(), problem.conflicts());
  }
}
