package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.inspection.InspectionId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was written as JSON, as tests take it apart. */
final class Trees {
  static final InspectionId LEICESTER = new InspectionId("leicester-2019");

  private Trees() {}

  static JsonNode json(String text) {
    return Json.parseOwn(text.getBytes(UTF_8));
  }

  static JsonNode json(RatingsTree tree) {
    return Json.parseOwn(tree.json());
  }

  static JsonNode leicester() {
    return json(RatingsTree.of(LEICESTER, 12, Samples.leicester()));
  }

  static JsonNode standard(JsonNode tree, String code) {
    return rows(tree).stream()
        .filter(row -> row.get("code").textValue().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static List<JsonNode> rows(JsonNode tree) {
    List<JsonNode> rows = new ArrayList<>();
    tree.get("standards").forEach(rows::add);
    return rows;
  }

  static List<String> texts(JsonNode rows, String name) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.get(name).textValue()));
    return texts;
  }

  static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
