package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Trees.LEICESTER;
import static bandstand.wire.Trees.json;
import static bandstand.wire.Trees.leicester;
import static bandstand.wire.Trees.standard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Inspection;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePMap;

class RatingsTreeReadTest {
  @ParameterizedTest
  @ValueSource(strings = {"yos-2018", "yos-2021"})
  void whatIsWrittenIsReadBackTheSame(String edition) {
    Framework framework = BuiltInEditions.load().frameworks().get(edition);
    for (int seed = 0; seed < 60; seed++) {
      Inspection inspection = Samples.random(framework, new Random(seed));
      RatingsTree tree =
          RatingsTree.of(inspection.id(), inspection.revision(), Scorer.rate(inspection));
      assertEquals(tree, done(RatingsTree.read(tree.json(), framework)), "seed " + seed);
    }
    RatingsTree calculated = RatingsTree.of(Scorer.rate(Inspection.blank(LEICESTER, framework)));
    assertEquals(calculated, done(RatingsTree.read(calculated.json(), framework)));
  }

  @Test
  void ratingsAreWrittenInTheWordsOfTheirEdition() {
    Framework small = SoundFile.framework();
    var judgements =
        TreePMap.<Code, Judgement>empty()
            .plus(Code.of("1.1"), Samples.judged(Rating.INADEQUATE, "Few"));
    Ratings ratings =
        Scorer.rate(
            small,
            keyQuestion -> new Measure.Counted(Tally.of(9, 1)),
            keyQuestion -> Tally.NOTHING,
            new Decisions(judgements, TreePMap.empty()));
    RatingsTree tree = RatingsTree.of(ratings);
    assertEquals("poor", standard(json(tree), "1.1").get("final").textValue());
    assertEquals("splendid", standard(json(tree), "2.1").get("final").textValue());
    assertEquals("not-enough", json(tree).get("overall").get("rating").textValue());
    assertEquals(tree, done(RatingsTree.read(tree.json(), small)));
  }

  @Test
  void anEditionWithoutBandsHasPercentagesAndNoRatings() {
    Framework framework = SoundFile.withoutBandsAndOverall();
    Ratings ratings =
        Scorer.rate(
            framework,
            keyQuestion -> new Measure.Counted(Tally.of(3, 1)),
            keyQuestion -> Tally.of(1, 1),
            Decisions.none());
    RatingsTree tree = RatingsTree.of(ratings);
    JsonNode question = standard(json(tree), "2.1").get("keyQuestions").get(0);
    assertEquals(75, question.get("confirmed").get("percent").intValue());
    assertTrue(question.get("confirmed").get("rating").isNull());
    assertTrue(question.get("range").isNull());
    assertTrue(json(tree).get("overall").get("range").isNull());
    assertEquals(tree, done(RatingsTree.read(tree.json(), framework)));
  }

  @Test
  void anAnswerOfAnotherEditionIsNotUnderstood() {
    byte[] json = RatingsTree.of(Samples.leicester()).json();
    assertEquals(List.of("/framework value"), faults(RatingsTree.read(json, Samples.YOS_2021)));
  }

  @Test
  void anAnswerThatLacksAStandardIsNotUnderstood() {
    ObjectNode tree = (ObjectNode) leicester();
    ((ArrayNode) tree.get("standards")).remove(4);
    assertEquals(
        List.of("/standards required"),
        faults(RatingsTree.read(Json.bytes(tree), Samples.YOS_2018)));
  }

  @Test
  void everythingThatIsNotUnderstoodIsNamed() {
    ObjectNode tree = (ObjectNode) leicester();
    ObjectNode assessment = (ObjectNode) standard(tree, "2.1");
    assessment.put("final", "great").put("computed", "great");
    assessment.putArray("range").add("good").add("inadequate");
    assessment.putArray("flags").add("loud");
    ((ObjectNode) assessment.get("keyQuestions").get(1).get("confirmed")).put("no", -1);
    ((ObjectNode) standard(tree, "1.1").get("judgement")).put("at", "yesterday");
    assertEquals(
        List.of(
            "/standards/0/judgement/at value",
            "/standards/4/keyQuestions/1/confirmed/no range",
            "/standards/4/computed value",
            "/standards/4/range value",
            "/standards/4/flags value"),
        faults(RatingsTree.read(Json.bytes(tree), Samples.YOS_2018)));
  }

  @Test
  void membersOfALaterVersionAreNoFault() {
    ObjectNode tree = (ObjectNode) leicester();
    tree.put("weather", "fair");
    ((ObjectNode) standard(tree, "2.1")).put("colour", "green");
    assertEquals(
        Samples.leicester(), done(RatingsTree.read(Json.bytes(tree), Samples.YOS_2018)).ratings());
  }
}
