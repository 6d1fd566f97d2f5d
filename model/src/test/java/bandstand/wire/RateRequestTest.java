package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Reads.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Measure;
import bandstand.rating.Range;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRequestTest {

  /** The contract's example, each form of a figure once. */
  @Test
  void aFigureIsAPercentageAFractionOrItsCounts() {
    RateRequest request =
        done(
            read(
                """
                {"keyQuestions":{"2.1.1":89,"2.1.2":"31/35","2.1.3":{"yes":31,"no":4},
                                 "2.2.1":{"yes":3,"no":1,"na":2,"open":5}},
                 "judgements":{"1.1":"good"}}
                """));
    assertEquals(
        Map.of(
            Code.of("2.1.1"), new Measure.Stated(89),
            Code.of("2.1.2"), new Measure.Counted(Tally.of(31, 4)),
            Code.of("2.1.3"), new Measure.Counted(Tally.of(31, 4)),
            Code.of("2.2.1"), new Measure.Counted(new Tally(3, 1, 2, 5, 0, 0))),
        request.measures());
    assertEquals(Map.of(Code.of("1.1"), Rating.GOOD), request.judgements());
  }

  /** 004 Annex 2, the published percentages as they are printed. */
  @Test
  void leicestersPercentagesGive24Of36Good() {
    Ratings ratings =
        done(read(
                """
                {"keyQuestions":{
                  "2.1.1":89,"2.1.2":86,"2.1.3":91,"2.2.1":94,"2.2.2":81,"2.2.3":82,
                  "2.3.1":97,"2.3.2":77,"2.3.3":74,"2.4.1":71,"2.4.2":67,"2.4.3":60,
                  "3.1.1":83,"3.1.2":67,"3.1.3":83,"3.2.1":88,"3.2.2":75,"3.2.3":81,
                  "3.3.1":75,"3.3.2":65,"3.3.3":81,"3.4.1":92,"3.4.2":79},
                 "judgements":{"1.1":"requires-improvement","1.2":"good",
                               "1.3":"outstanding","1.4":"requires-improvement"}}
                """))
            .ratings();
    assertEquals(Optional.of(24), ratings.overall().score());
    assertEquals(Optional.of(Rating.GOOD), ratings.overall().finalRating());
    assertEquals(
        List.of(1, 2, 3, 1, 3, 3, 2, 1, 2, 2, 2, 2),
        ratings.standards().stream().map(row -> row.finalRating().orElseThrow().score()).toList());
  }

  @Test
  void whatIsMissingIsUnknownAndNotZero() {
    for (String body : List.of("{}", "{\"keyQuestions\":{\"2.1.1\":null},\"judgements\":null}")) {
      Ratings ratings = done(read(body)).ratings();
      assertEquals(Optional.empty(), ratings.overall().score());
      var question =
          (KeyQuestionRatings.Scored) ratings.keyQuestion(Code.of("2.1.1")).orElseThrow();
      assertEquals(Optional.empty(), question.confirmed().percent());
      assertEquals(Optional.of(new Range(Rating.INADEQUATE, Rating.OUTSTANDING)), question.range());
    }
  }

  @Test
  void notApplicableInEveryCaseTakesTheQuestionOut() {
    Ratings ratings =
        done(read(
                """
                {"keyQuestions":{"3.4.1":{"yes":0,"no":0,"na":24},"3.4.2":{"yes":19,"no":5}}}
                """))
            .ratings();
    assertEquals(
        Optional.of(Rating.GOOD), ratings.standard(Code.of("3.4")).orElseThrow().computed());
  }

  /** Nobody gave it, so nobody's name stands beside it. */
  @Test
  void aSupposedJudgementHasNeitherReasonNorAuthor() {
    RateRequest request = done(read("{\"judgements\":{\"1.2\":\"outstanding\"}}"));
    RatingsTree tree = RatingsTree.of(request.ratings());
    JsonNode staff = Json.parseOwn(tree.json()).get("standards").get(1);
    assertEquals("outstanding", staff.get("final").textValue());
    assertEquals(
        Trees.json(
            """
            {"rating":"outstanding","reason":null,"by":null,"at":null,"status":"recommended"}
            """),
        staff.get("judgement"));
    assertEquals(tree, done(RatingsTree.read(tree.json(), Samples.YOS_2018)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2.1.1   | 101                      | range",
        "2.1.1   | -1                       | range",
        "2.1.1   | 89.0                     | range",
        "2.1.1   | 8.9e1                    | range",
        "2.1.1   | 99999999999999999999     | range",
        "2.1.1   | true                     | type",
        "2.1.1   | [31,35]                  | type",
        "2.1.1   | '89'                     | type",
        "2.1.1   | '89%'                    | type",
        "2.1.1   | '36/35'                  | yes-above-all",
        "2.1.1   | '0/0'                    | zero",
        "2.1.1   | '-1/35'                  | value",
        "2.1.1   | '31/35/2'                | value",
        "2.1.1   | '31.5/35'                | value",
        "2.1.1   | ''                       | value",
        "2.1.1   | 'many'                   | value",
        "2.1.1   | '1/200001'               | range",
        "2.1.1/no| {'yes':31}               | required",
        "2.1.1/yes|{'no':4}                 | required",
        "2.1.1/no| {'yes':31,'no':-4}       | range",
        "2.1.1/no| {'yes':31,'no':4.5}      | range",
        "2.1.1/na| {'yes':3,'no':4,'na':'1'}| range",
        "2.1.1/yes|{'yes':200001,'no':0}    | range",
        "2.1.1/maybe|{'yes':3,'no':4,'maybe':1} | unknown-field",
        "2.1     | 80                       | unknown-code",
        "2.1.9   | 80                       | unknown-code",
        "2.1.01  | 80                       | unknown-code",
        "overall | 80                       | unknown-code",
        "soon    | 80                       | unknown-code",
        "1.1.1   | 80                       | judged",
        "1.1.1   | '6/8'                    | judged",
      })
  void aFigureThatMakesNoSenseIsRefused(String place, String value, String code) {
    String name = place.replaceAll("/.*", "");
    String body = "{\"keyQuestions\":{\"%s\":%s}}".formatted(name, value.replace('\'', '"'));
    assertEquals(List.of("/keyQuestions/" + place + " " + code), faults(read(body)));
  }

  @Test
  void aPromptHasNoFigure() {
    byte[] body = "{\"keyQuestions\":{\"2.1.1.3\":80}}".getBytes(UTF_8);
    assertEquals(
        List.of("/keyQuestions/2.1.1.3 prompt"), faults(RateRequest.read(body, Samples.YOS_2021)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2.1   | 'good'  | computed",
        "1.9   | 'good'  | unknown-code",
        "1.1.1 | 'good'  | unknown-code",
        "1.1   | 'great' | value",
        "1.1   | 'Good'  | value",
        "1.1   | 3       | type",
        "1.1   | {}      | type",
      })
  void aJudgementThatMakesNoSenseIsRefused(String name, String value, String code) {
    String body = "{\"judgements\":{\"%s\":%s}}".formatted(name, value.replace('\'', '"'));
    assertEquals(List.of("/judgements/" + name + " " + code), faults(read(body)));
  }

  @Test
  void everyFaultIsListedInOneGo() {
    Problem problem =
        refused(
            read(
                """
                {"keyQuestions":{"2.1.1":101,"9.9.9":50,"2.1.2":"1/0"},
                 "judgements":{"2.1":"good","1.1":"fair"},"discretion":{}}
                """));
    assertEquals(Problem.Kind.REFUSED, problem.kind());
    assertEquals(
        List.of(
            "/keyQuestions/2.1.1",
            "/keyQuestions/9.9.9",
            "/keyQuestions/2.1.2",
            "/judgements/2.1",
            "/judgements/1.1",
            "/discretion"),
        problem.faults().stream().map(fault -> fault.pointer()).toList());
    assertEquals("2.1.1", problem.faults().getFirst().field());
    assertEquals(Optional.of("101"), problem.faults().getFirst().value());
  }

  @Test
  void judgementsAreInTheWordsOfTheEdition() {
    Framework small = SoundFile.framework();
    byte[] body = "{\"judgements\":{\"1.1\":\"splendid\",\"2.2\":\"outstanding\"}}".getBytes(UTF_8);
    Problem problem = refused(RateRequest.read(body, small));
    assertEquals(1, problem.faultCount());
    assertEquals("/judgements/2.2", problem.faults().getFirst().pointer());
    assertTrue(problem.detail().contains("poor, not-enough, good, splendid"), problem.detail());
  }

  @Test
  void aBodyThatIsNoObjectOrNoJsonIsRefused() {
    assertEquals(List.of(" type"), faults(read("[]")));
    assertEquals(Problem.Kind.UNREADABLE, refused(read("{\"keyQuestions\":")).kind());
    assertEquals(
        Problem.Kind.UNREADABLE,
        refused(read("{\"keyQuestions\":{\"2.1.1\":1,\"2.1.1\":2}}")).kind());
    assertEquals(List.of("/keyQuestions type"), faults(read("{\"keyQuestions\":[89]}")));
  }

  private static Outcome<RateRequest> read(String body) {
    return RateRequest.read(body.getBytes(UTF_8), Samples.YOS_2018);
  }
}
