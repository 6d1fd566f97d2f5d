package bandstand.wire;

import bandstand.inspection.Given;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a write answers: the revision, what then stands, and the rating rows that changed. */
public final class WriteJson {
  private WriteJson() {}

  /** {@code {"revision", "answer", "changed"}}; a cleared answer is null. */
  public static byte[] answer(long revision, Optional<Given> given, Ratings before, Ratings after) {
    ObjectNode node = Json.object().put("revision", revision);
    node.set("answer", given.map(GivenJson::write).orElse(null));
    return Json.bytes(withChanged(node, before, after));
  }

  /** {@code {"revision", "changed"}}. */
  public static byte[] changed(long revision, Ratings before, Ratings after) {
    return Json.bytes(withChanged(Json.object().put("revision", revision), before, after));
  }

  static ObjectNode withChanged(ObjectNode node, Ratings before, Ratings after) {
    node.set("changed", ChangedRatings.between(before, after).rows(after.framework()));
    return node;
  }
}
