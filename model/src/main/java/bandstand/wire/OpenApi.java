package bandstand.wire;

import bandstand.framework.Problem;
import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The description of the API that {@code GET /openapi.json} serves, as OpenAPI 3.1.
 *
 * <p>What is particular to an operation stands in a file for each part of the API; what is the same
 * for all of a kind is added here: parameters in the path, who may, and every problem it can be
 * answered by.
 */
public final class OpenApi {
  private static final String FOLDER = "/bandstand/openapi/";
  private static final List<String> PARTS =
      List.of("daemon", "people", "frameworks", "inspections", "cases", "decisions", "ratings");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  /**
   * An operation that is served.
   *
   * @param path with the names of its parameters in braces
   * @param role the least that may; empty: no token is needed
   */
  public record Operation(String method, String path, Optional<Role> role) {
    boolean writes() {
      return !method.equals("GET");
    }
  }

  private final ObjectNode document = (ObjectNode) read("common");

  private OpenApi(String version) {
    document.withObject("/info").put("version", version);
  }

  /**
   * The description, of everything that stands in it.
   *
   * @param operations that are served; of what is served and not described nothing is said
   */
  public static byte[] document(List<Operation> operations, String version) {
    OpenApi api = new OpenApi(version);
    api.problems();
    PARTS.forEach(api::part);
    operations.forEach(api::complete);
    return Json.bytes(api.document);
  }

  private static JsonNode read(String part) {
    String name = FOLDER + part + ".json";
    try (InputStream stream = OpenApi.class.getResourceAsStream(name)) {
      return Json.parseOwn(Objects.requireNonNull(stream, name).readAllBytes());
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
  }

  private ObjectNode components(String kind) {
    return document.withObject("/components").withObject("/" + kind);
  }

  private void part(String name) {
    JsonNode part = read(name);
    part.get("tags").forEach(document.withArray("/tags")::add);
    ObjectNode paths = document.withObject("/paths");
    for (Map.Entry<String, JsonNode> path : part.get("paths").properties()) {
      ObjectNode item = paths.putObject(path.getKey());
      var parameters = PARAMETER.matcher(path.getKey());
      while (parameters.find()) {
        item.withArray("/parameters")
            .addObject()
            .put("$ref", "#/components/parameters/" + parameters.group(1));
      }
      item.setAll((ObjectNode) path.getValue());
    }
    components("schemas").setAll((ObjectNode) part.get("schemas"));
    components("examples").setAll((ObjectNode) part.path("examples"));
  }

  /** One schema, and an answer with an example of it for each kind there is. */
  private void problems() {
    ObjectNode details = (ObjectNode) document.remove("problems");
    ObjectNode schema = components("schemas").putObject("Problem").put("type", "object");
    List.of("type", "title", "status", "detail").forEach(schema.putArray("required")::add);
    ObjectNode properties = schema.putObject("properties");
    var types = properties.putObject("type").putArray("enum");
    for (String text : List.of("title", "detail")) {
      properties.putObject(text).put("type", "string");
    }
    properties.putObject("status").put("type", "integer");
    list(properties, "errors").put("$ref", "#/components/schemas/Fault");
    properties
        .putObject("errorCount")
        .put("type", "integer")
        .put("description", "How many there are; at most " + Problem.MOST_FAULTS + " are listed");
    list(properties, "conflicts").put("type", "integer");
    for (Problem.Kind kind : Problem.Kind.values()) {
      Problem example = Problem.of(kind, details.get(kind.word()).textValue());
      types.add(ProblemJson.TYPE_PREFIX + kind.word());
      if (kind == Problem.Kind.METHOD_NOT_ALLOWED) {
        // Of a path, and no operation is answered so.
        continue;
      }
      ObjectNode answer =
          components("responses").putObject(component(kind)).put("description", kind.title());
      headers(kind, answer);
      ObjectNode content = answer.putObject("content").putObject(ProblemJson.MEDIA_TYPE);
      content.putObject("schema").put("$ref", "#/components/schemas/Problem");
      content.set("example", ProblemJson.node(example));
    }
  }

  private static ObjectNode list(ObjectNode properties, String name) {
    return properties.putObject(name).put("type", "array").putObject("items");
  }

  private static void headers(Problem.Kind kind, ObjectNode answer) {
    Map<Problem.Kind, Map<String, String>> all =
        Map.of(
            Problem.Kind.UNAUTHORIZED, Map.of("WWW-Authenticate", "Challenge"),
            Problem.Kind.TOO_MANY, Map.of("Retry-After", "RetryAfter"),
            Problem.Kind.UNAVAILABLE, Map.of("Retry-After", "RetryAfter"));
    all.getOrDefault(kind, Map.of())
        .forEach(
            (name, header) ->
                answer
                    .withObject("/headers")
                    .putObject(name)
                    .put("$ref", "#/components/headers/" + header));
  }

  private static String component(Problem.Kind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : List.of(kind.word().split("-"))) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  private void complete(Operation served) {
    JsonNode found =
        document.path("paths").path(served.path()).path(served.method().toLowerCase(Locale.ROOT));
    if (!(found instanceof ObjectNode operation)) {
      return;
    }
    served
        .role()
        .ifPresentOrElse(
            role -> operation.put("x-role", role.word()), () -> operation.putArray("security"));
    ObjectNode answers = (ObjectNode) operation.get("responses");
    for (Problem.Kind kind : kinds(served, operation)) {
      answers
          .putObject(Integer.toString(kind.status()))
          .put("$ref", "#/components/responses/" + component(kind));
    }
  }

  private static Set<Problem.Kind> kinds(Operation served, ObjectNode operation) {
    Set<Problem.Kind> kinds =
        EnumSet.of(
            Problem.Kind.UNREADABLE,
            Problem.Kind.FORBIDDEN,
            Problem.Kind.REFUSED,
            Problem.Kind.HEADERS_TOO_LARGE,
            Problem.Kind.INTERNAL);
    if (served.role().isPresent()) {
      kinds.addAll(Set.of(Problem.Kind.UNAUTHORIZED, Problem.Kind.TOO_MANY));
    }
    if (served.path().contains("{")) {
      kinds.add(Problem.Kind.NOT_FOUND);
    }
    if (served.writes()) {
      kinds.addAll(Set.of(Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE));
    } else if (served.path().startsWith("/health/") || served.path().endsWith("/events")) {
      kinds.add(Problem.Kind.UNAVAILABLE);
    }
    if (operation.has("requestBody")) {
      kinds.addAll(Set.of(Problem.Kind.TOO_LARGE, Problem.Kind.UNSUPPORTED));
    }
    if (operation.path("parameters").toString().contains("IfMatch")) {
      kinds.add(Problem.Kind.PRECONDITION_FAILED);
    }
    if (served.method().equals("DELETE") && served.path().endsWith("/{id}")) {
      kinds.add(Problem.Kind.PRECONDITION_REQUIRED);
    }
    if (served.path().endsWith("/ratings") || served.path().endsWith("/undo")) {
      kinds.add(Problem.Kind.ERASED);
    }
    return kinds;
  }
}
