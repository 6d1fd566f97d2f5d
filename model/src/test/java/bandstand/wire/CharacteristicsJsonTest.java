package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CharacteristicsJsonTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

  private static final CharacteristicsText OFFICIAL =
      new CharacteristicsText(
          "ab".repeat(32),
          new TreeMap<>(Map.of(Code.of("1.2"), "A statement.")),
          new TreeMap<>(Map.of(Code.of("1.2"), Map.of(Rating.GOOD, List.of("First.", "Second.")))));

  private static byte[] bytes(String edition, Optional<CharacteristicsText> official) {
    Framework framework = EDITIONS.frameworks().get(edition);
    return CharacteristicsJson.write(framework, BuiltInGuidance.characteristics(), official);
  }

  private static JsonNode written(String edition) {
    return Json.parseOwn(bytes(edition, Optional.empty()));
  }

  @Test
  void everyStandardHasItsRatingsBestFirstAndTheStepsBetweenThem() {
    JsonNode node = written("yos-2018");
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
    assertTrue(written("yos-2021").path("predates").asBoolean());
  }

  @Test
  void whileNoneIsLoadedThereIsNoOfficialText() {
    JsonNode node = written("yos-2018");
    assertTrue(node.get("wording").isNull());
    assertTrue(node.at("/standards/0/ratings/0/wording").isMissingNode());
    assertEquals(
        new Outcome.Done<>(Map.of()),
        CharacteristicsJson.readWording(
            bytes("yos-2018", Optional.empty()), EDITIONS.frameworks().get("yos-2018")));
  }

  @Test
  void anEditionWithoutAnyHasNoStandardsHere() {
    JsonNode node = written("fji-2014");
    assertTrue(node.path("standards").isArray() && node.path("standards").isEmpty());
    assertTrue(node.path("general").isEmpty());
    assertTrue(node.path("guides").isNull() && node.path("published").isNull());
    assertFalse(node.path("predates").asBoolean(true));
  }

  @Test
  void officialParagraphsStandBesideOurPointsWhereTheyAreLoaded() {
    byte[] json = bytes("yos-2018", Optional.of(OFFICIAL));
    JsonNode node = Json.parseOwn(json);
    assertEquals("ab".repeat(32), node.at("/wording/digest").asText());
    assertEquals("A statement.", node.at("/standards/1/statement").asText());
    assertTrue(node.at("/standards/0/statement").isMissingNode());
    assertEquals(
        new Outcome.Done<>(OFFICIAL.paragraphs()),
        CharacteristicsJson.readWording(json, EDITIONS.frameworks().get("yos-2018")));
    assertEquals("First.", node.at("/standards/1/ratings/1/wording/0").asText());
    assertEquals("Second.", node.at("/standards/1/ratings/1/wording/1").asText());
    assertTrue(node.at("/standards/1/ratings/0/wording").isEmpty());
    assertTrue(node.at("/standards/0/ratings/1/wording").isEmpty());
  }
}
