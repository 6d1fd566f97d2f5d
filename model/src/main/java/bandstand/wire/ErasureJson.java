package bandstand.wire;

import bandstand.inspection.Erasure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An erasure as the journal keeps it.
 *
 * <p>Reading takes only what was written here; anything else is damage, and throws.
 */
final class ErasureJson {
  private static final String NAME = "name";
  private static final String UP_TO = "upTo";
  private static final String PARTS = "parts";
  private static final String MADE = "made";

  private ErasureJson() {}

  /** Parts as numbers: revision, number, revision, number and so on. */
  static ObjectNode write(Erasure erasure) {
    ObjectNode node = Json.object();
    erasure.name().ifPresent(name -> node.put(NAME, name.text()));
    if (erasure.upTo() > 0) {
      node.put(UP_TO, erasure.upTo());
    }
    if (!erasure.parts().isEmpty()) {
      ArrayNode parts = node.putArray(PARTS);
      erasure.parts().forEach(part -> add(parts, part));
    }
    add(node.putArray(MADE), erasure.made());
    return node;
  }

  private static void add(ArrayNode numbers, Erasure.Part part) {
    numbers.add(part.revision()).add(part.number());
  }

  static Erasure read(JsonNode node) {
    JsonNode numbers = node.path(PARTS);
    List<Erasure.Part> parts = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += 2) {
      parts.add(part(numbers, i));
    }
    return new Erasure(
        ValueJson.member(node, NAME).map(ValueJson::reference),
        node.path(UP_TO).longValue(),
        parts,
        part(node.required(MADE), 0));
  }

  private static Erasure.Part part(JsonNode numbers, int at) {
    return new Erasure.Part(numbers.required(at).longValue(), numbers.required(at + 1).intValue());
  }
}
