package bandstand.wire;

import bandstand.inspection.Recorded;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lines of an inspection's audit trail, and what checking it found. */
public final class HistoryJson {
  private HistoryJson() {}

  /** One change: who, when, what with old and new values, and the chain's link after it. */
  public static byte[] line(Recorded recorded, String link) {
    ObjectNode node =
        Json.object()
            .put("revision", recorded.revision())
            .put("by", recorded.by())
            .put("at", recorded.at().toString());
    node.set("what", EventJson.what(recorded));
    return Json.bytes(node.put("hash", link));
  }

  public static byte[] sound(long entries, String head) {
    return Json.bytes(Json.object().put("ok", true).put("entries", entries).put("head", head));
  }

  public static byte[] broken(long entries, String detail) {
    return Json.bytes(Json.object().put("ok", false).put("entries", entries).put("detail", detail));
  }
}
