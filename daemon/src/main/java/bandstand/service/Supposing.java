package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Judgement;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.wire.AnswerRequest;
import bandstand.wire.Faults;
import bandstand.wire.Supposition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A state in which things are supposed otherwise: made as a write would make it, and not kept. */
public final class Supposing {
  private Supposing() {}

  /** What making an inspection would come to; refused as {@link Inspections#create} would. */
  public static Outcome<Taken> made(
      Inspections inspections,
      InspectionId id,
      Framework framework,
      Person by,
      Instant at,
      Draft draft) {
    if (inspections.evenDeleted(id).isPresent()) {
      return Outcome.refused(Batch.taken(id));
    }
    Snapshot blank = Snapshot.blank(Inspection.blank(id, framework));
    Moment moment = new Moment(blank.state(), blank.history(), by, at);
    return Taken.supposed(blank, Prepared.of(draft, Optional.empty(), moment));
  }

  /** Supposes one thing after the other; every fault is listed. */
  public static Outcome<Inspection> state(
      Snapshot snapshot, Person by, List<Supposition> suppositions) {
    Faults faults = new Faults();
    Inspection supposed = snapshot.state();
    for (int i = 0; i < suppositions.size(); i++) {
      Moment moment = new Moment(supposed, snapshot.history(), by, Instant.EPOCH);
      Outcome<List<Edit>> wished =
          edits(moment, suppositions.get(i)).then(edits -> unerased(moment, edits));
      switch (wished) {
        case Outcome.Refused<List<Edit>>(Problem problem) ->
            faults.add(Fault.at("/changes/" + i, problem.kind().word(), problem.detail()));
        case Outcome.Done<List<Edit>>(List<Edit> edits) -> {
          if (!edits.isEmpty()) {
            Change change = Change.of(Change.Kind.BATCH, edits);
            supposed =
                supposed.after(
                    new Recorded(
                        supposed.id(), supposed.revision() + 1, by.name(), moment.at(), change));
          }
        }
      }
    }
    return faults.count() > 0 ? Outcome.refused(faults.problem()) : Outcome.done(supposed);
  }

  private static Outcome<List<Edit>> unerased(Moment moment, List<Edit> edits) {
    return Guards.erased(moment, Change.of(Change.Kind.BATCH, edits))
        .map(Outcome::<List<Edit>>refused)
        .orElseGet(() -> Outcome.done(edits));
  }

  private static Outcome<List<Edit>> edits(Moment moment, Supposition supposition) {
    return switch (supposition) {
      case Supposition.OfAnswer(var subject, Code code, var answer) ->
          AnswerDrafts.standing(moment.state(), subject, code)
              .map(
                  standing -> {
                    Optional<Given> after =
                        answer.flatMap(said -> Said.over(standing, AnswerRequest.of(said), moment));
                    return AnswerDrafts.edit(subject, code, standing, after);
                  });
      case Supposition.OfRating(Code code, Optional<Rating> rating) ->
          Outcome.done(rating(moment, code, rating));
    };
  }

  private static List<Edit> rating(Moment moment, Code code, Optional<Rating> rating) {
    Inspection state = moment.state();
    boolean judged = state.framework().takesJudgement(code);
    Optional<Judgement> after =
        rating.map(
            supposed ->
                new Judgement(
                    Optional.of(supposed),
                    "what if",
                    new Judgement.Signature(moment.by().name(), moment.at()),
                    Optional.empty()));
    return List.of(
        judged
            ? new Edit.ToJudgement(code, state.decisions().judgement(code), after)
            : new Edit.ToDiscretion(code, state.decisions().discretion(code), after));
  }
}
