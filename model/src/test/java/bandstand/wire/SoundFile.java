package bandstand.wire;

import static bandstand.wire.Reads.done;
import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.framework.Framework;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The file of a small edition with nothing wrong in it, and what to change in it. */
final class SoundFile {
  /** Two groups, three standards of which two count, four key questions, three prompts. */
  static final String TEXT =
      """
      {"format": 1, "id": "small-2026", "title": "A small edition", "published": "2026-03",
       "status": "draft", "levels": ["domain", "standard", "key question", "prompt"],
       "caseTypes": [{"id": "court", "title": "Court"}, {"id": "bail", "title": "Bail"}],
       "ratings": [
         {"word": "poor", "title": "Poor", "narrow": "Poor", "letter": "P"},
         {"word": "not-enough", "title": "Not enough", "narrow": "NotEn", "letter": "N"},
         {"word": "good", "title": "Good", "narrow": "Good", "letter": "G"},
         {"word": "splendid", "title": "Splendid", "narrow": "Splend", "letter": "S"}],
       "bands": {"reading": "exact", "from": [0, 40, 60, 90]},
       "overall": {"standards": 2, "upTo": [1, 3, 5, 6], "basis": "unconfirmed"},
       "rules": [{"name": "bands", "says": "From 90 it is splendid.", "basis": "house",
                  "source": "004 Annex 2"}],
       "notes": ["Made for this test."],
       "groups": [
         {"code": "1", "title": "Leading", "standards": [
           {"code": "1.1", "title": "Staff", "kind": "judged", "counts": true, "caseTypes": [],
            "keyQuestions": [{"code": "1.1.1", "label": "Staff are enough", "prompts": [
              {"letter": "a", "label": "There are enough"},
              {"letter": "a", "label": "They know their work"}]}]}]},
         {"code": "2", "title": "Cases", "standards": [
           {"code": "2.1", "title": "Assessing", "kind": "cases", "counts": true,
            "caseTypes": ["court", "bail"],
            "keyQuestions": [
              {"code": "2.1.1", "label": "The child is heard", "prompts": [
                {"letter": "", "label": "The child is asked"}]},
              {"code": "2.1.2", "label": "Risks are seen", "prompts": []}]},
           {"code": "2.2", "title": "Victims", "kind": "judged", "counts": false,
            "caseTypes": ["court"],
            "keyQuestions": [{"code": "2.2.1", "label": "Victims are heard", "prompts": []}]}]}]}
      """;

  private SoundFile() {}

  static Framework framework() {
    return done(FrameworkFile.read(TEXT.getBytes(UTF_8)));
  }

  static Framework withoutBandsAndOverall() {
    ObjectNode root = tree();
    root.remove("bands");
    root.remove("overall");
    return done(FrameworkFile.read(Json.bytes(root)));
  }

  static ObjectNode tree() {
    return (ObjectNode) Json.parseOwn(TEXT.getBytes(UTF_8));
  }

  /** The sound file with another value at this place; quotes in the value are single. */
  static ObjectNode with(String pointer, String json) {
    ObjectNode root = tree();
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode value = Json.parseOwn(json.replace('\'', '"').getBytes(UTF_8));
    switch (root.at(at.head())) {
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), value);
      case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
      default -> throw new IllegalArgumentException("no place: " + pointer);
    }
    return root;
  }
}
