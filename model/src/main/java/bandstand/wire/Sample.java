package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

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
    NewInspection inspection,
    Optional<String> serviceAnswers,
    SequencedMap<String, String> judgements,
    List<String> alerts) {

  /**
   * What a bundle is held against.
   *
   * @param edition that of the inspection
   * @param cases whether the inspection has a case of that reference, or is given it beside this
   */
  public record Against(Framework edition, Predicate<Reference> cases) {}

  public Sample {
    judgements = new LinkedHashMap<>(judgements);
    alerts = List.copyOf(alerts);
  }

  /**
   * From {@code {"inspection", "serviceAnswers"?, "judgements"?, "alerts"?}}, each as the API takes
   * it; refused with every fault and its pointer.
   *
   * @param against empty to look at shapes alone
   */
  public static Outcome<Sample> read(byte[] json, Optional<Against> against) {
    return Body.read(json, bundle -> new SampleReading(against).of(bundle));
  }

  /** What makes the inspection, whatever else the bundle holds; empty if that is at fault. */
  public static Optional<NewInspection> inspection(byte[] json) {
    return Json.parse(json) instanceof Outcome.Done<JsonNode>(JsonNode node)
            && Body.read(Json.bytes(node.path("inspection")), SampleReading::inspection)
                instanceof Outcome.Done<NewInspection>(NewInspection inspection)
        ? Optional.of(inspection)
        : Optional.empty();
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
}
