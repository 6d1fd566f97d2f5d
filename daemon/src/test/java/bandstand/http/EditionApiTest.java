package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import bandstand.wire.FrameworkFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions of one's own, by their routes; figures as {@code model/EDITIONS.md} computes them. */
class EditionApiTest {
  private static final Path SAMPLES = Path.of("..", "scripts", "samples", "editions");
  private static final String ALL = "/api/v1/frameworks";
  private static final String HARBOUR = ALL + "/harbour-2026";
  private static final String INSPECTIONS = "/api/v1/inspections";

  @TempDir private Path data;
  private RunningApi api;
  private String lead;
  private String file;

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    lead = api.token();
    file = Files.readString(SAMPLES.resolve("harbour-2026.json"));
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private void restart() throws IOException {
    api.close();
    api = new RunningApi(data).as(lead);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    api.get(ALL).json().path("items").forEach(row -> ids.add(row.path("id").textValue()));
    return ids;
  }

  /** An inspection with the ten cases of the example, and 1.1 judged Strong. */
  private void inspection(String id) throws IOException {
    assertEquals(
        201,
        api.post(
                INSPECTIONS,
                "{\"id\":\"%s\",\"service\":\"Quay\",\"framework\":\"harbour-2026\"}".formatted(id))
            .status());
    String cases = Files.readString(SAMPLES.resolve("harbour-cases.csv"));
    assertEquals(
        10,
        api.send("POST", INSPECTIONS + "/" + id + "/cases", "text/csv", cases)
            .json()
            .path("created")
            .asInt());
    assertEquals(
        200,
        api.put(
                INSPECTIONS + "/" + id + "/judgements/1.1",
                "{\"rating\":\"strong\",\"reason\":\"Seen on site.\"}")
            .status());
  }

  /** The rating of 2.1, the overall score and its rating. */
  private String rated(String id) {
    JsonNode ratings = api.get(INSPECTIONS + "/" + id + "/ratings").json();
    JsonNode overall = ratings.path("overall");
    return "%s %d/%d %s"
        .formatted(
            ratings.at("/standards/1/computed").textValue(),
            overall.path("score").asInt(),
            overall.path("max").asInt(),
            overall.path("rating").textValue());
  }

  @Test
  void anEditionIsAddedFromItsFileAndRatedByItsOwnRules() throws IOException {
    RunningApi.Answer added = api.put(HARBOUR, file);
    assertEquals(201, added.status());
    assertEquals(HARBOUR, added.header("Location"));
    assertFalse(added.json().path("builtIn").asBoolean(true));
    assertEquals(2, added.json().at("/counts/standards").asInt());
    assertEquals(
        List.of("fji-2014", "yos-2018", "yos-2021", "yjs-2023-draft", "harbour-2026"), ids());

    inspection("quay");
    assertEquals("developing 3/6 strong", rated("quay"));
    JsonNode calculated =
        api.post(
                HARBOUR + "/rate",
                "{\"keyQuestions\":{\"2.1.1\":\"9/10\",\"2.1.2\":\"6/9\"},\"judgements\":{\"1.1\":\"strong\"}}")
            .json();
    assertEquals("strong", calculated.at("/overall/rating").textValue());
    JsonNode summary = api.get(INSPECTIONS + "/quay").json();
    assertEquals(10, summary.at("/progress/cases").asInt());
    assertEquals(4, summary.at("/progress/types/custody/cases").asInt());
  }

  @Test
  void itsFileIsGivenBackByteForByte() {
    api.put(HARBOUR, file);
    assertEquals(file, api.get(HARBOUR + "/file").response().body());
    assertEquals(
        "exact", api.get(HARBOUR).json().at("/bands/reading").textValue(), "and the tree of it");
    assertTrue(api.get(ALL + "/yos-2021/file").response().body().startsWith("{\n  \"format\": 1"));
    assertEquals(404, api.get(ALL + "/none/file").status());
  }

  @Test
  void puttingItAgainChangesNothingAndAnotherReplacesIt() {
    assertEquals(201, api.put(HARBOUR, file).status());
    assertEquals(200, api.put(HARBOUR, file).status());
    RunningApi.Answer replaced = api.put(HARBOUR, file.replace("exact", "rounded"));
    assertEquals(200, replaced.status());
    assertEquals(
        replaced.json().path("digest"), api.get(HARBOUR).json().path("digest"), "it stands now");
  }

  @Test
  void anInspectionKeepsItsEditionAndANewOneTakesTheNew() throws IOException {
    api.put(HARBOUR, file);
    inspection("before");
    api.put(HARBOUR, file.replace("exact", "rounded"));
    inspection("after");
    for (int start = 0; start < 2; start++) {
      assertEquals("developing 3/6 strong", rated("before"));
      assertEquals("strong 4/6 strong", rated("after"));
      assertEquals(
          "exact",
          api.get(INSPECTIONS + "/before/framework").json().at("/bands/reading").textValue());
      JsonNode summary = api.get(INSPECTIONS + "/before").json();
      assertEquals(
          summary.path("frameworkDigest"),
          api.get(INSPECTIONS + "/before/framework").json().path("digest"));
      restart();
    }
    api.delete(HARBOUR);
    assertEquals(
        200,
        api.put(INSPECTIONS + "/before/cases/H10/answers/2.1.2", "{\"answer\":\"yes\"}").status());
    assertEquals("strong 4/6 strong", rated("before"), "7/9 is 78%");
    restart();
    assertEquals("strong 4/6 strong", rated("before"));
  }

  @Test
  void aRemovedEditionCanNoLongerBeChosen() throws IOException {
    api.put(HARBOUR, file);
    inspection("quay");
    assertEquals(204, api.delete(HARBOUR).status());
    assertEquals(404, api.delete(HARBOUR).status());
    assertEquals(404, api.get(HARBOUR).status());
    RunningApi.Answer refused =
        api.post(INSPECTIONS, "{\"id\":\"x\",\"service\":\"X\",\"framework\":\"harbour-2026\"}");
    assertEquals(422, refused.status());
    assertEquals("/framework", refused.json().at("/errors/0/pointer").textValue());
    assertEquals("developing 3/6 strong", rated("quay"));
    assertEquals(
        "Practice",
        api.get(INSPECTIONS + "/quay/framework").json().at("/groups/1/title").textValue());
    restart();
    assertFalse(ids().contains("harbour-2026"));
    assertEquals("developing 3/6 strong", rated("quay"));
  }

  @Test
  void everyErrorIsListedWithLineAndPlaceAndNothingIsKept() {
    RunningApi.Answer refused =
        api.put(
            HARBOUR, file.replace("\"draft\"", "\"old\"").replace("[0, 50, 67, 90]", "[0, 50]"));
    assertEquals(422, refused.status());
    assertEquals("refused", refused.problem());
    assertEquals(2, refused.json().path("errorCount").asInt());
    assertEquals(6, refused.json().at("/errors/0/line").asInt());
    assertEquals("/status", refused.json().at("/errors/0/pointer").textValue());
    assertEquals(18, refused.json().at("/errors/1/line").asInt());
    assertEquals(404, api.get(HARBOUR).status());
  }

  @Test
  void aBuiltInEditionStays() {
    for (RunningApi.Answer refused :
        List.of(
            api.put(ALL + "/yos-2021", file.replace("harbour-2026", "yos-2021")),
            api.delete(ALL + "/yos-2021"))) {
      assertEquals(409, refused.status());
      assertEquals(
          "yos-2021 is built in and stays as it is; give your edition an id of its own",
          refused.json().path("detail").textValue());
    }
  }

  @Test
  void thePathNamesTheEditionInTheFile() {
    RunningApi.Answer refused = api.put(ALL + "/other", file);
    assertEquals(422, refused.status());
    assertEquals("/id", refused.json().at("/errors/0/pointer").textValue());
    assertEquals(404, api.get(ALL + "/other").status());
    assertEquals(404, api.get(HARBOUR).status());
  }

  @Test
  void whatIsNoFileOfAnEditionIsRefused() {
    assertEquals(400, api.put(HARBOUR, "{\"format\": 1,").status());
    assertEquals(400, api.put(HARBOUR, "").status());
    assertEquals(415, api.send("PUT", HARBOUR, "text/plain", file).status());
    assertEquals(413, api.put(HARBOUR, file + " ".repeat(FrameworkFile.MOST_BYTES)).status());
    assertEquals(404, api.delete(HARBOUR).status());
  }

  @Test
  void onlyALeadAddsAndRemoves() throws IOException {
    String inspector = api.token("Amir", Role.INSPECTOR);
    String viewer = api.token("Vi", Role.VIEWER);
    api.put(HARBOUR, file);
    for (String token : List.of(inspector, viewer)) {
      api.as(token);
      assertEquals(403, api.put(HARBOUR, file).status());
      assertEquals(403, api.delete(HARBOUR).status());
      assertEquals(200, api.get(HARBOUR + "/file").status());
    }
    api.as("");
    assertEquals(401, api.get(HARBOUR + "/file").status());
  }

  @Test
  void aDamagedFileInTheFolderIsNoReasonNotToStart() throws IOException {
    api.put(HARBOUR, file);
    Files.writeString(data.resolve("editions").resolve("added").resolve("harbour-2026.json"), "{");
    restart();
    assertEquals(4, ids().size());
    assertEquals(201, api.put(HARBOUR, file).status());
  }
}
