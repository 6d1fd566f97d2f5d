package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.inspection.Role;
import bandstand.wire.BuiltInEditions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A dry run answers what the import answers, the ratings it foretells are those that follow, and an
 * undo leads back; for files drawn at random, over inspections in which people have answered.
 */
class DryRunTest {
  /** Run with more by {@code -DdryRunFiles=1000}; those are what the README speaks of. */
  private static final int FILES = Integer.getInteger("dryRunFiles", 50);

  private static final int BLOCK = 50;

  private static final List<Framework> EDITIONS =
      List.copyOf(BuiltInEditions.load().frameworks().values());

  private final Map<Integer, Integer> byStatus = new HashMap<>();
  private int changes;

  /** The first seed of each block, which is one test. */
  static IntStream blocks() {
    return IntStream.range(0, FILES / BLOCK).map(block -> block * BLOCK + 1);
  }

  @ParameterizedTest(name = "seeds from {0}")
  @MethodSource("blocks")
  void whatADryRunTellsComesTrueAndAnUndoLeadsBack(int first, @TempDir Path data)
      throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      String lead = api.token();
      String nia = api.token("nia", Role.INSPECTOR);
      for (int seed = first; seed < first + BLOCK; seed++) {
        check(api, lead, nia, seed);
      }
    }
    assertTrue(byStatus.getOrDefault(200, 0) > BLOCK / 4, byStatus::toString);
    assertTrue(byStatus.getOrDefault(422, 0) > BLOCK / 10, byStatus::toString);
    assertTrue(changes > BLOCK / 5, () -> changes + " of " + BLOCK + " changed anything");
  }

  private void check(RunningApi api, String lead, String nia, int seed) {
    Random random = new Random(seed);
    Framework framework = EDITIONS.get(random.nextInt(EDITIONS.size()));
    String inspection = "/api/v1/inspections/s" + seed;
    api.as(lead);
    api.post(
        "/api/v1/inspections",
        "{\"service\":\"S\",\"framework\":\"%s\",\"id\":\"s%d\"}".formatted(framework.id(), seed));
    answer(api.as(nia), random, framework, inspection);
    api.as(lead);

    RandomFile file = RandomFile.any(random, framework);
    String where = "seed " + seed + ", " + framework.id() + ", " + file;
    JsonNode ratings = ratings(api, inspection);
    JsonNode cases = cases(api, inspection);
    RunningApi.Answer dry = load(api, inspection, file, true);
    assertEquals(ratings, ratings(api, inspection), where);
    RunningApi.Answer real = load(api, inspection, file, false);
    assertEquals(dry.status(), real.status(), where);
    assertEquals(said(dry), said(real), where);
    byStatus.merge(real.status(), 1, Integer::sum);
    if (real.status() != 200) {
      assertEquals(ratings, ratings(api, inspection), where);
      assertEquals(cases, cases(api, inspection), where);
      return;
    }
    JsonNode after = ratings(api, inspection);
    assertForetold(dry.json().path("ratings"), ratings, after, where);
    if (!after.path("revision").equals(ratings.path("revision"))) {
      changes++;
      RunningApi.Answer undone = api.post(inspection + "/undo", "");
      assertEquals(200, undone.status(), () -> where + undone.response().body());
      assertEquals(unstamped(ratings), unstamped(ratings(api, inspection)), where);
      assertEquals(unstamped(cases), unstamped(cases(api, inspection)), where);
    }
  }

  /** Some cases that an import made, and answers of a person on some of them. */
  private static void answer(
      RunningApi api, Random random, Framework framework, String inspection) {
    if (random.nextInt(4) == 0) {
      return;
    }
    load(api, inspection, RandomFile.sound(random, framework), false);
    for (JsonNode file : cases(api, inspection).path("items")) {
      List<String> codes = RandomFile.asked(framework, file.path("type").asText());
      for (int i = random.nextInt(4); i > 0; i--) {
        api.put(
            "%s/cases/%s/answers/%s"
                .formatted(
                    inspection,
                    file.path("reference").asText(),
                    codes.get(random.nextInt(Math.min(codes.size(), 40)))),
            List.of("{\"answer\":\"no\"}", "{\"answer\":\"na\",\"note\":\"n\"}", "{\"ask\":true}")
                .get(random.nextInt(3)));
      }
    }
  }

  private static RunningApi.Answer load(
      RunningApi api, String inspection, RandomFile file, boolean dryRun) {
    String query = file.query() + (file.query().isEmpty() ? "" : "&") + "dryRun=" + dryRun;
    return api.send("POST", inspection + "/cases?" + query, file.mediaType(), file.body());
  }

  private static JsonNode said(RunningApi.Answer answer) {
    ObjectNode said = (ObjectNode) answer.json();
    said.remove(List.of("dryRun", "revision"));
    return said;
  }

  private static JsonNode ratings(RunningApi api, String inspection) {
    return api.get(inspection + "/ratings").json();
  }

  private static JsonNode cases(RunningApi api, String inspection) {
    return api.get(inspection + "/cases?limit=1000").json();
  }

  private static void assertForetold(JsonNode told, JsonNode before, JsonNode after, String where) {
    for (String member : List.of("score", "rating")) {
      assertEquals(before.path("overall").path(member), told.path("before").path(member), where);
      assertEquals(after.path("overall").path(member), told.path("after").path(member), where);
    }
    Map<String, JsonNode> was = byCode(before);
    Map<String, JsonNode> is = byCode(after);
    Map<String, JsonNode> moved = new HashMap<>();
    told.path("changed").forEach(row -> moved.put(row.path("code").asText(), row));
    is.forEach(
        (code, rating) -> {
          if (rating.equals(was.get(code))) {
            assertTrue(!moved.containsKey(code), () -> code + " did not move: " + where);
          } else {
            assertEquals(was.get(code), moved.get(code).path("before"), where);
            assertEquals(rating, moved.get(code).path("after"), where);
          }
        });
  }

  private static Map<String, JsonNode> byCode(JsonNode ratings) {
    Map<String, JsonNode> byCode = new HashMap<>();
    for (JsonNode standard : ratings.path("standards")) {
      byCode.put(standard.path("code").asText(), standard.path("final"));
      if (standard.path("kind").asText().equals("cases")) {
        for (JsonNode question : standard.path("keyQuestions")) {
          byCode.put(question.path("code").asText(), question.path("confirmed").path("rating"));
        }
      }
    }
    return byCode;
  }

  /** Without revisions: an undo is a new change, whatever it brings back. */
  private static JsonNode unstamped(JsonNode node) {
    node.findParents("revision").forEach(parent -> ((ObjectNode) parent).remove("revision"));
    return node;
  }
}
