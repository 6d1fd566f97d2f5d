package bandstand.wire;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Limits;
import bandstand.inspection.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The members of a case's JSON object being read, but for its reference and the reason. */
final class CaseFields {
  private final Fields fields;
  private final CaseRules rules;
  private final SortedMap<String, Optional<String>> facts = new TreeMap<>();
  private final SortedMap<Code, Supplier<Optional<AnswerRequest>>> answers = new TreeMap<>();

  private CaseFields(Fields fields, CaseRules rules) {
    this.fields = fields;
    this.rules = rules;
  }

  /** Whether the type must be there is for the caller to say, with {@link Fields#required}. */
  static Supplier<CaseRequest> of(Fields fields, CaseRules rules, Optional<String> reason) {
    CaseFields reading = new CaseFields(fields, rules);
    reading.facts();
    reading.attributes();
    reading.answers();
    reading.refuseIdentifying();
    return () -> reading.request(reason);
  }

  private CaseRequest request(Optional<String> reason) {
    SortedMap<Code, Optional<AnswerRequest>> sound = new TreeMap<>();
    answers.forEach((code, answer) -> sound.put(code, answer.get()));
    return new CaseRequest(facts, sound, reason);
  }

  private void facts() {
    fields.notNull(Case.TYPE, "A case always has a type");
    fields
        .line(Case.TYPE)
        .ifPresent(
            type -> {
              facts.put(Case.TYPE, Optional.of(type));
              rules.type(type).ifPresent(why -> fields.fault(Case.TYPE, why.code(), why.message()));
            });
    put(
        Case.STEP,
        fields.update(
            Case.STEP, name -> fields.word(name, Step::ofWord, CaseRequest.STEPS).map(Step::word)));
    put(Case.ASSIGNEE, fields.update(Case.ASSIGNEE, fields::line));
    put(Case.MANAGER, fields.update(Case.MANAGER, fields::line));
    put(Case.NOTE, fields.note(Case.NOTE));
  }

  private void put(String fact, Update<String> update) {
    if (!(update instanceof Update.Unsaid<String>())) {
      facts.put(fact, update.over(Optional.empty()));
    }
  }

  private void attributes() {
    fields.notNull("attributes", "null removes one attribute at a time, by its name");
    Fields attributes = fields.object("attributes");
    for (String name : attributes.names()) {
      var refusal = rules.attribute(name);
      if (refusal.isPresent()) {
        attributes.secretFault(name, refusal.get().code(), refusal.get().message());
      } else {
        put(Case.ATTRIBUTE_PREFIX + name, attributes.update(name, attributes::line));
      }
    }
    if (attributes.names().size() > Limits.ATTRIBUTES) {
      fields.secretFault(
          "attributes", "too-many", "At most " + Limits.ATTRIBUTES + " attributes a case");
    }
  }

  private void answers() {
    fields.notNull("answers", "null clears one answer at a time, by its code");
    Fields given = fields.object("answers");
    Optional<String> type = facts.getOrDefault(Case.TYPE, Optional.empty());
    for (String text : given.names()) {
      Optional<Code> code = Code.parse(text);
      Optional<CaseRules.Refusal> refusal =
          code.isEmpty()
              ? Optional.of(rules.unknown(text))
              : rules.code(code.get()).or(() -> type.flatMap(of -> rules.asked(code.get(), of)));
      refusal.ifPresent(why -> given.fault(text, why.code(), why.message()));
      Supplier<Optional<AnswerRequest>> answer = answer(given, text);
      code.ifPresent(known -> answers.put(known, answer));
    }
  }

  /** A word, an object with a note or a mark, or null. */
  private static Supplier<Optional<AnswerRequest>> answer(Fields given, String code) {
    if (given.isNull(code)) {
      return Optional::empty;
    }
    if (given.node(code).filter(JsonNode::isObject).isPresent()) {
      Fields parts = given.object(code);
      Supplier<AnswerRequest> request = AnswerRequest.withoutReason(parts);
      parts.finish();
      return () -> Optional.of(request.get());
    }
    Optional<Answer> word = given.word(code, Answer::ofWord, AnswerRequest.ANSWERS);
    return () -> word.flatMap(AnswerRequest::bare);
  }

  private void refuseIdentifying() {
    for (String name : fields.unknown()) {
      if (Identifying.is(name)) {
        rules
            .identifying(name)
            .ifPresentOrElse(
                why -> fields.secretFault(name, why.code(), why.message()),
                () ->
                    fields.secretFault(
                        name, "unknown-field", "Identifying data stands among the attributes"));
      }
    }
  }
}
