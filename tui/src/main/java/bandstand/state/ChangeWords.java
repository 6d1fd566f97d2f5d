package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.inspection.Step;
import bandstand.wire.EventJson;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people did, in words. */
public final class ChangeWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private ChangeWords() {}

  /** Somebody's change: {@code AM answered C09 2.2.2 at 10:42}. */
  static News of(Recorded recorded, ZoneId zone) {
    return new News(
        "%s %s at %s"
            .formatted(
                recorded.by(), did(recorded.change()), CLOCK.format(recorded.at().atZone(zone))),
        recorded.at());
  }

  /**
   * A change in words: {@code C07 2.1.1.3 yes → no} where it is one answer, {@code took back C07
   * 2.1.1.3: no → yes}, {@code imported 59 cases}.
   */
  public static String told(EventJson.Seen seen) {
    Change change = seen.recorded().change();
    if (!seen.complete()) {
      String cases = Words.count(seen.cases(), "case");
      return switch (change.kind()) {
        case IMPORT -> "imported " + cases;
        case UNDO, REDO -> did(change) + (seen.cases() > 1 ? ", " + cases : "");
        default -> did(change) + (seen.cases() > 1 ? " " + cases : "");
      };
    }
    if (change.edits().size() == 1 && change.edits().getFirst() instanceof Edit.ToAnswer answer) {
      String values = values(answer);
      return switch (change.kind()) {
        case ANSWER, CLEAR, BATCH, IMPORT ->
            Words.place(answer.subject(), answer.code()) + " " + values;
        default -> did(change) + ": " + values;
      };
    }
    return did(change);
  }

  /**
   * The same with how many answers, where they are several: {@code imported 59 cases, 812 answers}.
   */
  public static String whole(EventJson.Seen seen) {
    return told(seen) + (seen.answers() > 1 ? ", " + Words.count(seen.answers(), "answer") : "");
  }

  private static String values(Edit.ToAnswer edit) {
    Optional<Answer> before = edit.before().flatMap(Given::answer);
    Optional<Answer> after = edit.after().flatMap(Given::answer);
    return before.equals(after)
        ? Words.of(after) + ", note or mark changed"
        : Words.of(before) + " → " + Words.of(after);
  }

  private static String did(Change change) {
    return switch (change.kind()) {
      case CREATE -> "created the inspection";
      case DETAILS -> "changed the details";
      case ANSWER -> "answered" + places(change);
      case CLEAR -> "cleared" + places(change);
      case BATCH -> "answered" + places(change);
      case IMPORT ->
          change.nothing()
              ? "imported cases"
              : "imported " + Words.count(cases(change).count(), "case");
      case CASE -> ofCase(change);
      case REMOVE_CASE -> "removed" + subjects(change);
      case JUDGE -> "judged" + places(change);
      case DISCRETION -> "used discretion on" + places(change);
      case ALERT -> alert(change);
      case MARK -> "named a revision";
      case SIGN_OFF -> "signed off";
      case REOPEN -> "reopened";
      case DELETE -> "deleted the inspection";
      case RESTORE -> "restored the inspection";
      case UNDO -> "took back" + whatWasUndone(change);
      case REDO -> "brought back" + whatWasUndone(change);
      case ERASE -> "erased for good";
      case ERASED -> "since erased";
    };
  }

  /** One place by name, several by number. */
  private static String places(Change change) {
    List<String> places =
        change.edits().stream()
            .flatMap(edit -> edit.about().map(code -> Words.place(edit.touches(), code)).stream())
            .distinct()
            .toList();
    return places.isEmpty() ? subjects(change) : oneOrCount(places, "question");
  }

  private static String whatWasUndone(Change change) {
    String revision = change.of().map(number -> " revision " + number).orElse(" a change");
    Optional<Edit> first = change.edits().stream().findFirst();
    if (first.isEmpty()) {
      return revision;
    }
    return switch (first.get()) {
      case Edit.ToJudgement(Code standard, _, _) -> " the judgement of " + standard;
      case Edit.ToDiscretion(Code code, _, _) -> " the discretion on " + code;
      case Edit.ToDetail _ -> " a change of the details";
      case Edit.ToAlert(int number, _, _) -> " what was done to alert " + number;
      case Edit.ToMark _ -> revision;
      case Edit.ToFact fact when change.edits().size() == 1 ->
          " the " + fact(fact.name()) + " of " + fact.subject();
      case Edit.ToAnswer _, Edit.ToCase _, Edit.ToFact _ -> {
        List<String> cases = cases(change).toList();
        yield cases.size() > 1 ? oneOrCount(cases, "case") : places(change);
      }
    };
  }

  private static String fact(String name) {
    return name.startsWith(Case.ATTRIBUTE_PREFIX)
        ? name.substring(Case.ATTRIBUTE_PREFIX.length())
        : name;
  }

  /** Its step or its assignee by what they became; else that it changed. */
  private static String ofCase(Change change) {
    List<Edit.ToFact> facts =
        change.edits().stream()
            .filter(Edit.ToFact.class::isInstance)
            .map(Edit.ToFact.class::cast)
            .toList();
    Optional<String> step = became(facts, Case.STEP);
    Optional<String> assignee = became(facts, Case.ASSIGNEE);
    String subjects = subjects(change);
    if (change.edits().stream().anyMatch(Edit.ToCase.class::isInstance)) {
      return "made" + subjects;
    }
    if (step.isPresent()) {
      return step.get().equals(Step.SUBMITTED.word())
          ? "submitted" + subjects
          : "set" + subjects + " to " + step.get();
    }
    return assignee.map(name -> "assigned" + subjects + " to " + name).orElse("changed" + subjects);
  }

  private static Optional<String> became(List<Edit.ToFact> facts, String name) {
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .flatMap(Edit.ToFact::after);
  }

  private static String subjects(Change change) {
    return oneOrCount(cases(change).toList(), "case");
  }

  private static String oneOrCount(List<String> names, String word) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> " " + names.getFirst();
      default -> " " + Words.count(names.size(), word);
    };
  }

  private static Stream<String> cases(Change change) {
    return change.edits().stream()
        .map(Edit::touches)
        .flatMap(Optional::stream)
        .map(Reference::text)
        .distinct();
  }

  private static String alert(Change change) {
    return change.edits().stream()
        .filter(Edit.ToAlert.class::isInstance)
        .map(Edit.ToAlert.class::cast)
        .findFirst()
        .map(
            edit ->
                (edit.before().isEmpty() ? "raised alert " : "changed alert ")
                    + edit.number()
                    + edit.after()
                        .flatMap(Alert::subject)
                        .map(subject -> " on " + subject)
                        .orElse(""))
        .orElse("changed an alert");
  }
}
