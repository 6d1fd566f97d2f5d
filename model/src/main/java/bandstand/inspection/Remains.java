package bandstand.inspection;

import bandstand.framework.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an erasure leaves standing, as edits that say it anew: every answer that is counted, and
 * nothing that says of whom. Ratings are the same before and after.
 *
 * <p>The changes that once said it are unreadable afterwards, so these edits must come to the same
 * state by themselves.
 */
public final class Remains {
  /** Of the inspection's own facts, those that are nobody's words. */
  private static final Set<String> KEPT =
      Set.of(
          Inspection.SERVICE,
          Inspection.FRAMEWORK,
          Inspection.FRAMEWORK_DIGEST,
          Inspection.CARRIED_FROM,
          Inspection.CARRIED_REVISION,
          Inspection.CREATED_BY,
          Inspection.CREATED_AT,
          Inspection.SIGNED_OFF_BY,
          Inspection.SIGNED_OFF_AT,
          Inspection.DELETED_BY,
          Inspection.DELETED_AT);

  private final Inspection state;
  private final List<Edit> edits = new ArrayList<>();

  private Remains(Inspection state) {
    this.state = state;
  }

  /**
   * What remains when a case goes.
   *
   * @param name what it is called since
   * @param lost edits that become unreadable and touch no case, of any time
   * @param revisions those of changes that become unreadable, at least in part
   */
  public static List<Edit> ofCase(
      Inspection state,
      Reference reference,
      Reference name,
      List<? extends Edit> lost,
      Set<Long> revisions) {
    Remains remains = new Remains(state);
    state.file(reference).ifPresent(file -> remains.shell(file, name));
    Set<String> said = new TreeSet<>();
    for (Edit edit : lost) {
      boolean stands = revisions.contains(state.revisionOf(edit)) || edit instanceof Edit.ToAlert;
      if (stands && said.add(edit.field())) {
        remains.restate(edit, reference, name);
      }
    }
    return remains.edits;
  }

  /**
   * What remains of an inspection: its service, edition and signatures, every counted answer, every
   * rating somebody decided. Its marks go, since they name revisions that nobody can read.
   *
   * @param named the highest number an erased case was ever given
   */
  public static List<Edit> ofEverything(Inspection state, int named) {
    Remains remains = new Remains(state);
    state
        .details()
        .forEach(
            (name, fact) -> {
              if (KEPT.contains(name)) {
                remains.edits.add(same(name, Optional.of(fact.value())));
              }
            });
    int number = named;
    for (Case file : state.cases().values()) {
      remains.shell(file, new Reference(Erasure.NAMES + ++number));
    }
    remains.counted();
    remains.decided();
    for (int alert : alertNumbers(state)) {
      remains.alert(alert, now -> Optional.of(emptied(now, Optional.empty())));
    }
    return remains.edits;
  }

  /** The highest number that an erased case of a state has; 0 if there is none. */
  public static int highestNumber(Inspection state) {
    return state.cases().keySet().stream()
        .flatMap(reference -> number(reference).stream())
        .max(Integer::compare)
        .orElse(0);
  }

  /** The number in a name that an erasure gave; empty for any other reference. */
  public static Optional<Integer> number(Reference name) {
    return name.text().startsWith(Erasure.NAMES)
            && name.text().substring(Erasure.NAMES.length()).matches("[1-9][0-9]{0,8}")
        ? Optional.of(Integer.valueOf(name.text().substring(Erasure.NAMES.length())))
        : Optional.empty();
  }

  private void shell(Case file, Reference name) {
    edits.add(new Edit.ToCase(name, false, true));
    for (String fact : List.of(Case.TYPE, Case.STEP)) {
      file.fact(fact)
          .ifPresent(
              value ->
                  edits.add(new Edit.ToFact(name, fact, Optional.empty(), Optional.of(value))));
    }
    file.answers().forEach((code, given) -> counted(Optional.of(name), code, given));
  }

  /** The answer alone; nothing where only a note or a mark stood. */
  private void counted(Optional<Reference> subject, Code code, Given given) {
    if (given.answer().isPresent()) {
      Given bare = new Given(given.answer(), "", false, given.revision(), given.by(), given.at());
      edits.add(new Edit.ToAnswer(subject, code, Optional.empty(), Optional.of(bare)));
    }
  }

  private void counted() {
    state.answers().forEach((code, given) -> counted(Optional.empty(), code, given));
  }

  private void decided() {
    state
        .decisions()
        .judgements()
        .forEach(
            (code, judgement) ->
                edits.add(
                    new Edit.ToJudgement(
                        code, Optional.empty(), Optional.of(wordless(judgement)))));
    state
        .decisions()
        .discretion()
        .forEach(
            (code, judgement) ->
                edits.add(
                    new Edit.ToDiscretion(
                        code, Optional.empty(), Optional.of(wordless(judgement)))));
  }

  private static Judgement wordless(Judgement judgement) {
    return new Judgement(judgement.rating(), Erasure.WORD, judgement.by(), judgement.agreed());
  }

  /** Says once more what stands in a field. */
  private void restate(Edit lost, Reference reference, Reference name) {
    switch (lost) {
      case Edit.ToAnswer(_, var code, _, _) -> {
        Optional<Given> now = state.given(Optional.empty(), code);
        edits.add(new Edit.ToAnswer(Optional.empty(), code, now, now));
      }
      case Edit.ToDetail(var detail, _, _) -> edits.add(same(detail, state.detail(detail)));
      case Edit.ToJudgement(var code, _, _) -> {
        Optional<Judgement> now = state.decisions().judgement(code);
        edits.add(new Edit.ToJudgement(code, now, now));
      }
      case Edit.ToDiscretion(var code, _, _) -> {
        Optional<Judgement> now = state.decisions().discretion(code);
        edits.add(new Edit.ToDiscretion(code, now, now));
      }
      case Edit.ToMark(var mark, _, _) -> {
        Optional<Long> now = Optional.ofNullable(state.marks().get(mark));
        edits.add(new Edit.ToMark(mark, now, now));
      }
      case Edit.ToAlert(int number, _, _) ->
          alert(
              number,
              now ->
                  Optional.of(
                      now.subject().equals(Optional.of(reference))
                          ? emptied(now, Optional.of(name))
                          : now));
      case Edit.ToCase made -> throw new IllegalArgumentException("it touches a case: " + made);
      case Edit.ToFact fact -> throw new IllegalArgumentException("it touches a case: " + fact);
    }
  }

  private static Edit same(String detail, Optional<String> value) {
    return new Edit.ToDetail(detail, value, value);
  }

  /** How an alert is to stand. */
  private interface Emptying {
    Optional<Alert> of(Alert alert);
  }

  /** One that is gone is said, too: its number is never given again. */
  private void alert(int number, Emptying emptying) {
    Optional<Alert> now = Optional.ofNullable(state.alerts().get(number)).flatMap(emptying::of);
    edits.add(new Edit.ToAlert(number, now, now));
  }

  private static Alert emptied(Alert alert, Optional<Reference> name) {
    return new Alert(
        alert.number(),
        name,
        Erasure.WORD,
        Erasure.WORD,
        Erasure.WORD,
        alert.at(),
        alert.status(),
        alert.outcome().isEmpty() ? "" : Erasure.WORD,
        alert.by());
  }

  private static Set<Integer> alertNumbers(Inspection state) {
    Set<Integer> numbers = new TreeSet<>(state.alerts().keySet());
    state.touched().keySet().stream()
        .filter(field -> field.startsWith(Edit.ALERTS))
        .map(field -> Integer.valueOf(field.substring(Edit.ALERTS.length())))
        .forEach(numbers::add);
    return numbers;
  }
}
