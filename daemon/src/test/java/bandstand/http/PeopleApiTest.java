package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import bandstand.service.People;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens over the API: listed, rotated, given another role; what is watched with one. */
class PeopleApiTest {
  private static final String TOKENS = "/api/v1/tokens";

  private RunningApi api;
  private String lead;
  private String nia;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    lead = api.token();
    nia = api.token("nia", Role.INSPECTOR);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private JsonNode row(String name) {
    for (JsonNode row : api.as(lead).get(TOKENS).json().path("items")) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void theListSaysWhoMadeATokenAndWhenItWasLastUsed() {
    assertEquals(201, api.post(TOKENS, "{\"name\":\"Amir\",\"role\":\"viewer\"}").status());
    JsonNode amir = row("Amir");
    assertEquals("lead", amir.path("by").asText());
    assertTrue(amir.path("made").asText().endsWith("Z"), amir.toString());
    assertTrue(amir.path("lastUsed").isNull());
    assertFalse(amir.has("token"));
    assertTrue(row("lead").path("lastUsed").asText().matches("\\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void everybodyRotatesTheOwnTokenAndTheOldOneStopsAtOnce() {
    RunningApi.Answer answer = api.as(nia).post(TOKENS + "/nia/rotate", "");
    assertEquals(200, answer.status());
    String next = answer.json().path("token").asText();
    assertEquals(401, api.as(nia).get("/api/v1/me").status());
    assertEquals("nia", api.as(next).get("/api/v1/me").json().path("name").asText());
    assertEquals("inspector", api.get("/api/v1/me").json().path("role").asText());
    assertEquals("nia", row("nia").path("by").asText());
  }

  /** A client that makes the token itself loses nothing with the answer. */
  @Test
  void theNewTokenMayBeTheClientsOwn() {
    String mine = People.newToken();
    RunningApi.Answer answer =
        api.as(nia).post(TOKENS + "/nia/rotate", "{\"token\":\"" + mine + "\"}");
    assertEquals(mine, answer.json().path("token").asText());
    assertEquals(200, api.as(mine).get("/api/v1/me").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "spaces-are-no-part-of-a-token-whatever-its length", "ŷ"})
  void whatIsNoTokenIsNotTakenNorRepeated(String token) {
    RunningApi.Answer answer =
        api.as(nia).post(TOKENS + "/nia/rotate", "{\"token\":\"" + token + "\"}");
    assertEquals(422, answer.status());
    assertEquals("/token", answer.json().path("errors").path(0).path("pointer").asText());
    assertFalse(answer.response().body().contains(token));
    assertEquals(200, api.get("/api/v1/me").status(), "the old one stays");
  }

  @Test
  void aTokenThatSomebodyHasIsNotTaken() {
    assertEquals(
        409, api.as(nia).post(TOKENS + "/nia/rotate", "{\"token\":\"" + lead + "\"}").status());
    assertEquals(
        409, api.as(nia).post(TOKENS + "/nia/rotate", "{\"token\":\"" + nia + "\"}").status());
  }

  @Test
  void onlyALeadRotatesSomebodyElses() {
    RunningApi.Answer refused = api.as(nia).post(TOKENS + "/lead/rotate", "");
    assertEquals(403, refused.status());
    assertEquals("forbidden", refused.problem());
    assertEquals(200, api.as(lead).get("/api/v1/me").status());
    String next = api.post(TOKENS + "/nia/rotate", "").json().path("token").asText();
    assertEquals(401, api.as(nia).get("/api/v1/me").status());
    assertEquals(200, api.as(next).get("/api/v1/me").status());
    assertEquals(404, api.as(lead).post(TOKENS + "/nobody/rotate", "").status());
  }

  @Test
  void aRoleChangesUnderTheSameToken() {
    RunningApi.Answer answer =
        api.as(lead).send("PATCH", TOKENS + "/nia", RunningApi.JSON, "{\"role\":\"lead\"}");
    assertEquals(RunningApi.read("{\"name\":\"nia\",\"role\":\"lead\"}"), answer.json());
    assertEquals(200, api.as(nia).get(TOKENS).status());
    assertEquals(
        200,
        api.send("PATCH", TOKENS + "/lead", RunningApi.JSON, "{\"role\":\"viewer\"}").status());
    for (String role : List.of("inspector", "viewer")) {
      RunningApi.Answer last =
          api.send("PATCH", TOKENS + "/nia", RunningApi.JSON, "{\"role\":\"" + role + "\"}");
      assertEquals(409, last.status(), "the last lead");
    }
    assertEquals(
        422, api.send("PATCH", TOKENS + "/nia", RunningApi.JSON, "{\"role\":\"boss\"}").status());
    assertEquals(
        404,
        api.send("PATCH", TOKENS + "/nobody", RunningApi.JSON, "{\"role\":\"lead\"}").status());
    assertEquals(
        404,
        api.send("PATCH", TOKENS + "/no%20body", RunningApi.JSON, "{\"role\":\"lead\"}").status());
  }

  @Test
  void aStreamEndsWithTheTokenItWasOpenedWith() throws IOException {
    api.as(lead)
        .post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}");
    try (EventStream stream = new EventStream(api.as(nia), "/api/v1/inspections/i/events", "")) {
      assertEquals("snapshot", stream.next().type());
      assertEquals(204, api.as(lead).delete(TOKENS + "/nia").status());
      api.put("/api/v1/inspections/i/cases/C01", "{\"type\":\"court\"}");
      assertThrows(EOFException.class, stream::next, "nothing is told to it any more");
    }
  }
}
