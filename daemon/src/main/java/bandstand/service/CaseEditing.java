package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.wire.AnswerRequest;
import bandstand.wire.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One case's wish against one state: the edits that fulfil it, or every fault with its place. */
final class CaseEditing {
  private final Moment moment;
  private final CaseWish wish;
  private final Optional<Case> standing;
  private final Optional<Reference> subject;
  private final Faults faults;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Edit.ToAnswer> overwritten = new ArrayList<>();

  private CaseEditing(Moment moment, CaseWish wish, Faults faults) {
    this.moment = moment;
    this.wish = wish;
    this.standing = moment.state().file(wish.reference());
    this.subject = Optional.of(wish.reference());
    this.faults = faults;
  }

  /**
   * What fulfils a wish.
   *
   * @param overwritten those edits that change a standing answer, its note or its mark, or take
   *     away a note or a mark that stands without one
   */
  record Edits(boolean created, List<Edit> edits, List<Edit.ToAnswer> overwritten) {}

  /**
   * Empty if there are faults.
   *
   * @param reason why a submitted case changes; empty of an import, which has none to give
   */
  static Optional<Edits> of(Moment moment, CaseWish wish, Optional<String> reason, Faults faults) {
    long before = faults.count();
    CaseEditing editing = new CaseEditing(moment, wish, faults);
    editing.edit();
    if (!editing.erased()) {
      editing.submitted(reason);
    }
    return faults.count() > before
        ? Optional.empty()
        : Optional.of(new Edits(editing.standing.isEmpty(), editing.edits, editing.overwritten));
  }

  private void edit() {
    String type = type();
    if (standing.isEmpty()) {
      edits.add(new Edit.ToCase(wish.reference(), false, true));
    }
    facts().forEach(this::editFact);
    if (!type.isEmpty()) {
      wish.request().answers().forEach((code, request) -> editAnswer(code, request, type));
    }
  }

  /** The type the case has afterwards; empty, and a fault, if that is no type. */
  private String type() {
    Optional<String> before = standing.map(Case::type);
    Optional<String> after = wish.request().facts().getOrDefault(Case.TYPE, before);
    if (after.isEmpty()) {
      fault(Case.TYPE, Optional.empty(), "required", "A case needs a type: " + types());
      return "";
    }
    if (!moment.state().framework().knowsCaseType(after.get())) {
      fault(Case.TYPE, after, "unknown-type", "A case is of one of these types: " + types());
      return "";
    }
    if (before.isPresent() && !before.equals(after) && standing.get().answers().size() > 0) {
      fault(
          Case.TYPE,
          after,
          CaseDrafts.TYPE_UNDER_ANSWERS,
          "%s is of type %s and has answers; clear them first"
              .formatted(wish.reference(), before.get()));
      return "";
    }
    return after.get();
  }

  private String types() {
    return String.join(
        ", ",
        moment.state().framework().scale().caseTypes().stream().map(type -> type.id()).toList());
  }

  private Map<String, Optional<String>> facts() {
    Map<String, Optional<String>> facts = new TreeMap<>(wish.request().facts());
    if (wish.replacesAttributes() && standing.isPresent()) {
      standing.get().facts().keySet().stream()
          .filter(CaseWish::isAttribute)
          .forEach(name -> facts.putIfAbsent(name, Optional.empty()));
    }
    long attributes = facts.keySet().stream().filter(CaseWish::isAttribute).count();
    if (attributes > Limits.ATTRIBUTES) {
      fault(
          "attributes",
          Optional.empty(),
          "too-many",
          "A case has at most " + Limits.ATTRIBUTES + " attributes");
    }
    return facts;
  }

  private void editFact(String name, Optional<String> after) {
    Optional<String> before = standing.flatMap(file -> file.fact(name));
    if (!before.equals(after)) {
      edits.add(new Edit.ToFact(wish.reference(), name, before, after));
    }
  }

  private void editAnswer(Code code, Optional<AnswerRequest> request, String type) {
    Optional<Question> question = moment.state().framework().question(code);
    if (question.isEmpty()) {
      answerFault(
          code.toString(),
          "unknown-code",
          "%s is no key question or prompt of %s".formatted(code, moment.state().framework().id()));
      return;
    }
    var misplaced = AnswerDrafts.misplaced(wish.reference(), type, question.get());
    if (misplaced.isPresent()) {
      answerFault(code.toString(), "code-of-other-type", misplaced.get().message());
      return;
    }
    Optional<Given> before = standing.flatMap(file -> file.given(code));
    Optional<Given> after = request.flatMap(said -> Said.over(before, said, moment));
    for (Edit edit : AnswerDrafts.edit(subject, question.get().code(), before, after)) {
      edits.add(edit);
      if (before.isPresent()
          && overwrites(before.get(), after)
          && edit instanceof Edit.ToAnswer answer) {
        overwritten.add(answer);
      }
    }
  }

  /** Whoever changes anything at a standing answer takes it over; at an open one all may add. */
  private static boolean overwrites(Given before, Optional<Given> after) {
    return before.answer().isPresent()
        || !before.note().isEmpty() && !after.map(Given::note).equals(Optional.of(before.note()))
        || before.ask() && !after.map(Given::ask).orElse(false);
  }

  private boolean erased() {
    Reference reference = wish.reference();
    Optional<String> value = Optional.of(reference.text());
    if (standing.isEmpty() && Guards.isErasureName(reference)) {
      fault("", value, Guards.NAMED, Guards.named(reference));
      return true;
    }
    if (!edits.isEmpty() && Guards.isLeft(moment, reference)) {
      fault("", value, Guards.LEFT, Guards.left(reference));
      return true;
    }
    return false;
  }

  private void submitted(Optional<String> reason) {
    if (standing.isPresent() && !edits.isEmpty()) {
      Optional<Problem> refusal = Guards.submitted(standing.get(), moment.by(), reason.orElse(""));
      refusal.ifPresent(
          problem ->
              fault(
                  "",
                  Optional.of(wish.reference().text()),
                  CaseDrafts.SUBMITTED + problem.kind().word(),
                  problem.kind() == Problem.Kind.CONFLICT && reason.isEmpty()
                      ? withoutReason(standing.get())
                      : problem.detail()));
    }
  }

  private static String withoutReason(Case file) {
    return ("%s is %s, and an import gives no reason to change it; take the row out, or import with"
            + " --partial (?mode=partial)")
        .formatted(file.reference(), file.step().word());
  }

  private void answerFault(String code, String faultCode, String message) {
    List<String> path = List.of("answers", code);
    faults.add(wish.place().fault(path, Optional.of(code), faultCode, message));
  }

  private void fault(String field, Optional<String> value, String code, String message) {
    List<String> path = field.isEmpty() ? List.of() : List.of(field);
    faults.add(wish.place().fault(path, value, code, message));
  }

  static Fault tooMany(Inspection state) {
    return Fault.at(
        "", "too-many", "%s holds at most %d cases".formatted(state.id(), Limits.CASES));
  }
}
