package bandstand.inspection;

import bandstand.framework.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** One change being folded into an inspection: the only place where state is made. */
final class Folding {
  private final Inspection from;
  private final long revision;
  private final Map<Reference, Optional<Case>> originals = new HashMap<>();
  private boolean serviceAnswered;
  private TreePMap<String, Stamped> details;
  private TreePMap<Reference, Case> cases;
  private TreePMap<Code, Given> answers;
  private Decisions decisions;
  private TreePMap<Integer, Alert> alerts;
  private TreePMap<String, Long> marks;
  private TreePMap<String, Long> touched;

  Folding(Inspection from, long revision) {
    this.from = from;
    this.revision = revision;
    this.details = from.details();
    this.cases = from.cases();
    this.answers = from.answers();
    this.decisions = from.decisions();
    this.alerts = from.alerts();
    this.marks = from.marks();
    this.touched = from.touched();
  }

  Inspection fold(List<Edit> edits) {
    edits.forEach(this::fold);
    Tallies.Counting counting = new Tallies.Counting(from.tallies());
    originals.forEach(
        (reference, original) ->
            counting.move(original, Optional.ofNullable(cases.get(reference))));
    if (serviceAnswered) {
      counting.serve(answers);
    }
    return new Inspection(
        from.id(),
        from.framework(),
        revision,
        details,
        cases,
        answers,
        decisions,
        alerts,
        marks,
        touched,
        counting.tallies());
  }

  private void fold(Edit edit) {
    switch (edit) {
      case Edit.ToAnswer answer -> foldAnswer(answer);
      case Edit.ToCase made -> {
        Case file = original(made.subject());
        cases = made.after() ? cases.plus(made.subject(), file) : cases.minus(made.subject());
        touch(edit);
      }
      case Edit.ToFact fact -> {
        boolean cleared = fact.after().isEmpty();
        foldCase(
            fact.subject(), cleared, file -> file.withFact(fact.name(), fact.after(), revision));
        touchOrForget(edit, cleared);
      }
      case Edit.ToDetail detail -> {
        details = put(details, detail.name(), detail.after().map(this::stamped));
        touchOrForget(edit, detail.after().isEmpty());
      }
      case Edit.ToJudgement judged -> {
        decisions =
            new Decisions(
                put(decisions.judgements(), judged.standard(), judged.after()),
                decisions.discretion());
        touch(edit);
      }
      case Edit.ToDiscretion used -> {
        decisions =
            new Decisions(
                decisions.judgements(), put(decisions.discretion(), used.code(), used.after()));
        touch(edit);
      }
      case Edit.ToAlert alert -> {
        alerts = put(alerts, alert.number(), alert.after());
        touch(edit);
      }
      case Edit.ToMark mark -> {
        marks = put(marks, mark.name(), mark.after());
        touch(edit);
      }
    }
  }

  private void foldAnswer(Edit.ToAnswer edit) {
    Optional<Given> after = edit.after().map(this::restamped);
    if (edit.subject().isPresent()) {
      foldCase(
          edit.subject().get(),
          after.isEmpty(),
          file -> file.withAnswer(edit.code(), after, revision));
    } else {
      answers = put(answers, edit.code(), after);
      serviceAnswered = true;
    }
    touchOrForget(edit, after.isEmpty());
  }

  /** A case that goes stays gone when its facts and answers are cleared after it. */
  private void foldCase(Reference reference, boolean cleared, UnaryOperator<Case> change) {
    Case file = original(reference);
    if (!cleared || cases.containsKey(reference)) {
      cases = cases.plus(reference, change.apply(file));
    }
  }

  private Case original(Reference reference) {
    Optional<Case> file = Optional.ofNullable(cases.get(reference));
    originals.putIfAbsent(reference, file);
    return file.orElseGet(() -> Case.empty(reference));
  }

  /** An answer that an undo brings back keeps its author and time. */
  private Given restamped(Given given) {
    return given.revision() == revision
        ? given
        : new Given(given.answer(), given.note(), given.ask(), revision, given.by(), given.at());
  }

  private Stamped stamped(String value) {
    return new Stamped(value, revision);
  }

  private void touch(Edit edit) {
    touched = touched.plus(edit.field(), revision);
  }

  private void touchOrForget(Edit edit, boolean cleared) {
    if (cleared) {
      touch(edit);
    } else if (!touched.isEmpty()) {
      touched = touched.minus(edit.field());
    }
  }

  private static <K, V> TreePMap<K, V> put(TreePMap<K, V> map, K key, Optional<V> value) {
    return value.isPresent() ? map.plus(key, value.get()) : map.minus(key);
  }
}
