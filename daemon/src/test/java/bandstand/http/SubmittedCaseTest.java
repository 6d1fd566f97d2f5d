package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A submitted case takes changes from its assignee or a lead, and only with a reason. */
class SubmittedCaseTest {
  private static final String I = "/api/v1/inspections/i";
  private static final String C01 = I + "/cases/C01";
  private static final String ANSWER = C01 + "/answers/2.1.1";
  private static final String JSON = RunningApi.JSON;

  private RunningApi api;
  private String lead;
  private String anna;
  private String ben;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    lead = api.token();
    anna = api.token("anna", Role.INSPECTOR);
    ben = api.token("ben", Role.INSPECTOR);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}");
    api.as(anna).put(C01, "{\"type\":\"court\",\"assignee\":\"anna\"}");
    api.put(ANSWER, "{\"answer\":\"yes\"}");
    assertEquals(200, api.send("PATCH", C01, JSON, "{\"step\":\"submitted\"}").status());
    assertEquals(4, revision());
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private long revision() {
    return api.as(lead).get(I).json().path("revision").asLong();
  }

  /**
   * One way to change the case.
   *
   * @param body without the reason
   */
  record Way(String what, String method, String path, String body) {
    String because(String reason) {
      String member = "\"reason\":\"" + reason + "\"";
      return body.equals("{}") ? "{" + member + "}" : body.replaceFirst("\\{", "{" + member + ",");
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way("answer", "PUT", ANSWER, "{\"answer\":\"no\"}"),
        new Way("another question", "PUT", C01 + "/answers/2.1.2", "{\"answer\":\"no\"}"),
        new Way("a note", "PUT", ANSWER, "{\"note\":\"n\"}"),
        new Way("a mark", "PUT", ANSWER, "{\"ask\":true}"),
        new Way("clear", "DELETE", ANSWER, "{}"),
        new Way("facts", "PUT", C01, "{\"type\":\"court\",\"manager\":\"KM\"}"),
        new Way("patch", "PATCH", C01, "{\"manager\":\"KM\"}"),
        new Way("answers of a case", "PATCH", C01, "{\"answers\":{\"2.1.1\":\"no\"}}"),
        new Way("step back", "PATCH", C01, "{\"step\":\"read\"}"),
        new Way("step on", "PATCH", C01, "{\"step\":\"checked\"}"),
        new Way("assignee", "PATCH", C01, "{\"assignee\":\"ben\"}"),
        new Way("nobody's", "PATCH", C01, "{\"assignee\":null}"),
        new Way("remove", "DELETE", C01, "{}"));
  }

  private int sent(String token, Way way, String body) {
    return api.as(token).send(way.method(), way.path(), JSON, body).status();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void itsAssigneeChangesItWithAReasonWhichIsKept(Way way) {
    assertEquals(409, sent(anna, way, way.body()));
    assertEquals(422, sent(anna, way, way.because("  ")), "a reason is not blank");
    assertEquals(4, revision());
    assertEquals(200, sent(anna, way, way.because("misread")));
    assertEquals(5, revision());
    JsonNode last = api.get(I + "/history?after=4").json().path("items").path(0);
    assertEquals("anna", last.path("by").asText());
    assertTrue(last.toString().contains("misread"), last.toString());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void soDoesALead(Way way) {
    assertEquals(409, sent(lead, way, way.body()));
    assertEquals(200, sent(lead, way, way.because("misread")));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nobodyElseDoesWhateverTheReason(Way way) throws IOException {
    assertEquals(403, sent(ben, way, way.body()));
    assertEquals(403, sent(ben, way, way.because("misread")));
    assertEquals(403, sent(api.token("vic", Role.VIEWER), way, way.because("misread")));
    assertEquals(4, revision());
  }

  @Test
  void whatStandsAlreadyChangesNothingAndNeedsNoReason() {
    for (String token : new String[] {anna, ben, lead}) {
      assertEquals(200, api.as(token).put(ANSWER, "{\"answer\":\"yes\"}").status());
      assertEquals(200, api.delete(C01 + "/answers/2.1.2").status());
      assertEquals(200, api.send("PATCH", C01, JSON, "{\"step\":\"submitted\"}").status());
    }
    assertEquals(4, revision());
  }

  @Test
  void aBatchIsRefusedWholeWithThePlaceAndKeepsItsReasons() {
    String batch =
        "[{\"case\":\"C02\",\"code\":\"2.1.1\",\"answer\":\"no\"},"
            + "{\"case\":\"C01\",\"code\":\"2.1.1\",\"answer\":\"no\"%s}]";
    api.as(lead).put(I + "/cases/C02", "{\"type\":\"court\"}");
    String reason = ",\"reason\":\"misread\"";
    for (String[] row :
        new String[][] {
          {anna, "", "conflict"},
          {lead, "", "conflict"},
          {ben, "", "forbidden"},
          {ben, reason, "forbidden"}
        }) {
      RunningApi.Answer refused = api.as(row[0]).post(I + "/answers", batch.formatted(row[1]));
      assertEquals(422, refused.status());
      JsonNode error = refused.json().path("errors").path(0);
      assertEquals("/1", error.path("pointer").asText());
      assertEquals(row[2], error.path("code").asText());
    }
    assertEquals(5, revision());
    assertEquals(200, api.as(anna).post(I + "/answers", batch.formatted(reason)).status());
    JsonNode last = api.get(I + "/history?after=5").json().path("items").path(0);
    assertTrue(last.toString().contains("misread"), last.toString());
  }

  private static String because(String code, String letter) {
    return "{\"case\":\"C01\",\"code\":\"%s\",\"answer\":\"no\",\"reason\":\"%s\"}"
        .formatted(code, letter.repeat(6_000));
  }

  @Test
  void theReasonsOfABatchHaveALimitTogether() {
    RunningApi.Answer refused =
        api.as(anna)
            .post(I + "/answers", "[" + because("2.1.1", "a") + "," + because("2.1.2", "b") + "]");
    assertEquals(422, refused.status());
    assertEquals("too-long", refused.json().path("errors").path(0).path("code").asText());
  }

  /** An import has no reason for each of its rows, so it leaves submitted cases alone. */
  @Test
  void anImportLeavesItAloneAndSaysSoOfTheRow() {
    String rows = "reference,type,2.1.1\nC01,court,no\nC02,court,yes\n";
    for (String[] row :
        new String[][] {
          {anna, "submitted-conflict"}, {lead, "submitted-conflict"}, {ben, "submitted-forbidden"}
        }) {
      RunningApi.Answer refused = api.as(row[0]).send("POST", I + "/cases", "text/csv", rows);
      assertEquals(422, refused.status());
      JsonNode error = refused.json().path("errors").path(0);
      assertEquals(2, error.path("line").asInt());
      assertEquals("C01", error.path("value").asText());
      assertEquals(row[1], error.path("code").asText());
      assertEquals(
          row[0].equals(ben)
              ? "C01 is submitted; its assignee or a lead can change it"
              : "C01 is submitted, and an import gives no reason to change it; take the row out, or"
                  + " import with --partial (?mode=partial)",
          error.path("message").asText());
    }
    assertEquals(4, revision());
    JsonNode partial = api.as(ben).send("POST", I + "/cases?mode=partial", "text/csv", rows).json();
    assertEquals(1, partial.path("created").asInt());
    assertEquals(1, partial.path("rejected").asInt());
    JsonNode unchanged =
        api.send("POST", I + "/cases", "text/csv", "reference,type,2.1.1\nC01,court,yes\n").json();
    assertEquals(1, unchanged.path("unchanged").asInt());
  }

  @Test
  void takingBackAndBringingBackAreChangesOfItToo() {
    assertEquals(409, api.as(anna).post(I + "/undo", "{\"revision\":4}").status());
    assertEquals(403, api.as(ben).post(I + "/undo", "{\"revision\":4}").status());
    assertEquals(
        403,
        api.post(I + "/undo", "{\"revision\":4,\"reason\":\"misread\"}").status(),
        "not ben's change");
    assertEquals(
        200, api.as(anna).post(I + "/undo", "{\"revision\":3,\"reason\":\"misread\"}").status());
    assertEquals(409, api.post(I + "/redo", "{}").status());
    assertEquals(200, api.post(I + "/redo", "{\"reason\":\"read again\"}").status());
    assertEquals(6, revision());
  }

  /** Ben's answer of before is his change, and the case is anna's. */
  @Test
  void oneOwnEarlierAnswerIsNotTakenBackOnceSomebodyElseHasSubmitted() {
    api.as(ben).put(I + "/cases/C03", "{\"type\":\"court\",\"assignee\":\"anna\"}");
    api.put(I + "/cases/C03/answers/2.1.1", "{\"answer\":\"yes\"}");
    api.as(anna).send("PATCH", I + "/cases/C03", JSON, "{\"step\":\"submitted\"}");
    assertEquals(
        403, api.as(ben).post(I + "/undo", "{\"revision\":6,\"reason\":\"misread\"}").status());
  }

  @Test
  void anImportThatTouchesItIsTakenBackWithAReasonByALeadAlone() {
    api.as(ben).send("POST", I + "/cases", "text/csv", "reference,type,2.1.1\nC04,court,no\n");
    api.send("PATCH", I + "/cases/C04", JSON, "{\"assignee\":\"anna\",\"step\":\"submitted\"}");
    String undo = "{\"revision\":5,\"reason\":\"wrong file\"}";
    assertEquals(403, api.as(ben).post(I + "/undo", undo).status());
    assertEquals(409, api.as(lead).post(I + "/undo", "{\"revision\":5}").status());
    assertEquals(409, api.post(I + "/undo", undo).status(), "a later change stands on it");
  }

  @Test
  void carryingItChangesOnlyTheDraft() {
    assertEquals(
        201,
        api.as(ben).post(I + "/carry", "{\"framework\":\"yjs-2023-draft\",\"id\":\"d\"}").status());
    assertEquals(4, revision());
    String drafted = "/api/v1/inspections/d/cases/C01";
    assertEquals("interviewed", api.get(drafted).json().path("step").asText());
    assertEquals(200, api.as(ben).send("PATCH", drafted, JSON, "{\"manager\":\"KM\"}").status());
  }
}
