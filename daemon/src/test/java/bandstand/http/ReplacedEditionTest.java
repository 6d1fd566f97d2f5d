package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.PrintedDocuments;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.wire.FrameworkFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wording, comparing and carrying once an edition's file is another, or gone. */
class ReplacedEditionTest {
  private static final String ALL = "/api/v1/frameworks";
  private static final String HARBOUR = ALL + "/harbour-2026";
  private static final String WORDING = HARBOUR + "/wording";
  private static final String CHARACTERISTICS = HARBOUR + "/characteristics";
  private static final String QUAY = "/api/v1/inspections/quay";
  private static final String TO_ITSELF = "{\"framework\":\"harbour-2026\"}";

  @TempDir private Path data;
  private RunningApi api;
  private String file = "";

  /** The second question is called otherwise; all else is the same. */
  private String corrected = "";

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    file = Files.readString(Path.of("..", "scripts", "samples", "editions", "harbour-2026.json"));
    corrected = file.replace("The plan says who does what when risk rises", "Risk has a plan");
    api.put(HARBOUR, file);
    api.post(
        "/api/v1/inspections",
        "{\"id\":\"quay\",\"service\":\"Quay\",\"framework\":\"harbour-2026\"}");
    api.put(QUAY + "/cases/H01", "{\"type\":\"custody\"}");
    for (String code : new String[] {"2.1.1", "2.1.1.1", "2.1.2"}) {
      assertEquals(
          200, api.put(QUAY + "/cases/H01/answers/" + code, "{\"answer\":\"yes\"}").status());
    }
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private static Framework edition(String json) {
    return switch (FrameworkFile.read(json.getBytes(UTF_8))) {
      case Outcome.Done<Framework>(Framework framework) -> framework;
      case Outcome.Refused<Framework> refused -> throw new AssertionError(refused.problem());
    };
  }

  private int attach(String path, String document) {
    return api.send("PUT", path, "text/plain", document).status();
  }

  private JsonNode madeWith() {
    return api.get(QUAY + "/framework").json();
  }

  @Test
  void wordingThatIsTakenOffIsGoneFromTheReplacedEditionToo() {
    assertEquals(200, attach(WORDING, PrintedDocuments.wording(edition(file))));
    assertFalse(madeWith().get("wording").isNull());
    api.put(HARBOUR, corrected);
    assertEquals(204, api.delete(WORDING).status());
    assertTrue(madeWith().get("wording").isNull());
    assertTrue(api.get(HARBOUR).json().get("wording").isNull());
  }

  @Test
  void anotherDocumentIsReadForTheReplacedEditionToo() {
    attach(WORDING, PrintedDocuments.wording(edition(file)));
    JsonNode before = madeWith().get("wording");
    api.put(HARBOUR, corrected);
    attach(WORDING, PrintedDocuments.wording(edition(corrected)));
    assertNotEquals(before, madeWith().get("wording"));
    assertEquals(api.get(HARBOUR).json().get("wording"), madeWith().get("wording"));
    assertEquals(
        "Risk has a plan?",
        madeWith().at("/groups/1/standards/0/keyQuestions/1/wording").textValue());
  }

  @Test
  void aRemovedEditionTakesItsDocumentsWithIt() {
    attach(WORDING, PrintedDocuments.wording(edition(file)));
    attach(CHARACTERISTICS, PrintedDocuments.characteristics(edition(file)));
    assertEquals(204, api.delete(HARBOUR).status());
    assertTrue(madeWith().get("wording").isNull());
    api.put(HARBOUR, file);
    assertTrue(api.get(HARBOUR).json().get("wording").isNull());
    assertTrue(api.get(HARBOUR).json().get("characteristics").isNull());
    for (String kind : new String[] {"wording", "characteristics"}) {
      assertFalse(Files.exists(data.resolve("editions/harbour-2026." + kind + ".txt")), kind);
    }
  }

  @Test
  void characteristicsOfAnOwnEditionAreShownAsPrinted() {
    assertEquals(200, attach(CHARACTERISTICS, PrintedDocuments.characteristics(edition(file))));
    JsonNode answer = api.get(CHARACTERISTICS).json();
    assertTrue(answer.get("guides").isNull());
    assertEquals(1, answer.get("standards").size());
    JsonNode standard = answer.at("/standards/0");
    assertEquals("1.1", standard.get("code").textValue());
    assertEquals("In short, Staff and volunteers.", standard.get("statement").textValue());
    assertEquals("exemplary", standard.at("/ratings/0/rating").textValue());
    assertEquals("It is Exemplary.", standard.at("/ratings/0/wording/0").textValue());
    assertTrue(standard.at("/ratings/0/points").isEmpty());
    assertTrue(standard.get("steps").isEmpty());
  }

  @Test
  void aReplacedEditionIsReadAndComparedByItsDigest() {
    attach(CHARACTERISTICS, PrintedDocuments.characteristics(edition(file)));
    String old = madeWith().get("digest").textValue();
    api.put(HARBOUR, corrected);
    assertEquals(madeWith(), api.get(ALL + "/" + old).json());
    assertEquals(1, api.get(ALL + "/" + old + "/characteristics").json().get("standards").size());
    JsonNode compared = api.get(ALL + "/" + old + "/compare/harbour-2026").json();
    assertEquals("labels", compared.get("basis").textValue());
    assertEquals(
        "{\"kept\":2,\"renamed\":0,\"merged\":0,\"split\":0,\"new\":1,\"dropped\":1}",
        compared.get("counts").toString());
    api.delete(HARBOUR);
    assertEquals(200, api.get(ALL + "/" + old + "/compare/yos-2021").status());
    for (String none : new String[] {"0".repeat(64), "harbour-2026"}) {
      assertEquals(404, api.get(ALL + "/" + none + "/compare/yos-2021").status());
    }
  }

  @Test
  void documentsBelongToIdsAndAreNotAttachedToADigest() {
    String old = madeWith().get("digest").textValue();
    String document = PrintedDocuments.wording(edition(file));
    assertEquals(404, attach(ALL + "/" + old + "/wording", document));
    assertEquals(404, api.delete(ALL + "/" + old + "/wording").status());
  }

  @Test
  void anInspectionIsCarriedToTheCorrectedFileOfItsOwnEdition() {
    assertEquals(
        "same-edition",
        api.post(QUAY + "/carry", TO_ITSELF).json().at("/errors/0/code").textValue());
    api.put(HARBOUR, corrected);
    JsonNode told = api.post(QUAY + "/carry", TO_ITSELF).json();
    assertEquals("harbour-2026", told.at("/from/framework").textValue());
    assertEquals(
        madeWith().get("digest").textValue(), told.at("/from/frameworkDigest").textValue());
    assertEquals(
        api.get(HARBOUR).json().get("digest").textValue(), told.get("frameworkDigest").textValue());
    assertEquals(
        "[{\"from\":\"2.1.1\",\"to\":\"2.1.1\",\"kind\":\"kept\",\"answers\":2,\"byWording\":0}]",
        told.get("carried").toString());
    assertEquals(
        "[{\"from\":[\"2.1.2\"],\"to\":[],\"kind\":\"dropped\",\"answers\":1}]",
        told.get("changed").toString());
  }

  @Test
  void whatIsCalledOtherwiseAndPrintedTheSameIsCarriedByWording() {
    attach(WORDING, PrintedDocuments.wording(edition(file)));
    api.put(HARBOUR, corrected);
    JsonNode told = api.post(QUAY + "/carry", TO_ITSELF).json();
    assertEquals(
        "{\"from\":\"2.1.2\",\"to\":\"2.1.2\",\"kind\":\"renamed\",\"answers\":1,\"byWording\":1}",
        told.at("/carried/1").toString());
    assertEquals("[]", told.get("changed").toString());
    String draft = told.get("inspection").textValue();
    assertEquals(
        "yes",
        api.get("/api/v1/inspections/" + draft + "/cases/H01")
            .json()
            .at("/answers/2.1.2/answer")
            .textValue());
  }

  @Test
  void anInspectionOfARemovedEditionIsCarriedToAnother() {
    api.put(HARBOUR.replace("2026", "2027"), corrected.replace("harbour-2026", "harbour-2027"));
    api.delete(HARBOUR);
    RunningApi.Answer made = api.post(QUAY + "/carry", "{\"framework\":\"harbour-2027\"}");
    assertEquals(201, made.status());
    assertEquals(1, made.json().get("carried").size());
  }

  @Test
  void alertsThatStayAndCasesSetBackAreTold() {
    api.post(
        QUAY + "/alerts",
        "{\"case\":\"H01\",\"risk\":\"No"
            + " address\",\"organisation\":\"Police\",\"toldRole\":\"Duty\",\"at\":\"2026-11-22\"}");
    int open = api.get(QUAY + "/alerts").json().path("items").size();
    api.put(QUAY + "/cases/H01", "{\"type\":\"custody\",\"step\":\"submitted\"}");
    api.put(HARBOUR, corrected);
    JsonNode told = api.post(QUAY + "/carry", TO_ITSELF).json();
    assertEquals(1, open);
    assertEquals(1, told.get("alerts").intValue());
    assertEquals(1, told.get("reopened").intValue());
    String file = "/api/v1/inspections/" + told.get("inspection").textValue() + "/cases/H01";
    assertEquals("interviewed", api.get(file).json().get("step").textValue());
    assertEquals(
        200, api.put(file + "/answers/2.1.2", "{\"answer\":\"no\"}").status(), "no reason asked");
  }
}
