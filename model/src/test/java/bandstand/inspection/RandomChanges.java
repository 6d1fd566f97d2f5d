package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Changes drawn one after another; the same seed always draws the same. */
final class RandomChanges {
  /** Every kind of standard, both case types, key questions with and without prompts. */
  static final Framework EDITION =
      Sample.edition()
          .judged("1.1", 3, 0)
          .cases("2.1", "court", 3, 0, 2)
          .triangulated("2.4", "court", 2)
          .cases("3.1", "out-of-court", 4, 1)
          .framework();

  private static final List<String> TYPES = List.of("court", "out-of-court");
  private static final List<String> FACTS =
      List.of(Case.STEP, Case.NOTE, Case.ATTRIBUTE_PREFIX + "gender");

  private final Random random;

  RandomChanges(long seed) {
    this.random = new Random(seed);
  }

  /** Enough to meet every kind of change in every kind of place. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  Change next(Inspection state) {
    return switch (random.nextInt(12)) {
      case 0 -> Change.of(Change.Kind.CASE, newCase(state));
      case 1 -> Change.of(Change.Kind.REMOVE_CASE, noCase(state));
      case 2 -> Change.of(Change.Kind.CASE, fact(state));
      case 3 -> Change.of(Change.Kind.DETAILS, detail(state));
      case 4 -> Change.of(Change.Kind.JUDGE, judgement(state));
      case 5 -> Change.of(Change.Kind.ALERT, alert(state));
      case 6 -> Change.of(Change.Kind.MARK, mark(state));
      case 7 -> Change.of(Change.Kind.BATCH, batch(state));
      default -> Change.of(Change.Kind.ANSWER, answer(state));
    };
  }

  private List<Edit> newCase(Inspection state) {
    Reference subject = reference();
    if (state.file(subject).isPresent()) {
      return List.of();
    }
    var edits = new ArrayList<>(Fieldwork.fileEdits(subject.text(), pick(TYPES)));
    for (Question question : state.framework().questions()) {
      if (random.nextInt(3) == 0) {
        edits.add(
            new Edit.ToAnswer(
                Optional.of(subject),
                question.code(),
                Optional.empty(),
                Optional.of(given(state))));
      }
    }
    return edits;
  }

  private List<Edit> noCase(Inspection state) {
    Reference subject = reference();
    var edits = new ArrayList<Edit>();
    state
        .file(subject)
        .ifPresent(
            file -> {
              file.answers()
                  .forEach(
                      (code, given) ->
                          edits.add(
                              new Edit.ToAnswer(
                                  Optional.of(subject),
                                  code,
                                  Optional.of(given),
                                  Optional.empty())));
              file.facts()
                  .forEach(
                      (name, fact) ->
                          edits.add(
                              new Edit.ToFact(
                                  subject, name, Optional.of(fact.value()), Optional.empty())));
              edits.add(new Edit.ToCase(subject, true, false));
            });
    return edits;
  }

  /** A type moves the whole case to other questions; the rest are words. */
  private List<Edit> fact(Inspection state) {
    Reference subject = reference();
    if (state.file(subject).isEmpty()) {
      return List.of();
    }
    boolean type = random.nextInt(3) == 0;
    String name = type ? Case.TYPE : pick(FACTS);
    Optional<String> after = type ? Optional.of(pick(TYPES)) : maybe(word());
    return List.of(
        new Edit.ToFact(subject, name, state.file(subject).orElseThrow().fact(name), after));
  }

  private List<Edit> detail(Inspection state) {
    String name = pick(List.of(Inspection.SERVICE, Inspection.NOTES));
    return List.of(new Edit.ToDetail(name, state.detail(name), maybe(word())));
  }

  private List<Edit> judgement(Inspection state) {
    Code code = pick(Sample.codes("1.1 2.1 2.4 3.1"));
    Optional<Judgement> after =
        maybe(Fieldwork.judgement(maybe(Rating.ofScore(random.nextInt(4)))));
    return List.of(
        random.nextBoolean()
            ? new Edit.ToJudgement(code, state.decisions().judgement(code), after)
            : new Edit.ToDiscretion(code, state.decisions().discretion(code), after));
  }

  private List<Edit> alert(Inspection state) {
    int number = 1 + random.nextInt(2);
    Alert after =
        new Alert(
            number,
            Optional.of(reference()),
            word(),
            "Service",
            "manager",
            "2019-09-01",
            pick(List.of(Alert.Status.values())),
            "",
            Fieldwork.INSPECTOR);
    return List.of(
        new Edit.ToAlert(number, Optional.ofNullable(state.alerts().get(number)), maybe(after)));
  }

  private List<Edit> mark(Inspection state) {
    return List.of(
        new Edit.ToMark(
            "panel", Optional.ofNullable(state.marks().get("panel")), maybe(state.revision() + 1)));
  }

  private List<Edit> answer(Inspection state) {
    Optional<Reference> subject =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(reference()).filter(reference -> state.file(reference).isPresent());
    Code code = pick(state.framework().questions()).code();
    return List.of(
        new Edit.ToAnswer(subject, code, state.given(subject, code), maybe(given(state))));
  }

  /** Many answers and facts together, each field once. */
  private List<Edit> batch(Inspection state) {
    Map<String, Edit> edits = new LinkedHashMap<>();
    for (int drawn = 0; drawn < 8; drawn++) {
      var more = random.nextInt(4) == 0 ? fact(state) : answer(state);
      more.forEach(edit -> edits.putIfAbsent(edit.field(), edit));
    }
    return List.copyOf(edits.values());
  }

  private Given given(Inspection state) {
    Optional<Answer> answer =
        random.nextInt(8) == 0 ? Optional.empty() : Optional.of(pick(List.of(Answer.values())));
    long next = state.revision() + 1;
    return new Given(
        answer,
        answer.isEmpty() || random.nextBoolean() ? word() : "",
        random.nextInt(5) == 0,
        next,
        pick(List.of("ada", "ben")),
        Fieldwork.at(next));
  }

  private Reference reference() {
    return new Reference("C" + (1 + random.nextInt(5)));
  }

  private String word() {
    return pick(List.of("one", "two", "three"));
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
