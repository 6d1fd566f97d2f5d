package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.http.Description.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that would succeed, but for what a test changes in it.
 *
 * @param headers each with its line end
 */
record Asked(Route route, String method, String path, String headers, String body) {
  /** What stands in a path, by the name of its parameter. */
  static final Map<String, String> NAMES =
      Map.of(
          "id", "i",
          "ref", "C01",
          "code", "2.1.1",
          "standard", "2.1",
          "name", "panel-1",
          "n", "1",
          "fw", "yos-2018",
          "other", "yos-2021");

  /** No such thing can be; of names there is no rule but that of marks. */
  static final Map<String, String> MALFORMED =
      Map.of(
          "id", "NO_ID",
          "ref", "-%20-",
          "code", "two",
          "standard", "two",
          "name", "NO!",
          "n", "0",
          "fw", "%C3%A9",
          "other", "%C3%A9");

  /** There could be such a thing, and there is none. */
  static final Map<String, String> ABSENT =
      Map.of(
          "id", "none",
          "ref", "C99",
          "code", "9.9.9",
          "standard", "9.9",
          "name", "none",
          "n", "999",
          "fw", "none",
          "other", "none");

  /** With nothing but what every request has. */
  static Asked of(Route route, String method, String token) {
    return new Asked(route, method, filled(route, NAMES), auth(token), "");
  }

  static String auth(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  /** The path of a route in inspection i, of a judged standard where it must be one. */
  static String filled(Route route, Map<String, String> names) {
    boolean ofService = route.path().endsWith("{id}/answers/{code}");
    String path =
        route
            .path()
            .replace("judgements/{standard}", "judgements/" + judged(names.get("standard")))
            .replace("{code}", ofService ? judged(names.get("code")) : "{code}");
    for (Map.Entry<String, String> name : names.entrySet()) {
      path = path.replace("{" + name.getKey() + "}", name.getValue());
    }
    return path;
  }

  /** The same in a judged standard. */
  private static String judged(String code) {
    return code.replaceFirst("^2\\.1", "1.1");
  }

  Asked at(String otherPath) {
    return new Asked(route, method, otherPath, headers, body);
  }

  Asked with(String header) {
    return new Asked(route, method, path, headers + header + "\r\n", body);
  }

  Asked only(String otherHeaders) {
    return new Asked(route, method, path, otherHeaders, body);
  }

  Asked saying(String mediaType, String otherBody) {
    return new Asked(
        route, method, path, headers + "Content-Type: " + mediaType + "\r\n", otherBody);
  }

  /** The same with the example of its body, and with the precondition that it needs. */
  Asked whole(Operation described) {
    JsonNode content = described.content();
    Asked asked = described.node().path("responses").has("428") ? with("If-Match: *") : this;
    if (content.isEmpty()) {
      return asked;
    }
    String type = content.has(RunningApi.JSON) ? RunningApi.JSON : content.fieldNames().next();
    JsonNode example = content.get(type).get("example");
    return asked.saying(type, example.isTextual() ? example.asText() : example.toString());
  }

  byte[] bytes() {
    boolean host = headers.startsWith("Host:") || headers.contains("\r\nHost:");
    int length = body.getBytes(UTF_8).length;
    return (method + " " + path + " HTTP/1.1\r\n")
        .concat(host ? "" : "Host: localhost\r\n")
        .concat(headers)
        .concat(body.isEmpty() ? "" : "Content-Length: " + length + "\r\n")
        .concat("Connection: close\r\n\r\n" + body)
        .getBytes(UTF_8);
  }
}
