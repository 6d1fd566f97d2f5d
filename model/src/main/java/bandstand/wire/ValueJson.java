package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.inspection.Judgement;
import bandstand.inspection.Judgement.Signature;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What people gave and decided, as the journal and the state at rest keep it.
 *
 * <p>What equals its envelope is left out. Reading takes only what was written here; anything else
 * is damage, and throws.
 */
final class ValueJson {
  private static final String REVISION = "revision";
  private static final String BY = "by";
  private static final String AT = "at";

  private ValueJson() {}

  /** A word where nothing but an answer is said. */
  static JsonNode given(Given given, Envelope envelope) {
    ObjectNode node = Json.object();
    given.answer().ifPresent(answer -> node.put("answer", answer.word()));
    if (!given.note().isEmpty()) {
      node.put("note", given.note());
    }
    if (given.ask()) {
      node.put("ask", true);
    }
    if (given.revision() != envelope.revision()) {
      node.put(REVISION, given.revision());
    }
    sign(node, given.by(), given.at(), envelope);
    return node.size() == 1 && node.has("answer") ? node.get("answer") : node;
  }

  /** The same among others, where it is empty if it is not there. */
  static Optional<Given> given(Optional<JsonNode> node, Envelope envelope) {
    return node.isPresent() && node.get() instanceof TextNode word
        ? envelope.bare(answer(word))
        : node.map(spelt -> given(spelt, envelope))
            .map(given -> given.note().isEmpty() ? envelope.shared(given) : given);
  }

  static Given given(JsonNode node, Envelope envelope) {
    if (node instanceof TextNode word) {
      return envelope.bare(answer(word)).orElseThrow();
    }
    return new Given(
        member(node, "answer").map(ValueJson::answer),
        node.path("note").asText(),
        node.path("ask").asBoolean(),
        member(node, REVISION).map(JsonNode::longValue).orElse(envelope.revision()),
        by(node, envelope),
        at(node, envelope));
  }

  static JsonNode judgement(Judgement judgement, Envelope envelope) {
    ObjectNode node = Json.object();
    judgement.rating().ifPresent(rating -> node.put("rating", rating.word()));
    node.put("reason", judgement.reason());
    sign(node, judgement.by().name(), judgement.by().at(), envelope);
    judgement
        .agreed()
        .ifPresent(agreed -> sign(node.putObject("agreed"), agreed.name(), agreed.at(), envelope));
    return node;
  }

  static Judgement judgement(JsonNode node, Envelope envelope) {
    return new Judgement(
        member(node, "rating").map(word -> known(Rating.ofWord(word.textValue()), word)),
        node.required("reason").textValue(),
        new Signature(by(node, envelope), at(node, envelope)),
        member(node, "agreed")
            .map(agreed -> new Signature(by(agreed, envelope), at(agreed, envelope))));
  }

  static JsonNode alert(Alert alert, Envelope envelope) {
    ObjectNode node = Json.object();
    node.put("number", alert.number());
    alert.subject().ifPresent(reference -> node.put("case", reference.text()));
    node.put("risk", alert.risk())
        .put("organisation", alert.organisation())
        .put("toldRole", alert.toldRole())
        .put("told", alert.at())
        .put("status", alert.status().word());
    if (!alert.outcome().isEmpty()) {
      node.put("outcome", alert.outcome());
    }
    if (!alert.by().equals(envelope.by())) {
      node.put(BY, alert.by());
    }
    return node;
  }

  static Alert alert(JsonNode node, Envelope envelope) {
    JsonNode status = node.required("status");
    return new Alert(
        node.required("number").intValue(),
        member(node, "case").map(ValueJson::reference),
        node.required("risk").textValue(),
        node.required("organisation").textValue(),
        node.required("toldRole").textValue(),
        node.required("told").textValue(),
        known(Alert.Status.ofWord(status.textValue()), status),
        node.path("outcome").asText(),
        by(node, envelope));
  }

  static Reference reference(JsonNode node) {
    return new Reference(node.textValue());
  }

  static Code code(JsonNode node) {
    return Code.of(node.textValue());
  }

  static Optional<JsonNode> member(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name));
  }

  static <T> T known(Optional<T> value, JsonNode node) {
    return value.orElseThrow(() -> new IllegalArgumentException("not written here: " + node));
  }

  private static Answer answer(JsonNode node) {
    return known(Answer.ofWord(node.textValue()), node);
  }

  private static void sign(ObjectNode node, String by, Instant at, Envelope envelope) {
    if (!by.equals(envelope.by())) {
      node.put(BY, by);
    }
    if (!at.equals(envelope.at())) {
      node.put(AT, at.toString());
    }
  }

  private static String by(JsonNode node, Envelope envelope) {
    return member(node, BY).map(JsonNode::textValue).orElse(envelope.by());
  }

  private static Instant at(JsonNode node, Envelope envelope) {
    return member(node, AT).map(text -> Instant.parse(text.textValue())).orElse(envelope.at());
  }
}
