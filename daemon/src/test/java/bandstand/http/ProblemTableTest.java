package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route with every error that can happen to it: each is a problem of its own status. The
 * routes are the table's, the bodies those of the description.
 */
class ProblemTableTest {
  private static final String JSON = RunningApi.JSON;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  /** Parameters that take any text, the empty one too. */
  private static final Set<String> TEXTS = Set.of("type", "assignee", "by", "case", "at");

  private static RunningApi api;
  private static Description description;
  private static Map<Role, String> tokens;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    description = new Description(api.get("/openapi.json").json());
    tokens =
        Map.of(
            Role.LEAD, api.token(),
            Role.INSPECTOR, api.token("inspector", Role.INSPECTOR),
            Role.VIEWER, api.token("viewer", Role.VIEWER));
    api.post("/api/v1/inspections", "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
    api.put(
        "/api/v1/inspections/i/cases/C01", "{\"type\":\"court\",\"answers\":{\"2.1.1\":\"no\"}}");
    api.post(
        "/api/v1/inspections/i/alerts",
        """
        {"risk":"r","organisation":"o","toldRole":"t","at":"2019-11-04T10:30:00Z"}\
        """);
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  private static Asked asked(Route route) {
    return asked(route, route.method());
  }

  private static Asked asked(Route route, String method) {
    return Asked.of(route, method, api.token());
  }

  private static JsonNode content(Route route) {
    return description.operation(route).content();
  }

  private static Asked whole(Route route) {
    return asked(route).whole(description.operation(route));
  }

  private void expect(String kind, Asked asked, int status) throws IOException {
    expect(kind, asked, status, "");
  }

  private void expect(String kind, Asked asked, int status, String header) throws IOException {
    Spoken.Heard heard = Spoken.said(api.server.port(), asked.bytes());
    String where = kind + ": " + asked.method() + " " + asked.path();
    counts.merge(kind, 1, Integer::sum);
    if (!heard.statuses().equals(List.of(status))) {
      faults.add(where + ": " + heard.statuses() + " for " + status + " " + heard.rest());
    } else if (asked.method().equals("HEAD")) {
      if (!heard.rest().isEmpty()) {
        faults.add(where + ": a body");
      }
    } else if (!heard.noProblem().isEmpty()) {
      faults.add(where + ": " + heard.noProblem());
    }
    if (!heard.head().contains(header)) {
      faults.add(where + ": no " + header);
    }
  }

  /** The whole table, in one test, so that its count is one number. */
  @Test
  void everyRouteAnswersEveryErrorByAProblem() throws IOException {
    long revision = revision();
    for (Route route : api.routes) {
      whoAsks(route);
      howItIsAsked(route);
      whatForIsAsked(route);
      if (content(route).has(JSON)) {
        json(route);
      }
      if (!content(route).isEmpty()) {
        body(route);
      }
      preconditions(route);
    }
    methods();
    System.out.printf(
        "problem table: %d routes, %s, in all %d%n",
        api.routes.size(), counts, counts.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(List.of(), faults);
    assertEquals(revision, revision(), "nothing was written");
  }

  private static long revision() {
    return api.get("/api/v1/inspections/i").json().path("revision").asLong();
  }

  private void whoAsks(Route route) throws IOException {
    Asked asked = asked(route);
    for (String host : List.of("evil.example", "127.evil.example", "127.0.0.1.evil.example")) {
      expect("foreign host", asked.with("Host: " + host), 403);
    }
    expect("a web page", asked.with("Origin: http://localhost"), 403);
    if (route.role().isEmpty()) {
      return;
    }
    expect("no token", asked.only(""), 401, "WWW-Authenticate: Bearer");
    expect("a bad token", asked.only(Asked.auth("bad")), 401);
    for (Role role : Role.values()) {
      if (!role.isAtLeast(route.role().get())) {
        expect("a lesser role", asked.only(Asked.auth(tokens.get(role))), 403);
      }
    }
  }

  private void howItIsAsked(Route route) throws IOException {
    Asked asked = whole(route);
    expect("an unknown parameter", asked.at(asked.path() + "?nothing=1"), 422);
    for (String query : route.queries()) {
      expect("a parameter twice", asked.at(asked.path() + "?%1$s=1&%1$s=1".formatted(query)), 422);
    }
    for (String query : List.of("limit=0", "limit=1001", "limit=x", "after=%00!")) {
      if (route.queries().contains(query.replaceFirst("=.*", ""))) {
        expect("a bad page", asked.at(asked.path() + "?" + query), 422);
      }
    }
    for (String flag : List.of("dryRun", "open", "due", "overwrite", "mode", "step", "code")) {
      if (route.queries().contains(flag)) {
        expect("a bad value", asked.at(asked.path() + "?" + flag + "=perhaps"), 422);
      }
    }
    expect("a parameter without a name", asked.at(asked.path() + "?&&"), 422);
    for (String query : route.queries()) {
      if (!TEXTS.contains(query)) {
        expect("a parameter without a value", asked.at(asked.path() + "?" + query), 422);
      }
    }
    expect("a bad escape", asked.at(asked.path() + "?%zz"), 400);
    expect("too many headers", asked.with("X: 1\r\n".repeat(Limits.HEADERS) + "X: 1"), 431);
    expect("too large headers", asked.with("X: " + "x".repeat(Limits.HEADER_BYTES)), 431);
    expect("a line too long", asked.at(asked.path() + "?" + "x".repeat(4096)), 400);
  }

  private void whatForIsAsked(Route route) throws IOException {
    for (String name : Asked.NAMES.keySet()) {
      if (!route.path().contains("{" + name + "}")) {
        continue;
      }
      Map<String, String> names = new TreeMap<>(Asked.NAMES);
      names.put(name, Asked.MALFORMED.get(name));
      if (route.path().startsWith("/api/v1/frameworks") && route.method().equals("PUT")) {
        names.put("other", "yos-2018");
      }
      Asked asked = whole(route);
      boolean madeThere =
          name.equals("ref")
              && Set.of("PUT", "PATCH").contains(route.method())
              && !route.path().contains("answers");
      boolean named =
          route.path().equals("/api/v1/frameworks/{fw}") && route.method().equals("PUT");
      if (!named) {
        expect("a malformed name", asked.at(Asked.filled(route, names)), 404);
      }
      names.put(name, Asked.ABSENT.get(name));
      boolean made = name.equals("name") && route.method().equals("PUT");
      if (!madeThere && !made && !named) {
        expect("nothing of that name", asked.at(Asked.filled(route, names)), 404);
      }
    }
  }

  private void json(Route route) throws IOException {
    Asked asked = asked(route);
    expect("no JSON", asked.saying(JSON, "{"), 400);
    expect("a member twice", asked.saying(JSON, "{\"a\":1,\"a\":1}"), 400);
    expect("two values", asked.saying(JSON, "{} {}"), 400);
    expect("no UTF-8", asked.saying(JSON, "{\"a\":\"\\ud800"), 400);
    expect("nesting of 33", asked.saying(JSON, "[".repeat(33) + "]".repeat(33)), 400);
    expect("a number for it", asked.saying(JSON, "7"), 422);
    expect("a string for it", asked.saying(JSON, "\"x\""), 422);
    JsonNode example = content(route).get(JSON).get("example");
    if (example.isObject()) {
      ObjectNode more = example.deepCopy();
      more.put("colour", "red");
      expect("an unknown member", asked.saying(JSON, more.toString()), 422);
      for (Map.Entry<String, JsonNode> each : example.properties()) {
        String member = each.getKey();
        ObjectNode other = example.deepCopy();
        other.set(member, new ObjectMapper().createArrayNode().add(true));
        expect("a wrong type", asked.saying(JSON, other.toString()), 422);
        if (each.getValue().isTextual()) {
          other.put(member, "x".repeat(100_000));
          expect("a text too long", asked.saying(JSON, other.toString()), 422);
          other.put(member, "a\u0007b");
          expect("a control character", asked.saying(JSON, other.toString()), 422);
        }
      }
    }
    boolean imports = route.path().endsWith("/cases");
    if (!imports) {
      expect("a body too large", asked.saying(JSON, " ".repeat(Limits.BODY_BYTES + 1)), 413);
    }
  }

  private void body(Route route) throws IOException {
    Asked asked = asked(route);
    expect("another media type", asked.saying("text/x-none", "x"), 415);
    Asked whole = whole(route);
    expect("compressed", whole.with("Content-Encoding: gzip"), 415);
    expect(
        "a length past all limits",
        asked.with("Content-Type: application/json\r\nContent-Length: 999999999999"),
        413);
    expect("a length that is none", asked.with("Content-Length: x"), 400);
    expect(
        "chunks of no size",
        asked
            .with("Content-Type: " + content(route).fieldNames().next())
            .with("Transfer-Encoding: chunked\r\n\r\nzz"),
        400);
  }

  private void preconditions(Route route) throws IOException {
    String parameters = description.operation(route).node().path("parameters").toString();
    boolean needed = description.operation(route).node().path("responses").has("428");
    Asked asked = needed ? asked(route) : whole(route);
    if (parameters.contains("IfMatch")) {
      expect("a bad If-Match", asked.with("If-Match: nonsense"), 422);
      expect("a bad If-Match", asked.with("If-Match: *").with("If-Match: x"), 422);
      expect("a weak If-Match", asked.with("If-Match: W/\"1\""), 412);
      expect("a stale If-Match", asked.with("If-Match: \"999999\""), 412);
    }
    if (parameters.contains("IdempotencyKey")) {
      expect("a bad key", asked.with("Idempotency-Key: " + "k".repeat(1000)), 422);
    }
    if (needed) {
      expect("no If-Match", asked, 428);
    }
  }

  private void methods() throws IOException {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (Route route : api.routes) {
      allowed.computeIfAbsent(route.path(), path -> new TreeSet<>()).addAll(route.methods());
    }
    for (Route route : api.routes) {
      Set<String> others = new TreeSet<>(METHODS);
      others.removeAll(allowed.getOrDefault(route.path(), METHODS));
      for (String method : others) {
        expect(
            "another method",
            asked(route, method),
            405,
            "Allow: " + String.join(", ", allowed.getOrDefault(route.path(), Set.of())));
      }
      allowed.put(route.path(), METHODS);
    }
    for (String method : METHODS) {
      expect("no such path", asked(api.routes.getFirst(), method).at("/api/v1/none"), 404);
    }
    assertTrue(counts.containsKey("another method"));
  }
}
