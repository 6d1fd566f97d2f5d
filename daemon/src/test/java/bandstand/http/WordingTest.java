package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.PrintedDocuments;
import bandstand.framework.Framework;
import bandstand.framework.Sha256;
import bandstand.http.RunningApi.Answer;
import bandstand.inspection.Role;
import bandstand.wire.BuiltInEditions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attaching published documents. */
class WordingTest {
  private static final String FRAMEWORKS = "/api/v1/frameworks/";
  private static final String WORDING = FRAMEWORKS + "yos-2021/wording";
  private static final String CHARACTERISTICS = FRAMEWORKS + "yos-2021/characteristics";
  private static final String TEXT = "text/plain";

  private static final Framework YOS_2021 =
      BuiltInEditions.load().frameworks().sequencedValues().stream()
          .filter(edition -> edition.id().equals("yos-2021"))
          .findFirst()
          .orElseThrow();

  @TempDir Path data;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private Answer put(String path, String document) {
    return api.send("PUT", path, TEXT, document);
  }

  private JsonNode edition() {
    return api.get(FRAMEWORKS + "yos-2021").json();
  }

  @Test
  void theWordingStandsAtEveryCode() {
    String document = PrintedDocuments.wording(YOS_2021);
    assertTrue(edition().get("wording").isNull());
    Answer answer = put(WORDING, document);
    assertEquals(200, answer.status(), answer.response().body());
    String digest = Sha256.hex(document.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        RunningApi.read(
            """
            {"framework":"yos-2021","digest":"%s","unmatched":[],
             "matched":{"standards":13,"keyQuestions":42,"prompts":212},
             "total":{"standards":13,"keyQuestions":42,"prompts":212},"groupStatements":0}
            """
                .formatted(digest)),
        answer.json());
    JsonNode tree = edition();
    assertEquals(digest, tree.at("/wording/digest").textValue());
    JsonNode standard = tree.at("/groups/0/standards/0");
    assertEquals(
        "The statement of Governance and leadership.", standard.get("statement").textValue());
    JsonNode asked = standard.at("/keyQuestions/0");
    assertEquals(asked.get("label").textValue() + "?", asked.get("wording").textValue());
    assertEquals(
        asked.at("/prompts/7/label").textValue() + "?", asked.at("/prompts/7/wording").textValue());
  }

  @Test
  void itSurvivesARestartAndIsItsOwnersAlone() throws IOException {
    put(WORDING, PrintedDocuments.wording(YOS_2021));
    put(CHARACTERISTICS, PrintedDocuments.characteristics(YOS_2021));
    JsonNode before = edition();
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
    assertEquals(before, edition());
    for (String kind : new String[] {"wording", "characteristics"}) {
      Path file = data.resolve("editions").resolve("yos-2021." + kind + ".txt");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void anotherDocumentTakesItsPlace() {
    put(WORDING, PrintedDocuments.wording(YOS_2021));
    assertEquals(
        200,
        put(WORDING, PrintedDocuments.wording(YOS_2021).replace("In short", "Shortly")).status());
    String other = PrintedDocuments.wording(YOS_2021).replace("The statement of", "Said of");
    put(WORDING, other);
    assertEquals(
        Sha256.hex(other.getBytes(StandardCharsets.UTF_8)),
        edition().at("/wording/digest").textValue());
  }

  @Test
  void aDocumentThatDoesNotFitIsRefusedWholeAndTheOldOneStays() {
    put(WORDING, PrintedDocuments.wording(YOS_2021));
    JsonNode before = edition();
    String lines = PrintedDocuments.wording(YOS_2021).replaceFirst("(?m)^- c\\).*\n", "");
    int line = lines.substring(0, lines.indexOf("- d)")).split("\n", -1).length;
    Answer answer = put(WORDING, lines);
    assertEquals(422, answer.status());
    assertEquals("refused", answer.problem());
    JsonNode first = answer.json().at("/errors/0");
    assertEquals(line, first.get("line").intValue());
    assertEquals("1.1.1.3", first.get("field").textValue());
    assertEquals("unexpected", first.get("code").textValue());
    assertTrue(first.get("value").textValue().startsWith("d) "), first::toString);
    assertEquals(
        422, put(FRAMEWORKS + "yos-2018/wording", PrintedDocuments.wording(YOS_2021)).status());
    assertEquals(422, put(WORDING, PrintedDocuments.characteristics(YOS_2021)).status());
    assertEquals(422, put(CHARACTERISTICS, PrintedDocuments.wording(YOS_2021)).status());
    assertEquals(
        422,
        put(FRAMEWORKS + "fji-2014/characteristics", PrintedDocuments.characteristics(YOS_2021))
            .status());
    assertEquals(before, edition());
  }

  @Test
  void removingTakesItAwayAndNeedsNothingToBeThere() {
    assertEquals(204, api.delete(WORDING).status());
    put(WORDING, PrintedDocuments.wording(YOS_2021));
    put(CHARACTERISTICS, PrintedDocuments.characteristics(YOS_2021));
    assertEquals(204, api.delete(WORDING).status());
    assertTrue(edition().get("wording").isNull());
    assertEquals(
        "In short, Governance and leadership.",
        edition().at("/groups/0/standards/0/statement").textValue());
    assertEquals(204, api.delete(CHARACTERISTICS).status());
    assertFalse(edition().at("/groups/0/standards/0").has("statement"));
    assertEquals(204, api.delete(CHARACTERISTICS).status());
  }

  @Test
  void characteristicsAreCounted() {
    String document = PrintedDocuments.characteristics(YOS_2021);
    Answer answer = put(CHARACTERISTICS, document);
    assertEquals(
        RunningApi.read(
            """
            {"framework":"yos-2021","digest":"%s","unmatched":[],
             "matched":{"standards":4,"ratings":16},"total":{"standards":4,"ratings":16},
             "paragraphs":16}
            """
                .formatted(Sha256.hex(document.getBytes(StandardCharsets.UTF_8)))),
        answer.json());
  }

  @Test
  void characteristicsStandBesideOurPoints() {
    put(CHARACTERISTICS, PrintedDocuments.characteristics(YOS_2021));
    JsonNode standard = api.get(CHARACTERISTICS).json().at("/standards/3");
    assertEquals("In short, Information and facilities.", standard.get("statement").textValue());
    JsonNode rating = standard.at("/ratings/2");
    assertEquals("requires-improvement", rating.get("rating").textValue());
    assertEquals("It is Requires improvement.", rating.at("/wording/0").textValue());
    assertTrue(rating.get("points").size() > 1);
  }

  @Test
  void receiptsKnowNothingOfIt() {
    api.post("/api/v1/inspections", "{\"id\":\"a\",\"service\":\"A\",\"framework\":\"yos-2021\"}");
    String receipt = "/api/v1/inspections/a/ratings/2.1/receipt";
    String before = api.get(receipt).response().body();
    String framework = edition().get("digest").textValue();
    put(WORDING, PrintedDocuments.wording(YOS_2021));
    assertEquals(before, api.get(receipt).response().body());
    assertEquals(framework, edition().get("digest").textValue());
  }

  @Test
  void onlyALeadMay() throws IOException {
    api.as(api.token("ines", Role.INSPECTOR));
    assertEquals(403, put(WORDING, PrintedDocuments.wording(YOS_2021)).status());
    assertEquals(403, api.delete(WORDING).status());
    assertEquals(403, put(CHARACTERISTICS, PrintedDocuments.characteristics(YOS_2021)).status());
    assertEquals(403, api.delete(CHARACTERISTICS).status());
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    assertEquals(415, api.put(WORDING, "{}").status());
    assertEquals(422, put(WORDING, "a\u0007b").status());
    assertEquals(422, put(WORDING, " ").status());
    assertEquals(413, put(WORDING, "a".repeat((1 << 20) + 1)).status());
    assertEquals(404, put(FRAMEWORKS + "yos-2099/wording", "a").status());
    assertEquals(404, api.delete(FRAMEWORKS + "yos-2099/characteristics").status());
    assertEquals("PUT", api.get(WORDING).header("Allow").replace("DELETE, ", ""));
  }

  @Test
  void aStoredDocumentThatNoLongerFitsIsLeftOut() throws IOException {
    Files.writeString(data.resolve("editions").resolve("yos-2021.wording.txt"), "1.1 Half");
    assertTrue(edition().get("wording").isNull());
    assertEquals(200, put(WORDING, PrintedDocuments.wording(YOS_2021)).status());
  }

  @Test
  void aDiskThatFailsIsTold() throws IOException {
    Files.createDirectories(
        data.resolve("editions").resolve("yos-2021.wording.txt.building").resolve("in-the-way"));
    Answer answer = put(WORDING, PrintedDocuments.wording(YOS_2021));
    assertEquals(503, answer.status());
    assertTrue(edition().get("wording").isNull());
  }
}
