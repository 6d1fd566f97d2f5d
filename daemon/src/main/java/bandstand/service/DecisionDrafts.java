package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Judgement;
import bandstand.inspection.Judgement.Signature;
import java.util.List;
import java.util.Optional;

/** What people decide: judgements of standards, and discretion beside computed ratings. */
public final class DecisionDrafts {
  private DecisionDrafts() {}

  /**
   * Judges what the lead inspector judges, or declares any standard not rated.
   *
   * @param rating empty: not rated
   */
  public static Draft judge(
      Code code,
      Optional<Rating> rating,
      String reason,
      boolean agreed,
      Precondition precondition) {
    return moment -> {
      Inspection state = moment.state();
      Optional<Standard> standard = state.framework().standard(code);
      Optional<Problem> refusal =
          Guards.frozen(state).or(() -> notJudged(state, code, standard, rating));
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Optional<Judgement> before = state.decisions().judgement(code);
      return set(
          moment,
          precondition,
          new Edit.ToJudgement(
              code, before, Optional.of(judgement(moment, before, rating, reason, agreed))));
    };
  }

  private static Judgement judgement(
      Moment moment,
      Optional<Judgement> before,
      Optional<Rating> rating,
      String reason,
      boolean agreed) {
    Signature now = new Signature(moment.by().name(), moment.at());
    Optional<Judgement> same =
        before.filter(
            standing -> standing.rating().equals(rating) && standing.reason().equals(reason));
    Optional<Signature> agreement =
        agreed ? same.flatMap(Judgement::agreed).or(() -> Optional.of(now)) : Optional.empty();
    return new Judgement(rating, reason, same.map(Judgement::by).orElse(now), agreement);
  }

  private static Optional<Problem> notJudged(
      Inspection state, Code code, Optional<Standard> standard, Optional<Rating> rating) {
    boolean judged = state.framework().takesJudgement(code);
    if (standard.isEmpty() && !judged) {
      return Optional.of(unknown(state, code));
    }
    if (!judged && standard.get().judged()) {
      return Optional.of(
          refused(
              "/rating",
              "judged-whole",
              "%s is judged as part of %s; judge that".formatted(code, code.parent())));
    }
    if (rating.isPresent() && !judged && state.framework().takesJudgement(code.parent())) {
      return Optional.of(
          refused(
              "/rating",
              "judged-whole",
              "%s has percentages and no rating; %s is judged as a whole"
                  .formatted(code, code.parent())));
    }
    if (rating.isPresent() && !judged) {
      return Optional.of(
          refused(
              "/rating",
              "not-judged",
              "%s is scored by cases; use discretion to set another final rating".formatted(code)));
    }
    return rating.isEmpty() && state.decisions().discretion(code).isPresent()
        ? Optional.of(
            refused(
                "/notRated",
                "discretion-stands",
                "Discretion stands on %s; take it back first".formatted(code)))
        : Optional.empty();
  }

  public static Draft clearJudgement(Code code, Precondition precondition) {
    return moment ->
        Guards.frozen(moment.state())
            .<Outcome<Change>>map(Outcome::refused)
            .orElseGet(
                () ->
                    set(
                        moment,
                        precondition,
                        new Edit.ToJudgement(
                            code, moment.state().decisions().judgement(code), Optional.empty())));
  }

  /** Sets a final rating beside a computed one: of a standard of cases, or of the overall. */
  public static Draft discretion(
      Code code, Rating rating, String reason, Precondition precondition) {
    return moment -> {
      Inspection state = moment.state();
      Optional<Problem> refusal = Guards.frozen(state).or(() -> noDiscretion(state, code));
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Judgement used =
          new Judgement(
              Optional.of(rating),
              reason,
              new Signature(moment.by().name(), moment.at()),
              Optional.empty());
      return set(
          moment,
          precondition,
          new Edit.ToDiscretion(code, state.decisions().discretion(code), Optional.of(used)));
    };
  }

  private static Optional<Problem> noDiscretion(Inspection state, Code code) {
    if (code.equals(Code.OVERALL)) {
      return state.framework().scale().overall().isPresent()
          ? Optional.empty()
          : Optional.of(refused("", "no-overall", "This edition has no overall rating"));
    }
    Optional<Standard> standard = state.framework().standard(code);
    if (standard.isEmpty()) {
      return Optional.of(unknown(state, code));
    }
    if (standard.get().judged()) {
      return Optional.of(
          refused(
              "/rating", "judged", "%s is judged; change its judgement instead".formatted(code)));
    }
    return state.decisions().judgement(code).isPresent()
        ? Optional.of(
            refused(
                "/rating",
                "not-rated-stands",
                "%s is declared not rated; take that back first".formatted(code)))
        : Optional.empty();
  }

  public static Draft clearDiscretion(Code code, Precondition precondition) {
    return moment ->
        Guards.frozen(moment.state())
            .<Outcome<Change>>map(Outcome::refused)
            .orElseGet(
                () ->
                    set(
                        moment,
                        precondition,
                        new Edit.ToDiscretion(
                            code, moment.state().decisions().discretion(code), Optional.empty())));
  }

  private static Outcome<Change> set(Moment moment, Precondition precondition, Edit edit) {
    long revision = moment.state().revisionOf(edit);
    return precondition
        .refusal(
            standing(edit, revision),
            moment.state().framework(),
            code -> "",
            () -> Outcome.done(change(edit)),
            revision,
            moment.state().revision())
        .orElseGet(() -> Outcome.done(change(edit)));
  }

  private static String standing(Edit edit, long revision) {
    Optional<Judgement> before =
        switch (edit) {
          case Edit.ToJudgement judged -> judged.before();
          case Edit.ToDiscretion used -> used.before();
          default -> Optional.empty();
        };
    return before
        .map(judgement -> "it stands at revision %d, by %s".formatted(revision, by(judgement)))
        .orElse("nothing stands, since revision " + revision);
  }

  private static String by(Judgement judgement) {
    return judgement.by().name();
  }

  private static Change change(Edit edit) {
    return switch (edit) {
      case Edit.ToJudgement(var code, var before, var after) when !same(before, after) ->
          Change.of(Change.Kind.JUDGE, edit);
      case Edit.ToDiscretion(var code, var before, var after) when !same(before, after) ->
          Change.of(Change.Kind.DISCRETION, edit);
      default -> Change.none(Change.Kind.JUDGE);
    };
  }

  private static boolean same(Optional<Judgement> before, Optional<Judgement> after) {
    return before.isPresent() && after.isPresent()
        ? before.get().says(after.get())
        : before.isEmpty() && after.isEmpty();
  }

  private static Problem unknown(Inspection state, Code code) {
    return new Problem(
        Problem.Kind.NOT_FOUND,
        "%s is no standard of %s".formatted(code, state.framework().id()),
        List.of(),
        0,
        List.of());
  }

  private static Problem refused(String pointer, String code, String message) {
    return Problem.refused(Fault.at(pointer, code, message));
  }
}
