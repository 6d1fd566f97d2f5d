package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Trees.LEICESTER;
import static bandstand.wire.Trees.json;
import static bandstand.wire.Trees.leicester;
import static bandstand.wire.Trees.names;
import static bandstand.wire.Trees.rows;
import static bandstand.wire.Trees.standard;
import static bandstand.wire.Trees.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
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
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class RatingsTreeTest {
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
}
