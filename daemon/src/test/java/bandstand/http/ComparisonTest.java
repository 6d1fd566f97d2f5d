package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions compared, and Leicester 2019 (004 Annex 2) carried to the edition of 2021. */
class ComparisonTest {
  private static final Path SAMPLES = Path.of("..", "scripts", "samples");
  private static final String ALL = "/api/v1/inspections";
  private static final String SOURCE = ALL + "/leicester-2019";
  private static final String CARRY = SOURCE + "/carry";
  private static final String TO_2021 = "{\"framework\":\"yos-2021\"}";

  private Path data;
  private RunningApi api;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException {
    data = folder;
    api = new RunningApi(data);
    JsonNode sample =
        new ObjectMapper().readTree(Files.readAllBytes(SAMPLES.resolve("leicester-2019.json")));
    api.post(ALL, sample.path("inspection").toString());
    api.send(
        "POST",
        SOURCE + "/cases",
        "text/csv",
        Files.readString(SAMPLES.resolve("leicester-2019.csv")));
    for (Map.Entry<String, JsonNode> judgement : sample.path("judgements").properties()) {
      api.put(SOURCE + "/judgements/" + judgement.getKey(), judgement.getValue().toString());
    }
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  @Test
  void twoEditionsAreCompared() {
    JsonNode answer = api.get("/api/v1/frameworks/yos-2018/compare/yos-2021").json();
    assertEquals("yos-2018", answer.path("from").asText());
    assertEquals("yos-2021", answer.path("to").asText());
    assertEquals("crosswalk", answer.path("basis").asText());
    assertEquals(
        "{\"kept\":28,\"renamed\":7,\"merged\":1,\"split\":1,\"new\":5,\"dropped\":0}",
        answer.path("counts").toString());
    assertEquals(42, answer.path("items").size());
    JsonNode first = answer.path("items").get(0);
    assertEquals("renamed", first.path("kind").asText());
    assertEquals(List.of("1.1.1"), texts(first.path("from")));
    assertEquals(List.of("1.1.1"), texts(first.path("to")));
    assertEquals("high", first.path("confidence").asText());
    assertFalse(first.path("note").asText().isEmpty());
  }

  @Test
  void anEditionThatIsNotThereIs404() {
    for (String path : List.of("yos-2018/compare/none", "none/compare/yos-2018")) {
      RunningApi.Answer answer = api.get("/api/v1/frameworks/" + path);
      assertEquals(404, answer.status());
      assertEquals("not-found", answer.problem());
    }
  }

  @Test
  void aViewerComparesAndAnInspectorCarries() throws IOException {
    api.as(api.token("vic", Role.VIEWER));
    assertEquals(200, api.get("/api/v1/frameworks/yos-2018/compare/yos-2021").status());
    assertEquals(403, api.post(CARRY + "?dryRun=true", TO_2021).status());
  }

  @Test
  void leicesterOf2018StandsInTheEditionOf2021() {
    RunningApi.Answer made = api.post(CARRY, TO_2021);
    assertEquals(201, made.status(), () -> made.response().body());
    assertEquals(ALL + "/leicester-2019-yos-2021", made.header("Location"));
    assertEquals("\"1\"", made.header("ETag"));
    JsonNode told = made.json();
    assertEquals("leicester-2019-yos-2021", told.path("inspection").asText());
    assertEquals("yos-2021", told.path("framework").asText());
    assertEquals(
        "leicester-2019 yos-2018 6",
        "%s %s %d"
            .formatted(
                told.at("/from/inspection").asText(),
                told.at("/from/framework").asText(),
                told.at("/from/revision").asInt()));
    assertEquals(21, told.path("carried").size());
    for (JsonNode row : told.path("carried")) {
      boolean court = row.path("from").asText().startsWith("2.");
      assertEquals(court ? 35 : 24, row.path("answers").asInt());
    }
    // 24 out-of-court cases answer 3.4.1 and 3.4.2, 48 in all; 3.4.2 stands in both rows.
    assertEquals(
        "[{\"from\":[\"3.4.1\",\"3.4.2\"],\"to\":[\"3.4.2\"],\"kind\":\"merged\",\"answers\":48},"
            + "{\"from\":[\"3.4.2\"],\"to\":[\"3.4.1\",\"3.4.2\"],\"kind\":\"split\",\"answers\":0}]",
        told.path("changed").toString());
    List<String> open = texts(told.path("open"));
    assertEquals(27, open.size());
    assertTrue(open.containsAll(List.of("1.1", "1.2.5", "3.4", "3.4.1", "4.1", "4.1.3")));
    assertEquals(List.of("1.1", "1.2", "1.3", "1.4"), texts(told.path("decisions")));
    assertEquals(0, told.path("alerts").asInt(-1));
    assertEquals("{\"carried\":59,\"left\":[],\"leftCount\":0}", told.path("cases").toString());
  }

  @Test
  void bothRatingsStandInTheAnswer() {
    JsonNode ratings = api.post(CARRY, TO_2021).json().path("ratings");
    assertEquals(api.get(SOURCE + "/ratings").json(), ratings.path("before"));
    assertEquals(api.get(ALL + "/leicester-2019-yos-2021/ratings").json(), ratings.path("after"));
    for (JsonNode standard : ratings.path("before").path("standards")) {
      String code = standard.path("code").asText();
      if (standard.path("kind").asText().equals("cases") && !code.equals("3.4")) {
        assertEquals(standard.path("computed"), computed(ratings.path("after"), code), code);
      }
    }
  }

  private static JsonNode computed(JsonNode tree, String code) {
    for (JsonNode standard : tree.path("standards")) {
      if (standard.path("code").asText().equals(code)) {
        return standard.path("computed");
      }
    }
    throw new AssertionError(code);
  }

  @Test
  void theDraftSaysWhereItComesFromAndTheSourceStaysAsItWas() {
    JsonNode before = api.get(SOURCE).json();
    JsonNode state = api.get(SOURCE + "/ratings").json();
    api.post(CARRY, "{\"framework\":\"yos-2021\",\"id\":\"draft\",\"shortName\":\"Leicester 21\"}");
    assertEquals(before, api.get(SOURCE).json());
    assertEquals(state, api.get(SOURCE + "/ratings").json());
    JsonNode draft = api.get(ALL + "/draft").json();
    assertEquals(
        "Draft: carried from leicester-2019 (yos-2018) at revision 6",
        draft.path("notes").asText());
    assertEquals(
        "{\"inspection\":\"leicester-2019\",\"revision\":6}", draft.path("carriedFrom").toString());
    assertEquals("Leicester 21", draft.path("shortName").asText());
    assertEquals(before.path("service"), draft.path("service"));
  }

  @Test
  void theAnswersAreByWhoeverCarriedThem() throws IOException {
    api.as(api.token("cy", Role.INSPECTOR))
        .post(CARRY, "{\"framework\":\"yos-2021\",\"id\":\"d\"}");
    JsonNode answer = api.get(ALL + "/d/cases/C01").json().path("answers").path("2.1.1");
    assertEquals("cy", answer.path("by").asText());
    assertEquals(1, answer.path("revision").asInt());
    JsonNode old = api.get(SOURCE + "/cases/C01").json();
    assertEquals("lead", old.path("answers").path("2.1.1").path("by").asText());
    assertEquals(old.path("attributes"), api.get(ALL + "/d/cases/C01").json().path("attributes"));
  }

  @Test
  void aDryRunTellsTheSameAndKeepsNothing() {
    JsonNode supposed = api.post(CARRY + "?dryRun=true", TO_2021).json();
    assertEquals(200, api.post(CARRY + "?dryRun=true", TO_2021).status());
    assertEquals(404, api.get(ALL + "/leicester-2019-yos-2021").status());
    assertEquals(supposed, api.post(CARRY, TO_2021).json());
  }

  @Test
  void aDraftIsOneChangeAndSurvivesARestart() throws IOException {
    JsonNode told = api.post(CARRY, TO_2021).json();
    String draft = ALL + "/leicester-2019-yos-2021";
    assertEquals(1, api.get(draft + "/history").json().path("items").size());
    assertTrue(api.get(draft + "/history/verify").json().path("ok").asBoolean());
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
    assertEquals(told.path("ratings").path("after"), api.get(draft + "/ratings").json());
  }

  @Test
  void aRequestThatComesAgainMakesNothingMore() {
    String[] key = {"Idempotency-Key", "k1"};
    RunningApi.Answer first = api.send("POST", CARRY, RunningApi.JSON, TO_2021, key);
    api.put(SOURCE + "/cases/C01/answers/2.1.1", "{\"answer\":\"na\"}");
    RunningApi.Answer again = api.send("POST", CARRY, RunningApi.JSON, TO_2021, key);
    assertEquals(201, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(2, api.get(ALL).json().path("items").size());
    RunningApi.Answer other =
        api.send(
            "POST",
            CARRY,
            RunningApi.JSON,
            "{\"framework\":\"yos-2021\",\"id\":\"leicester-2019-yos-2021\"}",
            key);
    assertEquals(422, other.status());
  }

  @Test
  void withoutAnIdASecondDraftGetsAnotherOne() {
    api.post(CARRY, TO_2021);
    assertEquals(
        "leicester-2019-yos-2021-2", api.post(CARRY, TO_2021).json().path("inspection").asText());
  }

  @Test
  void anIdThatIsTakenIsRefusedInADryRunToo() {
    String body = "{\"framework\":\"yos-2021\",\"id\":\"leicester-2019\"}";
    assertEquals("conflict", api.post(CARRY, body).problem());
    assertEquals("conflict", api.post(CARRY + "?dryRun=true", body).problem());
  }

  @Test
  void theBodyIsRefusedWithEveryFault() {
    refused("{\"framework\":\"none\"}", "/framework unknown-framework");
    refused("{\"framework\":\"yos-2018\"}", "/framework same-edition");
    refused("{}", "/framework required");
    refused(
        "{\"framework\":\"yos-2021\",\"id\":\"No\",\"service\":\"S\"}",
        "/id id",
        "/service unknown-field");
    refused("{\"framework\":\"yos-2021\",\"id\":\"import-archive\"}", "/id reserved");
  }

  private void refused(String body, String... faults) {
    RunningApi.Answer answer = api.post(CARRY, body);
    assertEquals("refused", answer.problem());
    List<String> found = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      found.add(error.path("pointer").asText() + " " + error.path("code").asText());
    }
    assertEquals(List.of(faults), found);
  }

  @Test
  void thereMustBeAnInspectionToCarry() {
    assertEquals("not-found", api.post(ALL + "/none/carry", TO_2021).problem());
    assertEquals("refused", api.post(CARRY + "?dryrun=true", TO_2021).problem());
    assertEquals("refused", api.post(CARRY + "?dryRun=perhaps", TO_2021).problem());
  }

  @Test
  void casesOfATypeTheEditionDoesNotKnowAreNamed() {
    JsonNode told = api.post(CARRY, "{\"framework\":\"fji-2014\"}").json();
    List<String> open = texts(told.path("open"));
    assertTrue(open.containsAll(List.of("1", "5", "5.1.1")), open::toString);
    assertFalse(open.contains("5.1"), "criteria of theme 5 are judged with the theme");
    assertEquals(0, told.path("cases").path("carried").asInt());
    assertEquals(59, told.path("cases").path("leftCount").asInt());
    assertEquals(
        "{\"reference\":\"C01\",\"why\":\"fji-2014 has no cases of type court\",\"answers\":12}",
        told.path("cases").path("left").get(0).toString());
  }
}
