package bandstand.inspection;

import bandstand.framework.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/** One change being folded into an inspection: the only place where state is made. */
final class Folding {
  /** Past one case in so many, the tree of cases is cheaper made anew than case by case. */
  private static final int FEW = 8;

  /** Past so many they are people's own, each at its time. */
  private static final int MOST_ALIKE = 1_000;

  private final Inspection from;
  private final long revision;
  private final Map<Reference, CaseFolding> files = new HashMap<>();

  /** Answers by what they are, or were before they came back: of an import, a million are three. */
  private final Map<Given, Given> alike = new HashMap<>();

  private boolean serviceAnswered;
  private TreePMap<String, Stamped> details;
  private TreePMap<Code, Given> answers;
  private Decisions decisions;
  private TreePMap<Integer, Alert> alerts;
  private TreePMap<String, Long> marks;
  private TreePMap<String, Long> touched;

  Folding(Inspection from, long revision) {
    this.from = from;
    this.revision = revision;
    this.details = from.details();
    this.answers = from.answers();
    this.decisions = from.decisions();
    this.alerts = from.alerts();
    this.marks = from.marks();
    this.touched = from.touched();
  }

  void take(List<Edit> edits) {
    edits.forEach(this::fold);
  }

  Inspection folded() {
    Tallies.Counting counting = new Tallies.Counting(from.tallies());
    Volume volume = from.volume();
    for (CaseFolding file : files.values()) {
      counting.move(file.before(), file.after());
      volume = volume.moved(file.before(), file.after());
    }
    if (serviceAnswered) {
      counting.serve(answers);
    }
    return new Inspection(
        from.id(),
        from.framework(),
        revision,
        details,
        cases(),
        answers,
        decisions,
        alerts,
        marks,
        touched(),
        counting.tallies(),
        volume);
  }

  private void fold(Edit edit) {
    switch (edit) {
      case Edit.ToAnswer answer -> foldAnswer(answer);
      case Edit.ToCase made -> file(made.subject()).fold(made);
      case Edit.ToFact fact -> file(fact.subject()).fold(fact);
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
      file(edit.subject().get()).fold(edit, after);
    } else {
      answers = put(answers, edit.code(), after);
      serviceAnswered = true;
      touchOrForget(edit, after.isEmpty());
    }
  }

  private CaseFolding file(Reference reference) {
    return files.computeIfAbsent(reference, subject -> new CaseFolding(from, subject, revision));
  }

  private TreePMap<Reference, Case> cases() {
    if (files.size() < from.cases().size() / FEW + FEW) {
      TreePMap<Reference, Case> cases = from.cases();
      for (Map.Entry<Reference, CaseFolding> each : files.entrySet()) {
        cases = put(cases, each.getKey(), each.getValue().after());
      }
      return cases;
    }
    TreeMap<Reference, Case> cases = new TreeMap<>(from.cases());
    files.forEach(
        (reference, file) ->
            file.after()
                .ifPresentOrElse(
                    after -> cases.put(reference, after), () -> cases.remove(reference)));
    return TreePMap.fromSortedMap(cases);
  }

  private TreePMap<String, Long> touched() {
    if (files.size() < touched.size() / FEW + FEW) {
      for (CaseFolding file : files.values()) {
        for (Map.Entry<String, Optional<Long>> field : file.touched().entrySet()) {
          touched = put(touched, field.getKey(), field.getValue());
        }
      }
      return touched;
    }
    TreeMap<String, Long> all = new TreeMap<>(touched);
    for (CaseFolding file : files.values()) {
      file.touched()
          .forEach(
              (field, at) ->
                  at.ifPresentOrElse(known -> all.put(field, known), () -> all.remove(field)));
    }
    return TreePMap.fromSortedMap(all);
  }

  /** An answer that an undo brings back keeps its author and time. */
  private Given restamped(Given given) {
    return given.note().isEmpty() && alike.size() < MOST_ALIKE
        ? alike.computeIfAbsent(given, this::withRevision)
        : withRevision(given);
  }

  private Given withRevision(Given given) {
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
