package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is to be said of a case.
 *
 * @param facts by their names in {@link Case}; empty removes
 * @param answers by code; empty clears, and answers not in it are left as they are
 * @param reason for a change of a submitted case; empty where none is given
 */
public record CaseRequest(
    SortedMap<String, Optional<String>> facts,
    SortedMap<Code, Optional<AnswerRequest>> answers,
    Optional<String> reason) {
  static final String STEPS = "open, read, interviewed, submitted, checked";

  public CaseRequest {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /**
   * Of a whole case: what its facts do not hold, it is not to have. Codes need not be known; a
   * reference in the body must be the case's own.
   */
  public static Outcome<CaseRequest> read(
      byte[] body, Reference reference, boolean identifyingAllowed) {
    return Body.read(
        body,
        fields -> {
          if (!fields.has(Case.TYPE)) {
            fields.lacking(Case.TYPE);
          }
          return of(fields, reference, identifyingAllowed);
        });
  }

  /** Of part of a case, from a merge patch. */
  public static Outcome<CaseRequest> readPatch(
      byte[] body, Reference reference, boolean identifyingAllowed) {
    return Body.read(body, fields -> of(fields, reference, identifyingAllowed));
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    ObjectNode attributes = Json.object();
    facts.forEach(
        (name, value) -> {
          boolean attribute = name.startsWith(Case.ATTRIBUTE_PREFIX);
          String member = attribute ? name.substring(Case.ATTRIBUTE_PREFIX.length()) : name;
          (attribute ? attributes : node).put(member, value.orElse(null));
        });
    if (!attributes.isEmpty()) {
      node.set("attributes", attributes);
    }
    if (!answers.isEmpty()) {
      ObjectNode given = node.putObject("answers");
      answers.forEach(
          (code, answer) ->
              answer.ifPresentOrElse(
                  request -> given.set(code.toString(), request.node()),
                  () -> given.putNull(code.toString())));
    }
    reason.ifPresent(text -> node.put("reason", text));
    return Json.bytes(node);
  }

  private static Supplier<CaseRequest> of(
      Fields fields, Reference reference, boolean identifyingAllowed) {
    Optional<Reference> stated = fields.reference("reference");
    if (stated.isPresent() && !stated.get().equals(reference)) {
      fields.fault("reference", "fixed", "The path says " + reference + "; a reference stays");
    }
    Optional<String> reason = fields.reason("reason");
    return CaseFields.of(fields, new CaseRules(Optional.empty(), identifyingAllowed), reason);
  }
}
