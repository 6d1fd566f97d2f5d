package bandstand.wire;

import bandstand.framework.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is to be undone or redone.
 *
 * @param revision of the change, or for a redo of the undo; empty: the person's own last one
 * @param reason for what touches a submitted case; empty where none is given
 */
public record TakingBack(Optional<Long> revision, Optional<String> reason) {

  /** From {@code {"revision"?, "reason"?}}; a body may be left out. */
  public static Outcome<TakingBack> read(byte[] body) {
    return Body.readOptional(
        body,
        fields -> {
          Optional<Long> revision = fields.revision("revision");
          Optional<String> reason = fields.reason("reason");
          return () -> new TakingBack(revision, reason);
        });
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    revision.ifPresent(number -> node.put("revision", number));
    reason.ifPresent(text -> node.put("reason", text));
    return Json.bytes(node);
  }
}
