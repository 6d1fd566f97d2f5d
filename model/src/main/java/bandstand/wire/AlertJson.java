package bandstand.wire;

import bandstand.inspection.Alert;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An alert as the API shows it. */
public final class AlertJson {
  private AlertJson() {}

  public static byte[] write(Alert alert) {
    ObjectNode node = Json.object().put("number", alert.number());
    alert.subject().ifPresent(subject -> node.put("case", subject.text()));
    node.put("risk", alert.risk())
        .put("organisation", alert.organisation())
        .put("toldRole", alert.toldRole())
        .put("at", alert.at())
        .put("status", alert.status().word());
    if (!alert.outcome().isEmpty()) {
      node.put("outcome", alert.outcome());
    }
    return Json.bytes(node.put("by", alert.by()));
  }
}
