package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal lists every fault, and nothing is taken that nobody reads. */
class EveryFaultTest extends OnOneCase {
  private List<String> codes(RunningApi.Answer answer) {
    assertEquals(422, answer.status(), () -> answer.response().body());
    return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
        .map(
            row ->
                row.path("pointer").asText()
                    + row.path("field").asText()
                    + " "
                    + row.path("code").asText())
        .sorted()
        .toList();
  }

  @Test
  void everyFaultIsListedWhicheverComesFirst() {
    assertEquals(
        List.of("due value", "limit range", "x unknown-parameter"),
        codes(api.get("/api/v1/inspections?x=1&limit=0&due=perhaps")));
    assertEquals(
        List.of(
            "/foofoo unknown-field",
            "/frameworkframework unknown-framework",
            "/idid id",
            "/serviceservice required"),
        codes(
            api.post(
                "/api/v1/inspections", "{\"framework\":\"nope\",\"id\":\"BAD ID\",\"foo\":1}")));
    assertEquals(
        List.of("/foofoo unknown-field", "/frameworkframework unknown-framework", "/idid id"),
        codes(
            api.post(
                INSPECTION + "/carry", "{\"framework\":\"nope\",\"id\":\"BAD ID\",\"foo\":1}")));
    assertEquals(
        List.of(
            "/changes/0/standardstandard unknown-code",
            "/changes/1/ratingrating value",
            "/changes/2/codecode unknown-code"),
        codes(
            api.post(
                INSPECTION + "/what-if",
                "{\"changes\":[{\"standard\":\"9.9\",\"rating\":\"good\"},"
                    + "{\"standard\":\"2.1\",\"rating\":\"bad\"},"
                    + "{\"case\":\"C01\",\"code\":\"9.9.9\",\"answer\":\"yes\"}]}")));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /inspections/i/restore",
    "POST, /admin/backup",
    "DELETE, /tokens/nia",
    "DELETE, /inspections/i",
    "DELETE, /inspections/i/judgements/1.1",
    "DELETE, /inspections/i/discretion/2.1",
    "DELETE, /frameworks/mine",
    "DELETE, /frameworks/yos-2018/wording",
    "DELETE, /frameworks/yos-2018/characteristics",
  })
  void whatTakesNothingTakesNoJunk(String method, String path) throws IOException {
    api.token("nia", Role.INSPECTOR);
    String[] seen = path.endsWith("/i") ? new String[] {"If-Match", "*"} : new String[0];
    String where = "/api/v1" + path;
    RunningApi.Answer member = api.send(method, where, RunningApi.JSON, "{\"junk\":1}", seen);
    assertEquals(List.of("/junkjunk unknown-field"), codes(member));
    assertEquals(400, api.send(method, where, RunningApi.JSON, "{junk", seen).status());
    assertEquals(415, api.send(method, where, "text/plain", "junk", seen).status());
  }

  @Test
  void whatTurnsTextIsRefusedWhereverItStands() {
    for (String[] request :
        new String[][] {
          {"PUT", CASE, "{'type':'court','note':'a\u202Eb'}"},
          {"PUT", CASE, "{'type':'court','assignee':'a\u2066b'}"},
          {"PUT", CASE, "{'type':'court','attributes':{'gender':'a\u202Eb'}}"},
          {"PUT", CASE, "{'type':'court','attributes':{'a\u202Eb':'x'}}"},
          {"PUT", ANSWER, "{'answer':'yes','note':'a\u202Eb'}"},
          {"PATCH", INSPECTION, "{'notes':'a\u202Eb'}"},
        }) {
      RunningApi.Answer refused =
          api.send(request[0], request[1], RunningApi.JSON, request[2].replace('\'', '"'));
      assertEquals(422, refused.status(), request[2]);
      assertEquals("control-character", refused.json().at("/errors/0/code").asText(), request[2]);
      assertTrue(
          refused.json().at("/errors/0/message").asText().contains("(RIGHT-TO-LEFT OVERRIDE)")
              || refused
                  .json()
                  .at("/errors/0/message")
                  .asText()
                  .contains("(LEFT-TO-RIGHT ISOLATE)"),
          request[2]);
    }
    for (String file :
        new String[] {
          "reference,type,a\u202Eb\nC02,court,x\n", "reference,type,note\nC02,court,a\u202Eb\n"
        }) {
      RunningApi.Answer refused = api.send("POST", INSPECTION + "/cases", "text/csv", file);
      assertEquals(422, refused.status(), file);
      assertEquals("control-character", refused.json().at("/errors/0/code").asText(), file);
    }
    assertEquals(
        200,
        api.put(ANSWER, "{\"answer\":\"yes\",\"note\":\"\uD83D\uDC68\u200D\uD83D\uDC67\"}")
            .status());
  }

  @Test
  void alertsAreReadAsTheyStoodToo() {
    assertEquals(200, api.get(INSPECTION + "/alerts?at=1").status());
    assertEquals(404, api.get(INSPECTION + "/alerts?at=3").status());
    assertEquals(404, api.get(INSPECTION + "/alerts/1?at=1").status());
  }
}
