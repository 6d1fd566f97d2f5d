package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people answer the same question: both answers stand in history, and nobody is told a lie. */
class TwoPeopleTest {
  private static final String INSPECTION = "/api/v1/inspections/i";
  private static final String ANSWER = INSPECTION + "/cases/C01/answers/2.1.1";

  @TempDir Path data;

  private RunningApi api;
  private String lead;
  private String anna;
  private String ben;

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    lead = api.token();
    anna = api.token("anna", Role.INSPECTOR);
    ben = api.token("ben", Role.INSPECTOR);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  /** The pointer of each field that stands otherwise, and what stands. */
  private static List<String> fields(RunningApi.Answer refused) {
    List<String> fields = new ArrayList<>();
    for (JsonNode row : refused.json().path("errors")) {
      fields.add(row.path("pointer").asText() + " " + row.path("value").asText("-"));
    }
    return fields;
  }

  /** What is written as somebody who saw something else: what it would change, and to what. */
  private RunningApi.Answer stale(String method, String path, String body) {
    RunningApi.Answer refused =
        api.as(lead).send(method, INSPECTION + path, RunningApi.JSON, body, "If-Match", "\"999\"");
    assertEquals(412, refused.status(), () -> refused.response().body());
    return refused;
  }

  @Test
  void everyFieldThatStandsOtherwiseIsToldWithBothValues() {
    api.as(lead);
    api.put(INSPECTION + "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"r\"}");
    RunningApi.Answer judged =
        stale("PUT", "/judgements/1.1", "{\"rating\":\"inadequate\",\"reason\":\"s\"}");
    assertEquals(List.of("/rating good", "/reason r"), fields(judged));
    assertEquals(
        "It has changed since: it stands at revision 3, by lead; 1.1 rating: \"good\" stands,"
            + " \"inadequate\" was wished; 1.1 reason: \"r\" stands, \"s\" was wished",
        judged.json().path("detail").asText());
    api.put(INSPECTION + "/discretion/overall", "{\"rating\":\"good\",\"reason\":\"r\"}");
    assertEquals(
        List.of("/rating good", "/reason r"), fields(stale("DELETE", "/discretion/overall", "")));
    api.send("PATCH", INSPECTION, RunningApi.JSON, "{\"notes\":\"n\",\"shortName\":\"short\"}");
    assertEquals(
        List.of("/notes n", "/shortName short"),
        fields(stale("PATCH", "", "{\"notes\":\"m\",\"shortName\":null}")));
    api.send(
        "PATCH",
        INSPECTION + "/cases/C01",
        RunningApi.JSON,
        "{\"assignee\":\"anna\",\"attributes\":{\"gender\":\"male\"}}");
    RunningApi.Answer filed =
        stale(
            "PUT",
            "/cases/C01",
            "{\"type\":\"court\",\"assignee\":\"ben\",\"note\":\"n\",\"attributes\":{\"gender\":\"female\"},"
                + "\"answers\":{\"2.1.2\":\"yes\"}}");
    assertEquals(
        List.of("/assignee anna", "/attributes/gender male", "/note -", "/answers/2.1.2/answer -"),
        fields(filed));
    assertTrue(filed.json().path("detail").asText().endsWith("; and 1 more, see errors"));
  }

  private RunningApi.Answer says(String who, String answer, String... headers) {
    return api.as(who)
        .send("PUT", ANSWER, RunningApi.JSON, "{\"answer\":\"" + answer + "\"}", headers);
  }

  @Test
  void withoutAPreconditionTheLastOneStandsAndBothAreInHistory() {
    assertEquals(200, says(anna, "yes").status());
    RunningApi.Answer second = says(ben, "no");
    assertEquals(200, second.status());
    assertEquals("no", second.json().path("answer").path("answer").asText());
    assertEquals("ben", second.json().path("answer").path("by").asText());
    assertEquals(
        List.of("3 anna open → yes", "4 ben yes → no"),
        lines(api.get(INSPECTION + "/history?case=C01&code=2.1.1").json().path("items")));
  }

  private static List<String> lines(JsonNode items) {
    List<String> lines = new ArrayList<>();
    for (JsonNode item : items) {
      JsonNode what = item.path("what");
      lines.add(
          "%d %s %s → %s"
              .formatted(
                  item.path("revision").asLong(),
                  item.path("by").asText(),
                  what.path("before").asText(),
                  what.path("after").asText()));
    }
    return lines;
  }

  @Test
  void whoSawSomethingElseIsToldBothValuesByWhomAndWhen() {
    assertEquals(200, says(anna, "yes", "If-Match", "\"0\"").status());
    String at = api.get(INSPECTION + "/cases/C01").json().at("/answers/2.1.1/at").asText();
    RunningApi.Answer refused = says(ben, "no", "If-Match", "\"0\"");
    assertEquals(412, refused.status());
    assertEquals("precondition-failed", refused.problem());
    assertEquals(
        "It has changed since: yes now stands, by anna at revision 3, %s; C01 2.1.1 answer: \"yes\" stands, \"no\" was wished; you saw it unanswered"
            .formatted(at),
        refused.json().path("detail").asText());
    assertEquals(List.of("/answer yes"), fields(refused));
    assertEquals(200, says(anna, "na", "If-Match", "\"3\"").status());
    String again = says(ben, "no", "If-Match", "\"3\"").json().path("detail").asText();
    assertTrue(again.startsWith("It has changed since: na now stands, by anna at revision 4, "));
    assertTrue(again.endsWith("; you saw yes"), again);
    String ahead = says(ben, "no", "If-Match", "\"99\"").json().path("detail").asText();
    assertTrue(ahead.startsWith("It has changed since: na now stands, by anna"), ahead);
  }
}
