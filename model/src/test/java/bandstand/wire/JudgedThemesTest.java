package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Fieldwork;
import bandstand.rating.GroupRatings;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rule 7 of the method for 2014: themes are judged, nothing is computed, nothing adds up. */
class JudgedThemesTest {
  private static final Framework FJI_2014 = BuiltInEditions.load().frameworks().get("fji-2014");
  private static final Code THEME = Code.of("1");

  @Test
  void everyThemeIsJudgedOnWordsThatAreNotInTheCriteria() {
    assertEquals(5, FJI_2014.groups().size());
    for (Group theme : FJI_2014.groups()) {
      assertEquals(Optional.of(Basis.PRACTICE), theme.judgedOn());
      assertTrue(FJI_2014.takesJudgement(theme.code()));
      theme
          .standards()
          .forEach(criterion -> assertFalse(FJI_2014.takesJudgement(criterion.code())));
    }
    assertFalse(FJI_2014.takesJudgement(Code.of("6")));
    assertTrue(Samples.YOS_2021.groups().stream().noneMatch(Group::judged));
    assertTrue(Samples.YOS_2021.takesJudgement(Code.of("1.1")));
    assertFalse(Samples.YOS_2021.takesJudgement(Code.of("1")));
    assertFalse(Samples.YOS_2021.takesJudgement(Code.of("2.1")));
  }

  @Test
  void aThemeIsOpenUntilItIsJudged() {
    GroupRatings theme = Scorer.rate(new Fieldwork(FJI_2014).now()).group(THEME).orElseThrow();
    assertEquals(Optional.empty(), theme.finalRating());
    assertFalse(theme.settled());
    JsonNode row = row(Scorer.rate(new Fieldwork(FJI_2014).now()));
    assertTrue(row.path("final").isNull());
    assertEquals("[\"poor\",\"good\"]", row.path("range").toString());
  }

  @Test
  void itsRatingIsThePersonsAndChangesNothingElse() {
    Fieldwork fieldwork = new Fieldwork(FJI_2014).file("C01", "case");
    fieldwork.answer("C01", "1.1.1", Answer.NO);
    Ratings before = Scorer.rate(fieldwork.now());
    Ratings after = Scorer.rate(fieldwork.judge("1", Optional.of(Rating.GOOD)).now());

    assertEquals(Optional.of(Rating.GOOD), after.group(THEME).orElseThrow().finalRating());
    assertTrue(after.group(THEME).orElseThrow().settled());
    assertEquals(before.standards(), after.standards());
    assertEquals(before.overall(), after.overall());
    assertEquals(
        List.of(new RatingMove(THEME, Optional.empty(), Optional.of(Rating.GOOD))),
        RatingMove.between(before, after));
    ChangedRatings changed = ChangedRatings.between(before, after);
    assertEquals(after, changed.over(before));
    assertEquals(
        changed,
        done(
            ChangedRatings.read(
                utf8("{\"changed\":" + new String(changed.json(FJI_2014), UTF_8) + "}"),
                FJI_2014)));
  }

  @Test
  void noCriterionHasARatingOfItsOwnToCome() {
    Ratings ratings = Scorer.rate(new Fieldwork(FJI_2014).now());
    ratings
        .standards()
        .forEach(criterion -> assertEquals(Optional.empty(), criterion.finalRating()));
    assertEquals(Optional.empty(), ratings.standard(Code.of("5.1")).orElseThrow().range());
  }

  @Test
  void theTreeCarriesThemesAndIsReadBack() {
    Fieldwork fieldwork = new Fieldwork(FJI_2014).judge("5", Optional.of(Rating.INADEQUATE));
    fieldwork.judge("4", Optional.empty());
    Ratings ratings = Scorer.rate(fieldwork.now());
    byte[] json = RatingsTree.of(ratings).json();
    JsonNode themes = Json.parseOwn(json).path("groups");
    assertEquals(5, themes.size());
    assertEquals("poor", themes.path(4).path("final").asText());
    assertEquals("judged", themes.path(4).path("kind").asText());
    assertEquals("practice", themes.path(4).path("basis").asText());
    assertTrue(themes.path(3).path("judgement").path("notRated").asBoolean());
    assertEquals(ratings, done(RatingsTree.read(json, FJI_2014)).ratings());
  }

  @Test
  void otherEditionsHaveNoSuchRows() {
    assertFalse(Json.parseOwn(RatingsTree.of(Samples.leicester()).json()).has("groups"));
  }

  @Test
  void theCalculatorTakesThemesAndSaysWhereACriterionIsJudged() {
    Ratings ratings =
        done(RateRequest.read(json("{'judgements':{'1':'satisfactory'}}"), FJI_2014)).ratings();
    assertEquals(Optional.of(Rating.GOOD), ratings.group(THEME).orElseThrow().finalRating());
    assertEquals(
        List.of("/judgements/5.1 judged-whole", "/judgements/6 unknown-code"),
        faults(RateRequest.read(json("{'judgements':{'5.1':'good','6':'good'}}"), FJI_2014)));
  }

  private static JsonNode row(Ratings ratings) {
    return Json.parseOwn(RatingsTree.of(ratings).json()).path("groups").path(0);
  }
}
