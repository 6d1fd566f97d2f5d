package bandstand.inspection;

import bandstand.framework.Code;
import java.util.Optional;

/**
 * One field of an inspection going from one value to another; absent is empty.
 *
 * <p>Both values are kept, so that history reads without the state and a change can be taken back.
 */
public sealed interface Edit {
  /** What the {@link #field} of an alert begins with; its number follows. */
  String ALERTS = "alerts/";

  /** What the {@link #field} of a case begins with; its reference and a slash follow. */
  String CASES = "cases/";

  /** What stands at a question, for a case or, without a reference, for the service. */
  record ToAnswer(
      Optional<Reference> subject, Code code, Optional<Given> before, Optional<Given> after)
      implements Edit {}

  /** A case comes to be, or goes: all its facts and answers are edits of their own beside it. */
  record ToCase(Reference subject, boolean before, boolean after) implements Edit {}

  /** A fact of a case, by its name in {@link Case}. */
  record ToFact(Reference subject, String name, Optional<String> before, Optional<String> after)
      implements Edit {}

  /** A fact of the inspection itself, by its name in {@link Inspection}. */
  record ToDetail(String name, Optional<String> before, Optional<String> after) implements Edit {}

  /** A judgement of a standard. */
  record ToJudgement(Code standard, Optional<Judgement> before, Optional<Judgement> after)
      implements Edit {}

  /** A final rating beside a computed one. */
  record ToDiscretion(Code code, Optional<Judgement> before, Optional<Judgement> after)
      implements Edit {}

  /** An alert. */
  record ToAlert(int number, Optional<Alert> before, Optional<Alert> after) implements Edit {}

  /** A name for a revision. */
  record ToMark(String name, Optional<Long> before, Optional<Long> after) implements Edit {}

  /** The case it touches; empty for the service and the inspection as a whole. */
  default Optional<Reference> touches() {
    return switch (this) {
      case ToAnswer edit -> edit.subject();
      case ToCase edit -> Optional.of(edit.subject());
      case ToFact edit -> Optional.of(edit.subject());
      case ToDetail edit -> Optional.empty();
      case ToJudgement edit -> Optional.empty();
      case ToDiscretion edit -> Optional.empty();
      case ToAlert edit -> Optional.empty();
      case ToMark edit -> Optional.empty();
    };
  }

  /** The question or standard it touches. */
  default Optional<Code> about() {
    return switch (this) {
      case ToAnswer edit -> Optional.of(edit.code);
      case ToJudgement edit -> Optional.of(edit.standard);
      case ToDiscretion edit -> Optional.of(edit.code);
      case ToCase edit -> Optional.empty();
      case ToFact edit -> Optional.empty();
      case ToDetail edit -> Optional.empty();
      case ToAlert edit -> Optional.empty();
      case ToMark edit -> Optional.empty();
    };
  }

  /** The name of the field, the same for every edit of it and no other field. */
  default String field() {
    return switch (this) {
      case ToAnswer edit ->
          edit.subject().map(subject -> CaseFolding.field(subject, "answers/")).orElse("answers/")
              + edit.code();
      case ToCase edit -> CaseFolding.field(edit.subject(), "");
      case ToFact edit -> CaseFolding.field(edit.subject(), edit.name());
      case ToDetail edit -> edit.name();
      case ToJudgement edit -> "judgements/" + edit.standard();
      case ToDiscretion edit -> "discretion/" + edit.code();
      case ToAlert edit -> ALERTS + edit.number();
      case ToMark edit -> "marks/" + edit.name();
    };
  }

  /** The edit that takes this one back. */
  default Edit reversed() {
    return switch (this) {
      case ToAnswer(var subject, var code, var before, var after) ->
          new ToAnswer(subject, code, after, before);
      case ToCase(var subject, var before, var after) -> new ToCase(subject, after, before);
      case ToFact(var subject, var name, var before, var after) ->
          new ToFact(subject, name, after, before);
      case ToDetail(var name, var before, var after) -> new ToDetail(name, after, before);
      case ToJudgement(var standard, var before, var after) ->
          new ToJudgement(standard, after, before);
      case ToDiscretion(var code, var before, var after) -> new ToDiscretion(code, after, before);
      case ToAlert(var number, var before, var after) -> new ToAlert(number, after, before);
      case ToMark(var name, var before, var after) -> new ToMark(name, after, before);
    };
  }
}
