package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told with its place, and nothing changes. */
class RefusedImportsTest extends OnImports {
  @Test
  void withOneBadRowNothingChangesAndEveryErrorIsTold() {
    RunningApi.Answer answer =
        load(
            "",
            CSV,
            """
            reference,type,2.1.1,3.1.1

            C01,court,yes,
            C02,court,maybe,
            "C
            03",court,yes,
            C04,prison,yes,
            C05,court,yes,yes
            C06,court,yes
            C01,court,yes,
            """);
    assertEquals(422, answer.status());
    assertEquals("refused", answer.problem());
    assertEquals(
        List.of(
            "4: 2.1.1 value",
            "5: reference reference",
            "7: type unknown-type",
            "8: 3.1.1 code-of-other-type",
            "9:  missing-cells",
            "10: reference repeated"),
        errors(answer));
    assertEquals(6, answer.json().path("errorCount").asInt());
    assertEquals("maybe", answer.json().path("errors").path(0).path("value").asText());
    assertEquals(1, revision());
    assertEquals(0, cases().size());
  }

  @Test
  void linesOfJsonHaveTheirLineAndArraysTheirPointer() {
    RunningApi.Answer lines =
        load("", NDJSON, "{\"reference\":\"C01\",\"type\":\"court\"}\n\n{\"reference\":7}\n");
    assertTrue(errors(lines).contains("3:/reference reference type"), errors(lines).toString());
    RunningApi.Answer array =
        load(
            "",
            RunningApi.JSON,
            "[{\"reference\":\"C01\",\"type\":\"court\"},"
                + "{\"reference\":\"C02\",\"type\":\"court\",\"answers\":{\"2.1.1\":1}}]");
    assertTrue(
        errors(array).stream().anyMatch(error -> error.contains(":/1/answers/2.1.1 ")),
        errors(array).toString());
    assertEquals(1, revision());
  }

  @Test
  void withoutOverwriteRowsThatOverwriteAreRefused() {
    api.put(CASES + "/C01", "{\"type\":\"court\"}");
    api.put(CASES + "/C01/answers/2.1.1", "{\"answer\":\"no\"}");
    RunningApi.Answer refused = load("?overwrite=false", CSV, TWO_AS_CSV);
    assertEquals(422, refused.status());
    assertEquals(List.of("2: 2.1.1 overwrites"), errors(refused));
    assertEquals(3, revision());
    JsonNode partial = load("?overwrite=false&mode=partial", CSV, TWO_AS_CSV).json();
    assertEquals(1, partial.path("created").asInt());
    assertEquals(1, partial.path("rejected").asInt());
    assertEquals("no", cases().path(0).path("answers").path("2.1.1").path("answer").asText());
  }

  @Test
  void identifyingColumnsAreRefusedUnlessAReasonIsGivenWhichIsKept() {
    for (String column : List.of("name", "Date of Birth", "postcode", "NHS number", "PNC")) {
      RunningApi.Answer refused = load("", CSV, "reference,type," + column + "\nC01,court,x\n");
      assertEquals(422, refused.status(), column);
      assertEquals(List.of("1: " + column + " identifying"), errors(refused));
    }
    RunningApi.Answer attribute =
        load(
            "",
            RunningApi.JSON,
            "{\"reference\":\"C01\",\"type\":\"court\",\"attributes\":{\"surname\":\"x\"}}");
    assertEquals(422, attribute.status());
    assertEquals(1, revision());
    String column = "reference,type,postcode\nC01,court,LE1\n";
    assertEquals(422, load("?allow-identifying=", CSV, column).status());
    assertEquals(200, load("?allow-identifying=area%20sample", CSV, column).status());
    JsonNode line = api.get(INSPECTION + "/history").json().path("items").path(1);
    assertEquals("area sample", line.path("what").path("reason").asText());
  }

  /**
   * Whose note or mark it is stands with the answer: neither is anybody's to replace in silence.
   */
  @Test
  void overwritingANoteOrAMarkIsOverwriting() {
    load("", CSV, TWO_AS_CSV);
    String answers = CASES + "/C01/answers/";
    api.put(answers + "2.1.1", "{\"answer\":\"yes\",\"note\":\"mine\"}");
    api.put(answers + "2.1.2", "{\"ask\":true}");
    api.put(answers + "2.1.3", "{\"note\":\"open, with a note\"}");
    api.put(answers + "2.2.1", "{\"ask\":true}");
    String row =
        "{\"reference\":\"C01\",\"answers\":{\"2.1.1\":{\"answer\":\"yes\",\"note\":\"robot\"},"
            + "\"2.1.2\":{\"answer\":\"no\",\"ask\":false},\"2.1.3\":\"yes\",\"2.2.1\":\"yes\"}}";
    long before = revision();
    RunningApi.Answer refused = load("?overwrite=false", NDJSON, row);
    assertEquals(422, refused.status());
    assertEquals(
        List.of(
            "1:/answers/2.1.1 2.1.1 overwrites",
            "1:/answers/2.1.2 2.1.2 overwrites",
            "1:/answers/2.1.3 2.1.3 overwrites"),
        errors(refused));
    assertEquals(
        "C01 2.1.1 stands as yes with a note, by lead, and nothing is to be overwritten here",
        refused.json().at("/errors/0/message").asText());
    assertEquals(before, revision());
    JsonNode written = load("", NDJSON, row).json().path("overwritten");
    assertEquals(3, written.size());
    assertEquals("[\"note\"]", written.at("/0/changed").toString());
    assertEquals("[\"ask\"]", written.at("/1/changed").toString());
    assertEquals("[\"answer\",\"note\"]", written.at("/2/changed").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain       | reference,type           | 415 | unsupported",
        "application/xml  | <cases/>                 | 415 | unsupported",
        "text/csv         | reference                | 422 | refused",
        "text/csv         | reference,type,9.9.9     | 422 | refused",
        "text/csv         | reference,type,type      | 422 | refused",
        "text/csv         | type                     | 422 | refused",
        "application/json | {                        | 400 | unreadable",
        "application/json | 7                        | 422 | refused",
        "application/json | []                       | 422 | refused",
      })
  void aBodyThatIsNoFileOfCasesIsRefusedWhole(
      String mediaType, String body, int status, String problem) {
    RunningApi.Answer answer = load("", mediaType, body);
    assertEquals(status, answer.status(), () -> answer.response().body());
    assertEquals(problem, answer.problem());
    assertEquals(1, revision());
  }

  @ParameterizedTest
  @CsvSource({"?dryRun=yes", "?dryrun=true", "?mode=some", "?overwrite=1", "?dryRun="})
  void aQueryThatIsNotKnownNeverWrites(String query) {
    assertEquals("refused", load(query, CSV, TWO_AS_CSV).problem());
    assertEquals(1, revision());
  }

  @Test
  void aCellOfMoreThanOneMebibyteIsRefusedWithItsLine() {
    RunningApi.Answer answer =
        load(
            "",
            CSV,
            "reference,type,note\nC01,court,short\nC02,court," + "x".repeat(1 << 21) + "\n");
    assertTrue(answer.status() == 422 || answer.status() == 400 || answer.status() == 413);
    assertTrue(errors(answer).getFirst().startsWith("3:"), errors(answer).toString());
    assertEquals(1, revision());
  }

  @Test
  void aThousandErrorsAreListedAndAllOfThemCounted() {
    StringBuilder rows = new StringBuilder("reference,type,2.1.1\n");
    for (int i = 0; i < 1500; i++) {
      rows.append("C").append(i).append(",court,maybe\n");
    }
    JsonNode problem = load("", CSV, rows.toString()).json();
    assertEquals(1000, problem.path("errors").size());
    assertEquals(1500, problem.path("errorCount").asInt());
  }

  @Test
  void aViewerImportsNothing() throws IOException {
    String lead = api.token();
    api.as(api.token("viewer", Role.VIEWER));
    assertEquals(403, load("?dryRun=true", CSV, TWO_AS_CSV).status());
    api.as(lead);
    assertEquals(1, revision());
  }
}
