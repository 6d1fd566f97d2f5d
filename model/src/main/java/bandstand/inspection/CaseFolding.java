package bandstand.inspection;

import bandstand.framework.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/** One case being changed by one change. */
final class CaseFolding {
  /**
   * The fields that were cleared when the case first went, unless they have been set since: an
   * import that is taken back would else leave a million of them.
   */
  private static final String REST = "*";

  private final Reference reference;
  private final Optional<Case> before;
  private final long revision;
  private final Map<String, Long> standing = new HashMap<>(2);

  /** But for the case itself. */
  private final Map<String, Long> touched = new HashMap<>(2);

  private boolean cameOrWent;
  private TreePMap<String, Stamped> facts;
  private TreePMap<Code, Given> answers;
  private boolean present;

  CaseFolding(Inspection from, Reference reference, long revision) {
    this.reference = reference;
    this.revision = revision;
    this.before = from.file(reference);
    this.present = before.isPresent();
    this.facts = before.map(Case::facts).orElseGet(TreePMap::empty);
    this.answers = before.map(Case::answers).orElseGet(TreePMap::empty);
    String own = field(reference, "");
    var at = from.touched().ceilingEntry(own);
    while (at != null && at.getKey().startsWith(own)) {
      standing.put(at.getKey(), at.getValue());
      at = from.touched().higherEntry(at.getKey());
    }
    touched.putAll(standing);
    touched.remove(own);
  }

  /** The name of a field of a case; an empty name is the case itself. */
  static String field(Reference reference, String name) {
    return Edit.CASES + reference + "/" + name;
  }

  /** When a field without a value was last set, by what is remembered of it or its case. */
  static long revisionOf(Reference reference, String field, Map<String, Long> touched) {
    Long own = touched.get(field);
    return own == null ? touched.getOrDefault(field(reference, REST), 0L) : own;
  }

  Optional<Case> before() {
    return before;
  }

  Optional<Case> after() {
    return present ? Optional.of(new Case(reference, facts, answers, revision)) : Optional.empty();
  }

  /** Fields whose revision is remembered otherwise than before; empty: no longer. */
  Map<String, Optional<Long>> touched() {
    Map<String, Optional<Long>> changed = new HashMap<>(2);
    String own = field(reference, "");
    if (!present && !standing.containsKey(own + REST)) {
      touched
          .entrySet()
          .removeIf(field -> field.getValue() == revision && !standing.containsKey(field.getKey()));
      touched.put(own + REST, revision);
    }
    if (cameOrWent) {
      changed.put(own, Optional.of(revision));
    }
    touched.forEach(
        (field, at) -> {
          if (!at.equals(standing.get(field))) {
            changed.put(field, Optional.of(at));
          }
        });
    standing.keySet().stream()
        .filter(field -> !touched.containsKey(field) && !field.equals(own))
        .forEach(field -> changed.put(field, Optional.empty()));
    return changed;
  }

  void fold(Edit.ToCase edit) {
    present = edit.after();
    if (!present) {
      facts = TreePMap.empty();
      answers = TreePMap.empty();
    }
    cameOrWent = true;
  }

  /** A case that goes stays gone when its facts and answers are cleared after it. */
  void fold(Edit.ToFact edit) {
    if (edit.after().isPresent()) {
      facts = facts.plus(edit.name(), new Stamped(edit.after().get(), revision));
      present = true;
    } else {
      facts = facts.minus(edit.name());
    }
    touchOrForget(edit, edit.after().isEmpty());
  }

  /**
   * The same for an answer.
   *
   * @param after what stands then, with this change's revision
   */
  void fold(Edit.ToAnswer edit, Optional<Given> after) {
    if (after.isPresent()) {
      answers = answers.plus(edit.code(), after.get());
      present = true;
    } else {
      answers = answers.minus(edit.code());
    }
    touchOrForget(edit, after.isEmpty());
  }

  private void touchOrForget(Edit edit, boolean cleared) {
    if (cleared) {
      touched.put(edit.field(), revision);
    } else if (!touched.isEmpty()) {
      touched.remove(edit.field());
    }
  }
}
