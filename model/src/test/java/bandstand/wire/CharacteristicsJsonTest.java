package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharacteristicsJsonTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

  private static JsonNode written(String edition, Map<Code, Map<Rating, List<String>>> wording) {
    Framework framework = EDITIONS.frameworks().get(edition);
    return Json.parseOwn(
        CharacteristicsJson.write(framework, BuiltInGuidance.characteristics(), wording));
  }

  @Test
  void everyStandardHasItsRatingsBestFirstAndTheStepsBetweenThem() {
    JsonNode node = written("yos-2018", Map.of());
    assertEquals("yos-2018", node.path("framework").asText());
    assertEquals("2018-03", node.path("published").asText());
    assertFalse(node.path("predates").asBoolean(true));
    assertEquals(
        List.of("1.1", "1.2", "1.3", "1.4"), node.path("standards").findValuesAsText("code"));
    for (JsonNode standard : node.path("standards")) {
      assertEquals(
          List.of("outstanding", "good", "requires-improvement", "inadequate"),
          standard.path("ratings").findValuesAsText("rating"));
      assertEquals(
          List.of("inadequate", "requires-improvement", "good"),
          standard.path("steps").findValuesAsText("from"));
      assertEquals(
          List.of("requires-improvement", "good", "outstanding"),
          standard.path("steps").findValuesAsText("to"));
    }
    assertEquals("Governance and leadership", node.at("/standards/0/title").asText());
    assertEquals(
        List.of("outstanding", "inadequate"), node.path("general").findValuesAsText("rating"));
  }

  @Test
  void theyPredateTheEditionOf2021() {
    assertTrue(written("yos-2021", Map.of()).path("predates").asBoolean());
  }

  @Test
  void anEditionWithoutAnyHasNoStandardsHere() {
    JsonNode node = written("fji-2014", Map.of());
    assertTrue(node.path("standards").isArray() && node.path("standards").isEmpty());
    assertTrue(node.path("general").isEmpty());
    assertTrue(node.path("guides").isNull() && node.path("published").isNull());
    assertFalse(node.path("predates").asBoolean(true));
  }

  @Test
  void officialParagraphsStandBesideOurPointsWhereTheyAreLoaded() {
    JsonNode node =
        written(
            "yos-2018", Map.of(Code.of("1.2"), Map.of(Rating.GOOD, List.of("First.", "Second."))));
    assertEquals("First.", node.at("/standards/1/ratings/1/wording/0").asText());
    assertEquals("Second.", node.at("/standards/1/ratings/1/wording/1").asText());
    assertTrue(node.at("/standards/1/ratings/0/wording").isMissingNode());
    assertTrue(node.at("/standards/0/ratings/1/wording").isMissingNode());
  }
}
