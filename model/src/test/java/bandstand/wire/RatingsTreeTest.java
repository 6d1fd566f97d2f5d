package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePMap;

class RatingsTreeTest {
  private static final InspectionId LEICESTER = new InspectionId("leicester-2019");

  /** The contract's example, with the members its prose adds. */
  @Test
  void leicesterReadsAsTheContractShowsIt() {
    JsonNode tree = json(RatingsTree.of(LEICESTER, 12, Samples.leicester()));

    assertEquals(
        List.of("inspection", "framework", "revision", "overall", "standards"), names(tree));
    assertEquals("leicester-2019", tree.get("inspection").textValue());
    assertEquals("yos-2018", tree.get("framework").textValue());
    assertEquals(12, tree.get("revision").intValue());
    assertEquals(
        json(
            """
            {"score":24,"max":36,"rating":"good","final":"good","complete":true,
             "range":{"scores":[24,24],"ratings":["good","good"]},"toNext":{"up":7,"down":6},
             "basis":"published","discretion":null,"settled":true}
            """),
        tree.get("overall"));
    ObjectNode assessment = (ObjectNode) standard(tree, "2.1");
    ArrayNode keyQuestions = (ArrayNode) assessment.remove("keyQuestions");
    assertEquals(
        json(
            """
            {"code":"2.1","title":"Assessment","kind":"cases","counts":true,
             "computed":"outstanding","provisional":"outstanding","final":"outstanding","score":3,
             "range":["outstanding","outstanding"],"settled":true,
             "limiting":["2.1.2"],"tipping":{"up":null,"down":3},
             "judgement":null,"discretion":null,"flags":[]}
            """),
        assessment);
    assertEquals(List.of("2.1.1", "2.1.2", "2.1.3"), texts(keyQuestions, "code"));
    ObjectNode first = (ObjectNode) keyQuestions.get(0);
    assertEquals(
        Samples.keyQuestion(Samples.YOS_2018, "2.1.1").label(), first.remove("label").textValue());
    assertEquals(
        json(
            """
            {"code":"2.1.1",
             "confirmed":{"yes":31,"no":4,"na":0,"open":0,"percent":89,"rating":"outstanding"},
             "projected":{"yes":31,"no":4,"na":0,"open":0,"percent":89,"rating":"outstanding"},
             "range":["outstanding","outstanding"],"settled":true,
             "tipping":{"up":null,"down":4},"roundingDecides":false}
            """),
        first);
  }

  /** 004 Annex 2. */
  @Test
  void leicesterHasTheScoresOfItsReport() {
    JsonNode tree = json(RatingsTree.of(Samples.leicester()));
    assertEquals(
        List.of(
            "1.1 1", "1.2 2", "1.3 3", "1.4 1", "2.1 3", "2.2 3", "2.3 2", "2.4 1", "3.1 2",
            "3.2 2", "3.3 2", "3.4 2"),
        rows(tree).stream()
            .map(row -> row.get("code").textValue() + " " + row.get("score").intValue())
            .toList());
  }

  @Test
  void aJudgedStandardCarriesItsJudgement() {
    ObjectNode governance = (ObjectNode) standard(leicester(), "1.1");
    governance.remove("keyQuestions");
    assertEquals(
        json(
            """
            {"code":"1.1","title":"Governance and leadership","kind":"judged","counts":true,
             "computed":null,"provisional":null,"final":"requires-improvement","score":1,
             "range":["requires-improvement","requires-improvement"],"settled":true,
             "limiting":[],"tipping":{"up":null,"down":null},
             "judgement":{"rating":"requires-improvement","reason":"Vision, uneven attendance",
               "by":"PB","at":"2019-09-13T14:05:09.123Z","status":"agreed",
               "agreed":{"by":"AM","at":"2019-09-13T14:06:09.123Z"}},
             "discretion":null,"flags":[]}
            """),
        governance);
    assertEquals(
        json(
            """
            {"rating":"outstanding","reason":"Partnerships","by":"PB",
             "at":"2019-09-13T14:05:09.123Z","status":"recommended"}
            """),
        standard(leicester(), "1.3").get("judgement"));
  }

  @Test
  void keyQuestionsOfJudgedStandardsIndicateAndNothingMore() {
    Ratings ratings =
        Scorer.rate(
            Samples.YOS_2021,
            keyQuestion -> new Measure.Counted(Tally.NOTHING),
            keyQuestion -> new Tally(6, 2, 1, 0, 0, 0),
            Decisions.none());
    ObjectNode row =
        (ObjectNode) standard(json(RatingsTree.of(ratings)), "1.1").get("keyQuestions").get(0);
    row.remove("label");
    assertEquals(
        json(
            """
            {"code":"1.1.1",
             "indicative":{"yes":6,"no":2,"na":1,"open":0,"percent":75,"rating":"good"}}
            """),
        row);
  }

  @Test
  void discretionStandsBesideWhatIsComputed() {
    JsonNode tree =
        json(
            RatingsTree.of(
                Samples.leicester(
                    TreePMap.<Code, Judgement>empty()
                        .plus(Code.of("2.4"), Samples.judged(Rating.GOOD, "One case, one day late"))
                        .plus(Code.OVERALL, Samples.judged(Rating.OUTSTANDING, "Whole picture")))));
    JsonNode reviewing = standard(tree, "2.4");
    assertEquals("requires-improvement", reviewing.get("computed").textValue());
    assertEquals("good", reviewing.get("final").textValue());
    assertEquals(2, reviewing.get("score").intValue());
    assertEquals(
        json(
            """
            {"rating":"good","reason":"One case, one day late","by":"PB",
             "at":"2019-09-13T14:05:09.123Z"}
            """),
        reviewing.get("discretion"));
    assertEquals(
        json(
            """
            {"score":25,"max":36,"rating":"good","final":"outstanding","complete":true,
             "range":{"scores":[25,25],"ratings":["outstanding","outstanding"]},
             "toNext":{"up":6,"down":7},"basis":"published",
             "discretion":{"rating":"outstanding","reason":"Whole picture","by":"PB",
               "at":"2019-09-13T14:05:09.123Z"},
             "settled":true}
            """),
        tree.get("overall"));
  }

  @Test
  void aStandardDeclaredNotRatedLeavesTheSum() {
    var judgements =
        TreePMap.<Code, Judgement>empty().plus(Code.of("3.4"), Samples.notRated("No such case"));
    JsonNode tree =
        json(RatingsTree.of(Samples.leicester(new Decisions(judgements, TreePMap.empty()))));
    JsonNode joint = standard(tree, "3.4");
    assertEquals(
        json(
            """
            {"rating":null,"reason":"No such case","by":"PB","at":"2019-09-13T14:05:09.123Z",
             "status":"recommended","notRated":true}
            """),
        joint.get("judgement"));
    assertEquals("good", joint.get("computed").textValue());
    assertTrue(joint.get("final").isNull());
    assertTrue(joint.get("range").isNull());
    assertEquals(33, tree.get("overall").get("max").intValue());
    assertEquals("unconfirmed", tree.get("overall").get("basis").textValue());
  }

  /** Seven case standards are sure of 2.1 3, 2.2 3, 2.3 2, 2.4 1 and 2 each in part three. */
  @Test
  void anIncompleteOverallHasARangeAndNoWayToTheNextRating() {
    JsonNode tree = json(RatingsTree.of(Samples.leicester(Decisions.none())));
    assertEquals(
        json(
            """
            {"score":null,"max":36,"rating":null,"final":null,"complete":false,
             "range":{"scores":[17,29],"ratings":["requires-improvement","good"]},"toNext":null,
             "basis":"published","discretion":null,"settled":false}
            """),
        tree.get("overall"));
  }

  @Test
  void theCalculatorsAnswerNamesNoInspectionAndNoRevision() {
    JsonNode tree = json(RatingsTree.of(Samples.leicester()));
    assertEquals(List.of("framework", "overall", "standards"), names(tree));
  }

  @Test
  void aStatedPercentageHasNoCounts() {
    Ratings ratings =
        Scorer.rate(
            Samples.YOS_2018,
            keyQuestion -> new Measure.Stated(77),
            keyQuestion -> Tally.NOTHING,
            Decisions.none());
    RatingsTree tree = RatingsTree.of(ratings);
    JsonNode question = standard(json(tree), "2.1").get("keyQuestions").get(0);
    assertEquals(
        json(
            """
            {"yes":null,"no":null,"na":null,"open":null,"percent":77,"rating":"good"}
            """),
        question.get("confirmed"));
    assertEquals(json("{\"up\":null,\"down\":null}"), question.get("tipping"));
    assertEquals(tree, done(RatingsTree.read(tree.json(), Samples.YOS_2018)));
  }

  /** 64.7%: Good when rounded first, else Requires improvement. */
  @Test
  void aFigureThatRoundingDecidesSaysSo() {
    Ratings ratings =
        Scorer.rate(
            Samples.YOS_2018,
            keyQuestion -> new Measure.Counted(Tally.of(11, 6)),
            keyQuestion -> Tally.NOTHING,
            Decisions.none());
    RatingsTree tree = RatingsTree.of(ratings);
    JsonNode assessment = standard(json(tree), "2.1");
    assertTrue(assessment.get("keyQuestions").get(0).get("roundingDecides").booleanValue());
    assertEquals(
        json("[\"one-case\",\"near-boundary\",\"rounding-decides\"]"), assessment.get("flags"));
    assertEquals(tree, done(RatingsTree.read(tree.json(), Samples.YOS_2018)));
  }

  @Test
  void withoutAnyYesOrNoNothingIsZeroPerCent() {
    JsonNode tree =
        json(RatingsTree.of(Scorer.rate(Inspection.blank(LEICESTER, Samples.YOS_2018))));
    JsonNode question = standard(tree, "2.1").get("keyQuestions").get(0);
    assertEquals(
        json("{\"yes\":0,\"no\":0,\"na\":0,\"open\":0,\"percent\":null,\"rating\":null}"),
        question.get("confirmed"));
    assertEquals(json("[\"inadequate\",\"outstanding\"]"), question.get("range"));
    assertFalse(question.get("settled").booleanValue());
  }

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
    Framework small = FrameworkFileTest.sound();
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
    Framework framework = FrameworkFileTest.withoutBandsAndOverall();
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

  static JsonNode json(String text) {
    return Json.parseOwn(text.getBytes(UTF_8));
  }

  private static JsonNode json(RatingsTree tree) {
    return Json.parseOwn(tree.json());
  }

  private static JsonNode leicester() {
    return json(RatingsTree.of(LEICESTER, 12, Samples.leicester()));
  }

  private static JsonNode standard(JsonNode tree, String code) {
    return rows(tree).stream()
        .filter(row -> row.get("code").textValue().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> rows(JsonNode tree) {
    List<JsonNode> rows = new ArrayList<>();
    tree.get("standards").forEach(rows::add);
    return rows;
  }

  private static List<String> texts(JsonNode rows, String name) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.get(name).textValue()));
    return texts;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
