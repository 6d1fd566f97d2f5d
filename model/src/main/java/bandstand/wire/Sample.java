package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What a bundle, such as a sample, holds beside the cases, as bodies to send to the API in this
 * order.
 *
 * @param inspection creates it
 * @param serviceAnswers a batch; empty when there are none
 * @param judgements by standard
 * @param alerts each raises one
 */
public record Sample(
    InspectionId id,
    String inspection,
    Optional<String> serviceAnswers,
    SequencedMap<String, String> judgements,
    List<String> alerts) {
  public Sample {
    judgements = new LinkedHashMap<>(judgements);
    alerts = List.copyOf(alerts);
  }

  /** From {@code {"inspection", "serviceAnswers"?, "judgements"?, "alerts"?}}. */
  public static Outcome<Sample> read(byte[] json) {
    return Reply.read(
        json,
        (sample, faults) -> {
          sample.needs("inspection");
          String id = sample.object("inspection").needed("id", Limits.NAME_CHARACTERS);
          SequencedMap<String, String> judgements = new LinkedHashMap<>();
          sample
              .node("judgements")
              .ifPresent(
                  node ->
                      node.properties()
                          .forEach(one -> judgements.put(one.getKey(), one.getValue().toString())));
          List<String> alerts = new ArrayList<>();
          sample.node("alerts").ifPresent(node -> node.forEach(one -> alerts.add(one.toString())));
          return InspectionId.parse(id)
              .map(
                  known ->
                      new Sample(
                          known,
                          sample.node("inspection").orElseThrow().toString(),
                          sample.node("serviceAnswers").map(Sample::batch),
                          judgements,
                          alerts));
        });
  }

  /** Whether it is one: an object whose member {@code inspection} is an object. */
  public static boolean is(byte[] json) {
    return Json.parse(json) instanceof Outcome.Done<JsonNode>(JsonNode node)
        && node.path("inspection").isObject();
  }

  /**
   * The alerts that are not yet raised: none of the same case and risk stands.
   *
   * @param standing the inspection's alerts as the API lists them
   */
  public List<String> alertsBeside(byte[] standing) {
    if (!(Json.parse(standing) instanceof Outcome.Done<JsonNode>(JsonNode page))) {
      return alerts;
    }
    Set<String> raised = new HashSet<>();
    page.path("items").forEach(one -> raised.add(concern(one)));
    return alerts.stream()
        .filter(body -> !raised.contains(concern(Json.parseOwn(body.getBytes(UTF_8)))))
        .toList();
  }

  private static String concern(JsonNode alert) {
    return alert.path("case").asText() + "\n" + alert.path("risk").asText();
  }

  /** Answers by code, each a word or an object, as items that name their code. */
  private static String batch(JsonNode answers) {
    ArrayNode batch = Json.array();
    for (Map.Entry<String, JsonNode> given : answers.properties()) {
      ObjectNode item = batch.addObject().put("code", given.getKey());
      if (given.getValue() instanceof ObjectNode whole) {
        item.setAll(whole);
      } else {
        item.set("answer", given.getValue());
      }
    }
    return batch.toString();
  }
}
