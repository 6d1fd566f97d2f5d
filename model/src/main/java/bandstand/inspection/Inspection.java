package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pcollections.TreePMap;

/**
 * Everything that stands in one inspection at one revision; immutable.
 *
 * <p>Its own facts, {@code details}, are words under the names below, as those of a {@link Case}.
 *
 * @param revision 0 before it is created, then one more with every recorded change
 * @param answers the service's own, in judged standards
 * @param touched the revision that last set a field whose value does not carry it: cleared answers
 *     and facts, judgements, discretion, alerts, marks; by {@link Edit#field}. The fields of a case
 *     that went share one entry
 */
public record Inspection(
    InspectionId id,
    Framework framework,
    long revision,
    TreePMap<String, Stamped> details,
    TreePMap<Reference, Case> cases,
    TreePMap<Code, Given> answers,
    Decisions decisions,
    TreePMap<Integer, Alert> alerts,
    TreePMap<String, Long> marks,
    TreePMap<String, Long> touched,
    Tallies tallies,
    Volume volume) {
  public static final String FRAMEWORK = "framework";
  public static final String FRAMEWORK_DIGEST = "frameworkDigest";
  public static final String SERVICE = "service";
  public static final String SHORT_NAME = "shortName";
  public static final String FIELDWORK = "fieldwork";
  public static final String NOTES = "notes";

  /** A day, ISO 8601; past it the inspection may be erased. */
  public static final String RETAIN_UNTIL = "retainUntil";

  public static final String CARRIED_FROM = "carriedFrom";
  public static final String CARRIED_REVISION = "carriedRevision";
  public static final String CREATED_BY = "createdBy";
  public static final String CREATED_AT = "createdAt";
  public static final String SIGNED_OFF_BY = "signedOffBy";
  public static final String SIGNED_OFF_AT = "signedOffAt";
  public static final String DELETED_BY = "deletedBy";
  public static final String DELETED_AT = "deletedAt";

  /** The inspection of another edition that one was carried from, and its revision then. */
  public record Origin(InspectionId inspection, long revision) {}

  /** Before its first change. */
  public static Inspection blank(InspectionId id, Framework framework) {
    return new Inspection(
        id,
        framework,
        0,
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        Decisions.none(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        Tallies.of(framework, List.of(), Map.of()),
        Volume.NOTHING);
  }

  /** The state after the next change of its history. */
  public Inspection after(Recorded recorded) {
    if (recorded.revision() != revision + 1 || !recorded.inspection().equals(id)) {
      throw new IllegalArgumentException(
          "%s at %d takes no change %s %d"
              .formatted(id, revision, recorded.inspection(), recorded.revision()));
    }
    return after(folding -> folding.accept(recorded.change().edits()));
  }

  /** The edits of one change, in pieces that need not be in memory together. */
  @FunctionalInterface
  public interface Pieces {
    /** Hands over each piece; edits of one case come in the order they were made. */
    void each(Consumer<List<Edit>> piece);
  }

  /** The same for a change in pieces. */
  public Inspection after(Pieces pieces) {
    Folding folding = new Folding(this, revision + 1);
    pieces.each(folding::take);
    return folding.folded();
  }

  public Optional<String> detail(String name) {
    return Optional.ofNullable(details.get(name)).map(Stamped::value);
  }

  public Optional<Case> file(Reference reference) {
    return Optional.ofNullable(cases.get(reference));
  }

  /** Empty when it was not carried from another. */
  public Optional<Origin> carriedFrom() {
    return detail(CARRIED_FROM)
        .flatMap(
            from ->
                detail(CARRIED_REVISION)
                    .map(at -> new Origin(new InspectionId(from), Long.parseLong(at))));
  }

  public boolean signedOff() {
    return details.containsKey(SIGNED_OFF_BY);
  }

  public boolean deleted() {
    return details.containsKey(DELETED_BY);
  }

  /** With tallies over these cases alone; everything else as it is. */
  public Inspection countingOnly(Predicate<Case> counted) {
    return new Inspection(
        id,
        framework,
        revision,
        details,
        cases,
        answers,
        decisions,
        alerts,
        marks,
        touched,
        Tallies.of(framework, cases.values().stream().filter(counted).toList(), answers),
        volume);
  }

  /** What stands at a question, of a case or of the service. */
  public Optional<Given> given(Optional<Reference> subject, Code code) {
    return subject.isEmpty()
        ? Optional.ofNullable(answers.get(code))
        : file(subject.get()).flatMap(file -> file.given(code));
  }

  /** The revision that last set the field an edit is about; 0 when none ever did. */
  public long revisionOf(Edit edit) {
    Optional<Long> carried =
        switch (edit) {
          case Edit.ToAnswer answer -> given(answer.subject(), answer.code()).map(Given::revision);
          case Edit.ToFact fact ->
              file(fact.subject())
                  .flatMap(file -> Optional.ofNullable(file.facts().get(fact.name())))
                  .map(Stamped::revision);
          case Edit.ToDetail detail ->
              Optional.ofNullable(details.get(detail.name())).map(Stamped::revision);
          case Edit.ToCase made -> Optional.empty();
          case Edit.ToJudgement made -> Optional.empty();
          case Edit.ToDiscretion made -> Optional.empty();
          case Edit.ToAlert made -> Optional.empty();
          case Edit.ToMark made -> Optional.empty();
        };
    return carried.orElseGet(
        () ->
            edit.touches()
                .map(subject -> CaseFolding.revisionOf(subject, edit.field(), touched))
                .orElseGet(() -> touched.getOrDefault(edit.field(), 0L)));
  }

  /**
   * The revision that last made or removed a case, present or removed; empty if nothing tells of
   * it, since there was none or it is erased.
   */
  public Optional<Long> lastMade(Reference reference) {
    return Optional.ofNullable(touched.get(new Edit.ToCase(reference, false, true).field()));
  }

  /** Every case there is or was, but for those erased. */
  public Set<Reference> everyReference() {
    Set<Reference> references = new TreeSet<>(cases.keySet());
    touched.tailMap(Edit.CASES).keySet().stream()
        .takeWhile(field -> field.startsWith(Edit.CASES))
        .map(field -> field.substring(Edit.CASES.length()))
        .map(field -> new Reference(field.substring(0, field.indexOf('/'))))
        .forEach(references::add);
    return references;
  }
}
