package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt holds everything that led to a figure, and its digest can be checked by anyone. */
class ReceiptTest {
  private static final String INSPECTION = "/api/v1/inspections/a";
  private static final String CASES =
      """
      reference,type,2.1.1,2.1.2,2.1.3,3.1.1
      C01,court,yes,yes,yes,
      C02,court,no,yes,na,
      C03,court,na,no,yes,
      C04,court,,yes,yes,
      C05,court,yes,yes,yes,
      P01,out-of-court,,,,yes
      """;

  @TempDir private Path data;
  private RunningApi api;

  @BeforeEach
  void load() throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"id\":\"a\",\"service\":\"A\",\"framework\":\"yos-2018\"}");
    assertEquals(200, api.send("POST", INSPECTION + "/cases", "text/csv", CASES).status());
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private JsonNode receipt(String code) {
    RunningApi.Answer answer = api.get(INSPECTION + "/ratings/" + code + "/receipt");
    assertEquals(200, answer.status(), () -> answer.response().body());
    return answer.json();
  }

  @Test
  void aKeyQuestionNamesItsCasesAndThoseLeftOut() {
    JsonNode receipt = receipt("2.1.1");
    assertEquals(
        RunningApi.read("{\"yes\":[\"C01\",\"C05\"],\"no\":[\"C02\"]}"), receipt.get("counted"));
    assertEquals(
        RunningApi.read(
            """
            [{"why":"not-applicable","cases":["C03"]},{"why":"open","cases":["C04"]},
             {"why":"other-type","cases":["P01"]}]
            """),
        receipt.get("leftOut"));
    assertEquals(67, receipt.at("/result/confirmed/percent").asInt());
    assertEquals("good", receipt.at("/result/confirmed/rating").asText());
    assertEquals("house", receipt.at("/rounding/basis").asText());
    assertEquals(RunningApi.read("[0,50,65,80]"), receipt.at("/bands/from"));
    assertEquals(RunningApi.read("{\"code\":\"2.1\",\"limiting\":true}"), receipt.get("standard"));
    assertEquals(2, receipt.get("revision").asLong());
    assertEquals("yos-2018", receipt.get("framework").asText());
    assertEquals(
        api.get("/api/v1/frameworks/yos-2018").json().get("digest"),
        receipt.get("frameworkDigest"));
  }

  @Test
  void theResultIsTheRowOfTheRatings() {
    JsonNode ratings = api.get(INSPECTION + "/ratings").json();
    JsonNode standard = ratings.at("/standards/4");
    assertEquals(standard.at("/keyQuestions/0"), receipt("2.1.1").get("result"));
    ObjectNode alone = standard.<ObjectNode>deepCopy().without("keyQuestions");
    assertEquals(alone, receipt("2.1").get("result"));
    assertEquals(ratings.get("overall"), receipt("overall").get("result"));
  }

  @Test
  void aReceiptVouchesForThoseBeneathIt() {
    JsonNode standard = receipt("2.1");
    assertEquals(receipt("2.1.1").get("sha256"), standard.at("/keyQuestions/0/sha256"));
    assertTrue(standard.at("/keyQuestions/0/limiting").asBoolean());
    assertFalse(standard.at("/keyQuestions/1/limiting").asBoolean());
    JsonNode overall = receipt("overall");
    assertEquals(standard.get("sha256"), overall.at("/standards/4/sha256"));
    assertEquals(RunningApi.read("[6,18,30,36]"), overall.at("/table/upTo"));
  }

  @Test
  void whereAStandardsRatingComesFromIsSaid() {
    api.put(INSPECTION + "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"The board leads\"}");
    api.put(INSPECTION + "/judgements/1.2", "{\"notRated\":true,\"reason\":\"No one to ask\"}");
    api.put(INSPECTION + "/discretion/2.1", "{\"rating\":\"good\",\"reason\":\"Five cases\"}");
    JsonNode standards = receipt("overall").get("standards");
    List<String> from = new ArrayList<>();
    standards.forEach(row -> from.add(row.get("code").asText() + " " + row.get("from").asText()));
    assertEquals(
        List.of("1.1 judgement", "1.2 declared-not-rated", "1.3 not-rated-yet"),
        from.subList(0, 3));
    assertEquals("2.1 discretion", from.get(4));
    assertFalse(standards.get(1).get("counts").asBoolean());
    assertEquals("The board leads", receipt("1.1").at("/result/judgement/reason").asText());
  }

  @Test
  void aJudgedStandardListsWhatTheServiceAnswered() {
    api.post("/api/v1/inspections", "{\"id\":\"b\",\"service\":\"B\",\"framework\":\"yos-2021\"}");
    api.put("/api/v1/inspections/b/answers/1.1.1.1", "{\"answer\":\"yes\"}");
    JsonNode receipt = api.get("/api/v1/inspections/b/ratings/1.1.1/receipt").json();
    assertEquals(
        RunningApi.read("{\"code\":\"1.1.1.1\",\"answer\":\"yes\"}"), receipt.at("/service/0"));
    assertEquals(
        RunningApi.read("{\"code\":\"1.1.1.2\",\"answer\":null}"), receipt.at("/service/1"));
    assertTrue(receipt.path("counted").isMissingNode());
  }

  @Test
  void theDigestIsThatOfTheSortedMembersWithoutIt() {
    for (String code : List.of("2.1.1", "2.1", "1.1", "overall")) {
      ObjectNode receipt = (ObjectNode) receipt(code);
      String digest = receipt.remove("sha256").textValue();
      assertEquals(Sha256.hex(sorted(receipt).getBytes(StandardCharsets.UTF_8)), digest, code);
    }
  }

  /** As {@code jq -cjS} writes it. */
  private static String sorted(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(sorted(part)));
      return "[" + String.join(",", parts) + "]";
    }
    if (node.isObject()) {
      TreeMap<String, String> members = new TreeMap<>();
      node.properties().forEach(one -> members.put(one.getKey(), sorted(one.getValue())));
      return members.entrySet().stream()
          .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
    return node.toString();
  }

  @Test
  void thePastGivesTheSameBytesAndTheNextRevisionOthers() {
    String before = api.get(INSPECTION + "/ratings/2.1.1/receipt").response().body();
    api.put(INSPECTION + "/cases/C04/answers/2.1.1", "{\"answer\":\"yes\"}");
    assertEquals(before, api.get(INSPECTION + "/ratings/2.1.1/receipt?at=2").response().body());
    assertNotEquals(before, api.get(INSPECTION + "/ratings/2.1.1/receipt").response().body());
  }

  @Test
  void whatShowedAnErasedCaseIsGone() {
    api.post(INSPECTION + "/cases/C02/erase", "{\"reason\":\"asked for\"}");
    assertEquals(410, api.get(INSPECTION + "/ratings/2.1.1/receipt?at=2").status());
    assertEquals(RunningApi.read("[\"erased-1\"]"), receipt("2.1.1").at("/counted/no"));
  }

  @Test
  void aFigureThatTheEditionLacksIsNotFound() {
    for (String code : List.of("9.9", "2.1.9", "1", "2.1.1.1", "nothing")) {
      assertEquals(404, api.get(INSPECTION + "/ratings/" + code + "/receipt").status(), code);
    }
    assertEquals(404, api.get(INSPECTION + "/ratings/2.1/receipt?at=99").status());
    api.post("/api/v1/inspections", "{\"id\":\"f\",\"service\":\"F\",\"framework\":\"fji-2014\"}");
    assertEquals(404, api.get("/api/v1/inspections/f/ratings/overall/receipt").status());
    assertEquals(200, api.get("/api/v1/inspections/f/ratings/5/receipt").status());
  }
}
