package bandstand.http;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The description of the API, and what stands in it.
 *
 * @param document {@code openapi.json}
 */
record Description(JsonNode document) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What an operation's own example needs in its path, where the usual one does not fit. */
  private static final Map<String, Map<String, String>> PATHS =
      Map.ofEntries(
          entry("putFramework", Map.of("fw", "harbour-2026")),
          entry("deleteFramework", Map.of("fw", "harbour-2026")),
          entry("answerService", Map.of("code", "1.1.1")),
          entry("clearServiceAnswer", Map.of("code", "1.1.1")),
          entry("useDiscretion", Map.of("standard", "2.1")),
          entry("clearDiscretion", Map.of("standard", "2.1")),
          entry("revokeToken", Map.of("name", "kim")),
          entry("eraseCase", Map.of("ref", "C02")),
          entry("changeRole", Map.of("name", "kim")),
          entry("rotateToken", Map.of("name", "kim")));

  record Operation(String method, String path, JsonNode node) {
    String id() {
      return node.get("operationId").asText();
    }

    /** By media type; empty: it takes no body. */
    JsonNode content() {
      return node.path("requestBody").path("content");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .forEach(
                        entry ->
                            operations.add(
                                new Operation(
                                    entry.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    entry.getValue()))));
    return operations;
  }

  Operation operation(Route route) {
    return new Operation(
        route.method(),
        route.path(),
        document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT)));
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** Its parameters of the query, whole. */
  List<JsonNode> queries(Operation operation) {
    List<JsonNode> queries = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      JsonNode whole = resolved(parameter);
      if (whole.get("in").asText().equals("query")) {
        queries.add(whole);
      }
    }
    return queries;
  }

  /** Its path in inspection {@code id}, with the query that it needs. */
  String path(Operation operation, String id) {
    Map<String, String> own = PATHS.getOrDefault(operation.id(), Map.of());
    Matcher parameters = PARAMETER.matcher(operation.path());
    StringBuilder path = new StringBuilder();
    while (parameters.find()) {
      String name = parameters.group(1);
      JsonNode usual = document.at("/components/parameters/" + name + "/example");
      parameters.appendReplacement(
          path, name.equals("id") ? id : own.getOrDefault(name, usual.asText()));
    }
    parameters.appendTail(path);
    String needed = needed(operation);
    return needed.isEmpty() ? path.toString() : path + "?" + needed;
  }

  /** The query parameters that have an example, since nothing comes of it without. */
  private String needed(Operation operation) {
    return queries(operation).stream()
        .filter(query -> query.has("example"))
        .map(query -> query.get("name").asText() + "=" + query.get("example").asText())
        .collect(Collectors.joining("&"));
  }

  List<JsonNode> examples(JsonNode media) {
    List<JsonNode> examples = new ArrayList<>();
    if (media.has("example")) {
      examples.add(media.get("example"));
    }
    media.path("examples").forEach(each -> examples.add(resolved(each).get("value")));
    return examples;
  }

  /** What a value has against a schema of the description. */
  List<String> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    JsonSchema checked =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("urn:bandstand:openapi"), whole);
    return checked.validate(value).stream().map(Object::toString).toList();
  }
}
