package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which edition an inspection is to be carried to, and as what.
 *
 * @param framework an edition's id, which need not be known
 * @param id of the new inspection; empty when the daemon is to make one
 * @param shortName of the new inspection; empty: as the old one's
 */
public record CarryRequest(
    String framework, Optional<InspectionId> id, Optional<String> shortName) {

  /** From {@code {"framework", "id"?, "shortName"?}}. */
  public static Outcome<CarryRequest> read(byte[] body) {
    return Body.read(body, CarryRequest::of);
  }

  private static Supplier<CarryRequest> of(Fields fields) {
    Optional<String> framework = fields.required(Inspection.FRAMEWORK, fields::line);
    Optional<InspectionId> id = NewInspection.id(fields);
    Optional<String> shortName = fields.line(Inspection.SHORT_NAME);
    return () -> new CarryRequest(framework.orElseThrow(), id, shortName);
  }

  public byte[] json() {
    ObjectNode node = Json.object().put(Inspection.FRAMEWORK, framework);
    id.ifPresent(given -> node.put("id", given.text()));
    shortName.ifPresent(text -> node.put(Inspection.SHORT_NAME, text));
    return Json.bytes(node);
  }
}
