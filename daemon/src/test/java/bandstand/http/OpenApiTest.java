package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.http.Description.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API and the API itself, held to each other. */
class OpenApiTest {
  /** What has to be so before an operation can succeed. */
  private static final Map<String, Consumer<String>> BEFORE =
      Map.of(
          "restoreInspection", one -> deleted(one),
          "redo", one -> done(api().post(one + "/undo", "{}")),
          "reopen", one -> done(api().post(one + "/sign-off", "{}")),
          "marked", one -> done(api().put(one + "/marks/panel-1", "{}")),
          "deleteFramework", one -> done(api().put("/api/v1/frameworks/harbour-2026", edition())),
          "revokeToken", one -> kim(),
          "changeRole", one -> kim(),
          "rotateToken", one -> kim());

  private static void kim() {
    api().delete("/api/v1/tokens/kim");
    done(api().post("/api/v1/tokens", "{\"name\":\"kim\",\"role\":\"viewer\"}"));
  }

  /** Their examples are no whole document, which is refused. */
  private static final Set<String> NEED_A_DOCUMENT = Set.of("putWording", "putCharacteristics");

  private static RunningApi api;
  private static Description description;

  private static RunningApi api() {
    return api;
  }

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    description = new Description(api.get("/openapi.json").json());
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  static List<Operation> operations() {
    return description.operations();
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(TreeSet::new, Set::add, Set::addAll);
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    assertEquals(
        names(api.routes.stream().map(route -> route.method() + " " + route.path())),
        names(operations().stream().map(Operation::toString)));
  }

  @Test
  void theQueryParametersAreThoseOfTheRoutes() {
    Map<String, Set<String>> described = new TreeMap<>();
    operations()
        .forEach(
            operation ->
                described.put(
                    operation.toString(),
                    names(
                        description.queries(operation).stream()
                            .map(query -> query.get("name").asText()))));
    Map<String, Set<String>> served = new TreeMap<>();
    api.routes.forEach(
        route -> served.put(route.method() + " " + route.path(), new TreeSet<>(route.queries())));
    assertEquals(served, described);
  }

  @Test
  void theRolesAreThoseOfTheRoutes() {
    Map<String, String> described = new TreeMap<>();
    operations()
        .forEach(
            operation ->
                described.put(
                    operation.toString(), operation.node().path("x-role").asText("none")));
    Map<String, String> served = new TreeMap<>();
    api.routes.forEach(
        route ->
            served.put(
                route.method() + " " + route.path(),
                route.role().map(role -> role.word()).orElse("none")));
    assertEquals(served, described);
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() {
    List<String> ids = operations().stream().map(Operation::id).toList();
    assertEquals(Set.copyOf(ids).size(), ids.size());
  }

  @Test
  void theProblemTypesAreThoseOfTheContract() {
    Set<String> types = new TreeSet<>();
    description
        .document()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(type -> types.add(type.asText()));
    assertEquals(16, types.size());
    assertTrue(types.contains("urn:bandstand:problem:precondition-failed"));
  }

  /** Its examples sent to the daemon, one after another, in an inspection of their own. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void theExamplesAreAcceptedAndTheAnswersAreAsDescribed(Operation operation) {
    JsonNode content = operation.content();
    if (content.isEmpty()) {
      check(operation, "", "");
      return;
    }
    content
        .properties()
        .forEach(
            each -> {
              JsonNode example = each.getValue().get("example");
              String body = example.isTextual() ? example.asText() : example.toString();
              check(operation, each.getKey(), body);
            });
  }

  private static int worlds;

  private void check(Operation operation, String mediaType, String body) {
    String id = "w" + worlds++;
    String one = "/api/v1/inspections/" + id;
    world(id, one);
    BEFORE.getOrDefault(operation.id(), nothing -> {}).accept(one);
    String path = description.path(operation, id);
    String sent =
        operation.id().equals("createInspection") ? body.replace("ashby-2", id + "x") : body;
    if (operation.id().equals("eraseInspection")) {
      deleted(one);
    }
    if (path.endsWith("/events") || path.endsWith("/backup")) {
      begun(operation, path);
      return;
    }
    RunningApi.Answer answer = send(operation, path, mediaType, sent);
    if (NEED_A_DOCUMENT.contains(operation.id())) {
      assertEquals(422, answer.status());
      return;
    }
    JsonNode described = operation.node().get("responses").path("" + answer.status());
    assertTrue(
        answer.status() < 300 && !described.isMissingNode(),
        answer.status() + " " + answer.response().body());
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    if (answer.status() != 204) {
      JsonNode schema = described.path("content").path(type).path("schema");
      assertTrue(!schema.isMissingNode(), type);
      if (type.equals("application/json")) {
        assertEquals(
            List.of(), description.faults(schema, answer.json()), answer.json().toString());
      }
    }
    described
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> assertTrue(!answer.header(name).isEmpty(), name));
  }

  /** What has no end, or is no text: that it begins as described. */
  private static void begun(Operation operation, String path) {
    var answer = api.begun(operation.method(), path);
    assertEquals(200, answer.statusCode());
    assertEquals(
        names(answer.headers().allValues("Content-Type").stream()),
        names(
            operation.node().at("/responses/200/content").properties().stream()
                .map(Map.Entry::getKey)));
  }

  private static RunningApi.Answer send(
      Operation operation, String path, String mediaType, String body) {
    return operation.id().equals("deleteInspection")
        ? api.send(operation.method(), path, mediaType, body, "If-Match", "*")
        : api.send(operation.method(), path, mediaType, body);
  }

  /** An inspection with something of everything, whose retention is over. */
  private static void world(String id, String one) {
    done(
        api.post(
            "/api/v1/inspections",
            """
            {"id":"%s","service":"Ashby","framework":"yos-2018","retainUntil":"2020-01-31"}\
            """
                .formatted(id)));
    for (String reference : List.of("C01", "C02")) {
      done(
          api.put(
              one + "/cases/" + reference, "{\"type\":\"court\",\"answers\":{\"2.1.1\":\"yes\"}}"));
    }
    done(
        api.post(
            one + "/alerts",
            """
            {"risk":"r","organisation":"o","toldRole":"t","at":"2019-11-04T10:30:00Z",
             "status":"resolved","outcome":"done"}\
            """));
    done(api.put(one + "/answers/1.1.1", "{\"answer\":\"yes\"}"));
  }

  private static String edition() {
    return description
        .document()
        .at("/paths/~1api~1v1~1frameworks~1{fw}/put/requestBody/content/application~1json/example")
        .toString();
  }

  private static void deleted(String one) {
    done(api.send("DELETE", one, RunningApi.JSON, "", "If-Match", "*"));
  }

  private static void done(RunningApi.Answer answer) {
    assertTrue(answer.status() < 300, answer.response().body());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void theExamplesAreAsTheirSchemas(Operation operation) {
    List<JsonNode> contents = new ArrayList<>();
    contents.add(operation.content());
    operation
        .node()
        .get("responses")
        .forEach(answer -> contents.add(description.resolved(answer).path("content")));
    for (JsonNode content : contents) {
      content
          .properties()
          .forEach(
              each -> {
                JsonNode media = each.getValue();
                description
                    .examples(media)
                    .forEach(
                        example ->
                            assertEquals(
                                List.of(),
                                description.faults(media.get("schema"), example),
                                each.getKey()));
              });
    }
  }
}
