package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which edition an inspection is to be carried to, and as what.
 *
 * @param framework an edition's id
 * @param id of the new inspection; empty when the daemon is to make one
 * @param shortName of the new inspection; empty: as the old one's
 */
public record CarryRequest(
    String framework, Optional<InspectionId> id, Optional<String> shortName) {

  /**
   * From {@code {"framework", "id"?, "shortName"?}}.
   *
   * @param editions the ids that there are
   */
  public static Outcome<CarryRequest> read(byte[] body, Collection<String> editions) {
    return Body.read(body, fields -> of(fields, editions));
  }

  private static Supplier<CarryRequest> of(Fields fields, Collection<String> editions) {
    Optional<String> framework = NewInspection.framework(fields, editions);
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
