package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Trees.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Inspection;
import bandstand.inspection.Judgement;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.TreePMap;

class ChangedRatingsTest {

  @Test
  void sameStatesDifferInNothing() {
    ChangedRatings changed = ChangedRatings.between(Samples.leicester(), Samples.leicester());
    assertEquals(new ChangedRatings(List.of(), List.of(), List.of(), Optional.empty()), changed);
    assertEquals("[]", new String(changed.json(Samples.YOS_2018), UTF_8));
  }

  /** 2.4.3 from 21/35 (60%) to 23/35 (66%): 2.4 turns Good, and the overall rises to 25. */
  @Test
  void rowsAreThoseOfTheTreeAndFlat() {
    Ratings before = rated(Map.of());
    Ratings after = rated(Map.of("2.4.3", "23/35"));
    JsonNode rows =
        json(new String(ChangedRatings.between(before, after).json(Samples.YOS_2018), UTF_8));

    assertEquals(List.of("2.4.3", "2.4", "overall"), codes(rows));
    JsonNode tree = Json.parseOwn(RatingsTree.of(after).json());
    JsonNode standard = tree.get("standards").get(7);
    assertEquals(standard.get("keyQuestions").get(2), rows.get(0));
    ObjectNode bare = standard.deepCopy();
    bare.remove("keyQuestions");
    assertEquals(bare, rows.get(1));
    ObjectNode overall = tree.get("overall").deepCopy();
    assertEquals(overall.put("code", "overall"), rows.get(2));
  }

  @Test
  void aKeyQuestionMayChangeAlone() {
    ChangedRatings changed =
        ChangedRatings.between(rated(Map.of()), rated(Map.of("2.3.1", "35/35")));
    assertEquals(List.of("2.3.1"), codes(json(new String(changed.json(Samples.YOS_2018), UTF_8))));
  }

  @Test
  void anotherReasonForTheSameRatingIsAChangeOfItsStandardOnly() {
    Ratings before = discretion("One case");
    Ratings after = discretion("One case, and the last day");
    ChangedRatings changed = ChangedRatings.between(before, after);
    assertEquals(List.of("2.4"), codes(json(new String(changed.json(Samples.YOS_2018), UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yos-2018", "yos-2021"})
  void rowsReadBackOverTheOldStateGiveTheNewOne(String edition) {
    Framework framework = BuiltInEditions.load().frameworks().get(edition);
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Inspection inspection = Samples.random(framework, random);
      Ratings before = Scorer.rate(inspection);
      for (int step = 0; step < 5; step++) {
        inspection = Samples.changed(inspection, random);
        Ratings after = Scorer.rate(inspection);
        ChangedRatings changed = ChangedRatings.between(before, after);
        ObjectNode answer = Json.object();
        answer.set("changed", changed.rows(framework));
        ChangedRatings read = done(ChangedRatings.read(Json.bytes(answer), framework));
        assertEquals(changed, read, "seed " + seed);
        assertEquals(after, read.over(before), "seed " + seed);
        before = after;
      }
    }
  }

  @Test
  void anEventsOverallIsTakenToo() {
    Ratings after = rated(Map.of("2.4.3", "23/35"));
    ObjectNode event = Json.object().put("revision", 13).put("by", "AM");
    event.putArray("changed");
    event.set("overall", new RatingRows(Samples.YOS_2018).overall(after.overall()));
    ChangedRatings read = done(ChangedRatings.read(Json.bytes(event), Samples.YOS_2018));
    assertEquals(Optional.of(after.overall()), read.overall());
  }

  @Test
  void aReplayedEventWithoutRowsChangesNothing() {
    ChangedRatings read =
        done(ChangedRatings.read("{\"revision\":3}".getBytes(UTF_8), Samples.YOS_2018));
    assertEquals(Samples.leicester(), read.over(Samples.leicester()));
  }

  @Test
  void aRowOfAnUnknownCodeIsNotUnderstood() {
    byte[] json = "{\"changed\":[{\"code\":\"9.9\"},{\"code\":\"soon\"}]}".getBytes(UTF_8);
    assertEquals(
        List.of("/changed/0/code unknown-code", "/changed/1/code unknown-code"),
        faults(ChangedRatings.read(json, Samples.YOS_2018)));
  }

  @Test
  void movesNameOnlyRatingsThatAreOthers() {
    List<RatingMove> moves =
        RatingMove.between(rated(Map.of()), rated(Map.of("2.4.3", "23/35", "2.3.1", "35/35")));
    assertEquals(
        List.of(
            move("2.4.3", Rating.REQUIRES_IMPROVEMENT, Rating.GOOD),
            move("2.4", Rating.REQUIRES_IMPROVEMENT, Rating.GOOD)),
        moves);
  }

  /** As the contract shows an import into an empty inspection. */
  @Test
  void movesAreWrittenWithNullForNotRated() {
    Ratings nothing = new RateRequest(Samples.YOS_2018, Map.of(), Map.of()).ratings();
    List<RatingMove> moves = RatingMove.between(nothing, Samples.leicester());
    JsonNode rows = RatingMove.node(moves, Samples.YOS_2018);
    assertEquals(23 + 12 + 1, rows.size());
    assertEquals(
        json("{\"code\":\"2.1.1\",\"before\":null,\"after\":\"outstanding\"}"), rows.get(0));
    assertEquals(json("{\"code\":\"overall\",\"before\":null,\"after\":\"good\"}"), rows.get(35));
    assertFalse(codes(rows).contains("1.1.1"));
    ObjectNode answer = Json.object();
    answer.set("changed", rows);
    List<Fault> faults = new ArrayList<>();
    assertEquals(
        moves,
        RatingMove.read(Fields.ofAnswer(answer, faults).objects("changed"), Samples.YOS_2018));
    assertEquals(List.of(), faults);
  }

  @Test
  void whatIfIsBothTreesAndTheMovesBetween() {
    WhatIf whatIf =
        new WhatIf(
            RatingsTree.of(rated(Map.of())), RatingsTree.of(rated(Map.of("2.4.3", "23/35"))));
    JsonNode node = Json.parseOwn(whatIf.json());
    assertEquals(Json.parseOwn(whatIf.before().json()), node.get("before"));
    assertEquals(Json.parseOwn(whatIf.after().json()), node.get("after"));
    assertEquals(List.of("2.4.3", "2.4"), codes(node.get("changed")));
    assertEquals(whatIf, done(WhatIf.read(whatIf.json(), Samples.YOS_2018)));
  }

  private static RatingMove move(String code, Rating before, Rating after) {
    return new RatingMove(Code.of(code), Optional.of(before), Optional.of(after));
  }

  private static Ratings discretion(String reason) {
    return Samples.leicester(
        TreePMap.<Code, Judgement>empty()
            .plus(Code.of("2.4"), Samples.judged(Rating.GOOD, reason)));
  }

  /** Leicester's cases with other figures for some key questions; its judgements are missing. */
  private static Ratings rated(Map<String, String> others) {
    var measures = new TreeMap<>(Samples.leicesterMeasures());
    others.forEach(
        (code, figure) -> measures.put(Code.of(code), done(CalculatorInput.parse(figure))));
    return new RateRequest(Samples.YOS_2018, measures, Map.of()).ratings();
  }

  private static List<String> codes(JsonNode rows) {
    List<String> codes = new ArrayList<>();
    rows.forEach(row -> codes.add(row.get("code").textValue()));
    return codes;
  }
}
