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
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.wire.AnswerRequest;
import bandstand.wire.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Answers, for a case or for the service. */
public final class AnswerDrafts {
  private AnswerDrafts() {}

  public static Draft answer(
      Optional<Reference> subject, Code code, AnswerRequest request, Precondition precondition) {
    String reason = request.reason().orElse("");
    return moment ->
        edits(
                moment,
                subject,
                code,
                standing -> Said.over(standing, request, moment),
                reason,
                precondition)
            .map(edits -> change(Change.Kind.ANSWER, edits, reason));
  }

  public static Draft clear(
      Optional<Reference> subject, Code code, String reason, Precondition precondition) {
    return moment ->
        edits(moment, subject, code, standing -> Optional.empty(), reason, precondition)
            .map(edits -> change(Change.Kind.CLEAR, edits, reason));
  }

  /** All or nothing, every fault listed; the change's reason is those of the items in turn. */
  public static Draft batch(List<AnswerRequest.Item> items, Precondition precondition) {
    return moment -> {
      Faults faults = new Faults();
      List<Edit> edits = new ArrayList<>();
      Set<String> reasons = new LinkedHashSet<>();
      Set<String> seen = new HashSet<>();
      for (AnswerRequest.Item item : items) {
        if (!seen.add(item.subject() + " " + item.code())) {
          faults.add(
              item.place()
                  .fault(
                      List.of("code"),
                      Optional.of(item.code().toString()),
                      "repeated",
                      "This question is answered earlier in the same batch"));
          continue;
        }
        String reason = item.request().reason().orElse("");
        switch (edits(
            moment,
            item.subject(),
            item.code(),
            standing -> Said.over(standing, item.request(), moment),
            reason,
            Precondition.NONE)) {
          case Outcome.Refused<List<Edit>>(Problem problem) -> faults.add(fault(item, problem));
          case Outcome.Done<List<Edit>>(List<Edit> made) -> {
            edits.addAll(made);
            if (!made.isEmpty() && !reason.isEmpty()) {
              reasons.add(reason);
            }
          }
        }
      }
      String reason = String.join("; ", reasons);
      if (reason.length() > Limits.NOTE_CHARACTERS) {
        faults.add(
            Fault.at(
                "",
                "too-long",
                "The reasons of a batch have at most %d characters together"
                    .formatted(Limits.NOTE_CHARACTERS)));
      }
      var unseen =
          precondition.refusal(
              "it is at revision " + moment.state().revision(),
              moment.state().framework(),
              code -> "",
              () -> Outcome.done(change(Change.Kind.BATCH, edits, reason)),
              moment.state().revision());
      return Guards.frozen(moment.state())
          .<Outcome<Change>>map(Outcome::refused)
          .or(() -> unseen)
          .orElseGet(
              () ->
                  faults.count() > 0
                      ? Outcome.refused(faults.problem())
                      : Outcome.done(change(Change.Kind.BATCH, edits, reason)));
    };
  }

  private static Fault fault(AnswerRequest.Item item, Problem problem) {
    if (problem.faults().isEmpty()) {
      return item.place()
          .fault(List.of(), Optional.empty(), problem.kind().word(), problem.detail());
    }
    Fault first = problem.faults().getFirst();
    return item.place().fault(List.of("code"), first.value(), first.code(), first.message());
  }

  /** What it takes to change what stands there, if it may be changed. */
  private static Outcome<List<Edit>> edits(
      Moment moment,
      Optional<Reference> subject,
      Code code,
      UnaryOperator<Optional<Given>> wished,
      String reason,
      Precondition precondition) {
    Inspection state = moment.state();
    Optional<Problem> frozen = Guards.frozen(state);
    if (frozen.isPresent()) {
      return Outcome.refused(frozen.get());
    }
    return standing(state, subject, code)
        .then(
            standing -> {
              Optional<Case> file = subject.flatMap(state::file);
              List<Edit> edits = edit(subject, code, standing, wished.apply(standing));
              Optional<Problem> submitted =
                  file.filter(found -> !edits.isEmpty())
                      .flatMap(found -> Guards.submitted(found, moment.by(), reason));
              return submitted.isPresent()
                  ? Outcome.refused(submitted.get())
                  : seen(
                      state,
                      precondition,
                      standing,
                      edits,
                      file.map(Case::revision).orElse(state.revision()));
            });
  }

  /** What stands at a question that the subject is asked, whoever may change it. */
  static Outcome<Optional<Given>> standing(
      Inspection state, Optional<Reference> subject, Code code) {
    Optional<Question> question = state.framework().question(code);
    if (question.isEmpty()) {
      return unknown(state, code);
    }
    if (subject.isEmpty()) {
      return question.get().asksService()
          ? Outcome.done(state.given(subject, code))
          : ofCases(code);
    }
    Optional<Case> file = state.file(subject.get());
    if (file.isEmpty()) {
      return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no case " + subject.get());
    }
    return misplaced(subject.get(), file.get().type(), question.get())
        .<Outcome<Optional<Given>>>map(fault -> Outcome.refused(Problem.refused(fault)))
        .orElseGet(() -> Outcome.done(file.get().given(code)));
  }

  private static <T> Outcome<T> unknown(Inspection state, Code code) {
    return Outcome.refused(
        Problem.refused(
            Fault.at(
                "/code",
                code.toString(),
                "unknown-code",
                "%s is no key question or prompt of %s".formatted(code, state.framework().id()))));
  }

  private static <T> Outcome<T> ofCases(Code code) {
    return Outcome.refused(
        Problem.refused(
            Fault.at(
                "/code",
                code.toString(),
                "asked-of-cases",
                "%s is answered case by case; name a case".formatted(code))));
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

  private static Outcome<List<Edit>> seen(
      Inspection state,
      Precondition precondition,
      Optional<Given> standing,
      List<Edit> edits,
      long container) {
    String now =
        standing
            .map(
                given ->
                    "%s now stands, by %s at revision %d, %s"
                        .formatted(
                            given.answer().map(answer -> answer.word()).orElse("a note"),
                            given.by(),
                            given.revision(),
                            given.at()))
            .orElse("nothing stands now");
    return precondition
        .refusal(
            now,
            state.framework(),
            code -> "",
            () -> Outcome.done(Change.of(Change.Kind.ANSWER, edits)),
            standing.map(Given::revision).orElse(0L),
            container,
            state.revision())
        .map(refused -> refused.map(Change::edits))
        .orElseGet(() -> Outcome.done(edits));
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
