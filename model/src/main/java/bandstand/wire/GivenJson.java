package bandstand.wire;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What stands at a question as the API shows it. */
final class GivenJson {
  private GivenJson() {}

  /** {@code {"answer", "note"?, "ask"?, "revision", "by", "at"}}; only noted or marked: null. */
  static ObjectNode write(Given given) {
    ObjectNode node = Json.object().put("answer", given.answer().map(Answer::word).orElse(null));
    if (!given.note().isEmpty()) {
      node.put("note", given.note());
    }
    if (given.ask()) {
      node.put("ask", true);
    }
    return node.put("revision", given.revision())
        .put("by", given.by())
        .put("at", given.at().toString());
  }
}
