package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.wire.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers, for a case or for the service. */
public final class AnswerDrafts {
  private AnswerDrafts() {}

  /**
   * One answer in a batch.
   *
   * @param pointer of it in the body
   */
  public record Item(
      String pointer, Optional<Reference> subject, Code code, Saying saying, String reason) {}

  public static Draft answer(
      Optional<Reference> subject,
      Code code,
      Saying saying,
      String reason,
      Precondition precondition) {
    return moment ->
        checked(moment, subject, code, reason, precondition)
            .map(
                standing ->
                    change(
                        Change.Kind.ANSWER,
                        edit(subject, code, standing, saying.over(standing, moment)),
                        reason));
  }

  public static Draft clear(
      Optional<Reference> subject, Code code, String reason, Precondition precondition) {
    return moment ->
        checked(moment, subject, code, reason, precondition)
            .map(
                standing ->
                    change(
                        Change.Kind.CLEAR,
                        edit(subject, code, standing, Optional.empty()),
                        reason));
  }

  /** All or nothing, every fault listed. */
  public static Draft batch(List<Item> items, Precondition precondition) {
    return moment -> {
      Faults faults = new Faults();
      List<Edit> edits = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (Item item : items) {
        if (!seen.add(item.subject() + " " + item.code())) {
          faults.add(
              Fault.at(
                  item.pointer(),
                  item.code().toString(),
                  "repeated",
                  "This question is answered earlier in the same batch"));
          continue;
        }
        switch (checked(moment, item.subject(), item.code(), item.reason(), Precondition.NONE)) {
          case Outcome.Refused<Optional<Given>>(Problem problem) ->
              faults.add(fault(item, problem));
          case Outcome.Done<Optional<Given>>(var standing) ->
              edits.addAll(
                  edit(
                      item.subject(),
                      item.code(),
                      standing,
                      item.saying().over(standing, moment)));
        }
      }
      var unseen =
          precondition.refusal(
              "revision " + moment.state().revision(), moment.state().revision());
      return Guards.frozen(moment.state())
          .<Outcome<Change>>map(Outcome::refused)
          .or(() -> unseen)
          .orElseGet(
              () ->
                  faults.count() > 0
                      ? Outcome.refused(faults.problem())
                      : Outcome.done(Change.of(Change.Kind.BATCH, edits)));
    };
  }

  private static Fault fault(Item item, Problem problem) {
    return problem.faults().isEmpty()
        ? Fault.at(item.pointer(), problem.kind().word(), problem.detail())
        : problem.faults().getFirst().under(item.pointer());
  }

  /** What stands there, if it may be changed. */
  private static Outcome<Optional<Given>> checked(
      Moment moment,
      Optional<Reference> subject,
      Code code,
      String reason,
      Precondition precondition) {
    Inspection state = moment.state();
    Optional<Problem> frozen = Guards.frozen(state);
    if (frozen.isPresent()) {
      return Outcome.refused(frozen.get());
    }
    Optional<Question> question = state.framework().question(code);
    if (question.isEmpty()) {
      return Outcome.refused(
          Problem.refused(
              Fault.at(
                  "/code",
                  code.toString(),
                  "unknown-code",
                  "%s is no key question or prompt of %s"
                      .formatted(code, state.framework().id()))));
    }
    if (subject.isEmpty()) {
      return service(moment, question.get(), precondition);
    }
    Optional<Case> file = state.file(subject.get());
    return file.isEmpty()
        ? Outcome.refused(
            Problem.of(Problem.Kind.NOT_FOUND, "There is no case " + subject.get()))
        : ofCase(moment, file.get(), question.get(), reason, precondition);
  }

  private static Outcome<Optional<Given>> service(
      Moment moment, Question question, Precondition precondition) {
    if (!question.asksService()) {
      return Outcome.refused(
          Problem.refused(
              Fault.at(
                  "/code",
                  question.code().toString(),
                  "asked-of-cases",
                  "%s is answered case by case; name a case".formatted(question.code()))));
    }
    Optional<Given> standing = moment.state().given(Optional.empty(), question.code());
    return seen(precondition, standing, moment.state().revision(), moment.state().revision());
  }

  private static Outcome<Optional<Given>> ofCase(
      Moment moment, Case file, Question question, String reason, Precondition precondition) {
    Optional<Fault> misplaced = misplaced(file.reference(), file.type(), question);
    if (misplaced.isPresent()) {
      return Outcome.refused(Problem.refused(misplaced.get()));
    }
    Optional<Problem> submitted = Guards.submitted(file, moment.by(), reason);
    if (submitted.isPresent()) {
      return Outcome.refused(submitted.get());
    }
    Optional<Given> standing = file.given(question.code());
    return seen(precondition, standing, file.revision(), moment.state().revision());
  }

  static Optional<Fault> misplaced(Reference reference, String type, Question question) {
    if (question.asksCase(type)) {
      return Optional.empty();
    }
    String asked =
        question.standard().caseTypes().isEmpty()
            ? "answered for the service as a whole"
            : "asked of %s cases".formatted(String.join(", ", question.standard().caseTypes()));
    return Optional.of(
        Fault.at(
            "/code",
            question.code().toString(),
            "other-case-type",
            "%s is %s; %s is of type %s".formatted(question.code(), asked, reference, type)));
  }

  private static Outcome<Optional<Given>> seen(
      Precondition precondition, Optional<Given> standing, long container, long inspection) {
    String now =
        standing
            .map(
                given ->
                    "%s now stands, by %s at revision %d"
                        .formatted(
                            given.answer().map(answer -> answer.word()).orElse("a note"),
                            given.by(),
                            given.revision()))
            .orElse("nothing stands now");
    return precondition
        .refusal(now, standing.map(Given::revision).orElse(0L), container, inspection)
        .map(refused -> refused.map(never -> standing))
        .orElseGet(() -> Outcome.done(standing));
  }

  /** No edit when the same already stands. */
  static List<Edit> edit(
      Optional<Reference> subject, Code code, Optional<Given> before, Optional<Given> after) {
    return before.equals(after)
        ? List.of()
        : List.of(new Edit.ToAnswer(subject, code, before, after));
  }

  private static Change change(Change.Kind kind, List<Edit> edits, String reason) {
    return Change.of(kind, edits).because(reason);
  }
}
