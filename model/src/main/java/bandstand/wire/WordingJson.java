package bandstand.wire;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.framework.Wording;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;

/** What became of a published document that was attached to an edition. */
public final class WordingJson {
  private WordingJson() {}

  /**
   * How many texts are matched, of how many the edition has; {@code unmatched} are statements.
   * Groups are counted apart: most documents print no statement for them.
   */
  public static byte[] attached(Framework framework, Wording wording) {
    long prompts = framework.questions().stream().filter(Question::isPrompt).count();
    ObjectNode node = node(framework, wording.digest());
    node.putObject("matched")
        .put("standards", wording.count(2))
        .put("keyQuestions", wording.count(3))
        .put("prompts", wording.count(4));
    node.putObject("total")
        .put("standards", framework.standards().size())
        .put("keyQuestions", framework.questions().size() - prompts)
        .put("prompts", prompts);
    node.put("groupStatements", wording.count(1));
    wording.unmatched(framework).forEach(code -> node.withArray("unmatched").add(code.toString()));
    return Json.bytes(node);
  }

  /** How many standards and ratings are described, and by how many paragraphs. */
  public static byte[] attached(Framework framework, CharacteristicsText text) {
    int standards = text.paragraphs().size();
    ObjectNode node = node(framework, text.digest());
    node.putObject("matched").put("standards", standards).put("ratings", text.cells());
    node.putObject("total")
        .put("standards", standards)
        .put("ratings", standards * Rating.values().length);
    node.put("paragraphs", text.paragraphCount());
    text.paragraphs().keySet().stream()
        .filter(code -> !text.statements().containsKey(code))
        .forEach(code -> node.withArray("unmatched").add(code.toString()));
    return Json.bytes(node);
  }

  private static ObjectNode node(Framework framework, String digest) {
    ObjectNode node = Json.object().put("framework", framework.id()).put("digest", digest);
    node.putArray("unmatched");
    return node;
  }

  /** What is loaded for each edition, in order. */
  public static byte[] loaded(SortedMap<String, FrameworkJson.Loaded> editions) {
    ObjectNode list = Json.object();
    var items = list.putArray("items");
    editions.forEach(
        (id, loaded) ->
            items
                .addObject()
                .put("framework", id)
                .put("wording", loaded.wording().orElse(null))
                .put("characteristics", loaded.characteristics().orElse(null)));
    return Json.bytes(list);
  }
}
