package bandstand.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests made of the description of the API, and then spoilt. */
final class Grammar {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  /** Of each name some that fit and some that do not; never the token that the loop itself uses. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "id", List.of("i", "j", "ashby-2", "none", "NO", "%00", "a%2Fb", ".."),
          "ref", List.of("C01", "C02", "C11", "C99", "-", "%F0%9F%92%A9", "erased-1"),
          "code", List.of("2.1.1", "1.1.1", "2.4.1.5", "9.9", "overall", "0.0.0", "2..1"),
          "standard", List.of("1.1", "2.1", "overall", "1", "9.9", "x"),
          "name", List.of("panel-1", "kim", "none", "NO", "%E2%82%AC"),
          "n", List.of("1", "2", "0", "999999", "9999999999999999999", "-1"),
          "fw", List.of("yos-2018", "yos-2021", "harbour-2026", "none", "fji-2014", "%zz"),
          "other", List.of("yos-2021", "yjs-2023-draft", "none"));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "123456789012345678901234567890",
          "0.1",
          "\"\"",
          "[]",
          "{}",
          "[null]",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"é🎻\"",
          "{\"a\":{\"b\":[1]}}",
          "NaN",
          "\"2.1.1\"",
          "\"yes\"",
          "1e-9",
          "[[[[[[[[1]]]]]]]]");

  private static final List<String> HEADERS =
      List.of(
          "If-Match: \"1\"",
          "If-Match: *",
          "If-Match: nonsense",
          "If-Match: W/\"1\",\"2\"",
          "If-Match: ",
          "Idempotency-Key: k",
          "Idempotency-Key: \u0001",
          "Idempotency-Key: ",
          "Last-Event-ID: 1",
          "Last-Event-ID: 99999999999999999999",
          "Last-Event-ID: x",
          "Origin: http://localhost",
          "Host: evil.example",
          "Content-Encoding: gzip",
          "Content-Length: 0",
          "Content-Length: 7",
          "Content-Length: -1",
          "Content-Length: 99999999999",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip",
          "Expect: 100-continue",
          "Expect: x",
          "Connection: close",
          "Connection: upgrade",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Accept: text/html",
          "Range: bytes=0-1",
          "Content-Type: ",
          "Content-Type: application/json;charset=utf-16",
          "X: \u007f",
          "Authorization: Basic x",
          "TE: trailers",
          "Trailer: X",
          " folded",
          "no colon",
          "a b: c");

  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get");

  private final List<Operation> operations = new ArrayList<>();
  private final String authorization;

  private record Operation(
      String method, String path, List<String> queries, List<Content> bodies) {}

  private record Content(String mediaType, String text) {}

  /** A request, ready to be sent. */
  record Request(byte[] bytes, boolean streams, boolean headAlone) {}

  Grammar(JsonNode document, String token) {
    authorization = "Authorization: Bearer " + token;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(each -> !each.getKey().equals("parameters"))
                    .forEach(each -> add(document, path.getKey(), each.getKey(), each.getValue())));
  }

  private void add(JsonNode document, String path, String method, JsonNode operation) {
    List<String> queries = new ArrayList<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode whole =
          each.has("$ref") ? document.at(each.get("$ref").asText().substring(1)) : each;
      if (whole.path("in").asText().equals("query")) {
        queries.add(whole.get("name").asText());
      }
    }
    List<Content> bodies = new ArrayList<>();
    operation
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            each -> {
              JsonNode example = each.getValue().get("example");
              String text = example.isTextual() ? example.asText() : example.toString();
              bodies.add(new Content(each.getKey(), text));
            });
    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, queries, bodies));
  }

  private static <T> T any(SplittableRandom random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The request that this chance makes. */
  Request request(SplittableRandom random) {
    if (random.nextInt(20) == 0) {
      return new Request(noise(random), false, false);
    }
    Operation operation = any(random, operations);
    boolean streams = operation.path().endsWith("/events") || operation.path().endsWith("/backup");
    String method = random.nextInt(12) == 0 ? any(random, METHODS) : operation.method();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target(operation, random)).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\n");
    head.append(random.nextInt(25) == 0 ? "Authorization: Bearer x" : authorization).append("\r\n");
    byte[] body = new byte[0];
    if (!operation.bodies().isEmpty()) {
      Content content = any(random, operation.bodies());
      body = spoilt(content, random);
      String type =
          random.nextInt(15) == 0
              ? any(random, operation.bodies()).mediaType()
              : content.mediaType();
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    for (int more = random.nextInt(8) - 5; more > 0; more--) {
      head.append(any(random, HEADERS)).append("\r\n");
    }
    boolean chunked = random.nextInt(10) == 0;
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
      body = chunks(body, random);
    } else if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] whole = joined((head + "\r\n").getBytes(ISO_8859_1), body);
    byte[] bytes = random.nextInt(12) == 0 ? flipped(whole, random) : whole;
    return new Request(bytes, streams, method.equals("HEAD"));
  }

  private static String target(Operation operation, SplittableRandom random) {
    Matcher parameters = PARAMETER.matcher(operation.path());
    StringBuilder path = new StringBuilder();
    while (parameters.find()) {
      List<String> names = NAMES.getOrDefault(parameters.group(1), List.of("x"));
      String name = random.nextInt(3) > 0 ? names.getFirst() : any(random, names);
      parameters.appendReplacement(path, Matcher.quoteReplacement(name));
    }
    parameters.appendTail(path);
    List<String> pairs = new ArrayList<>();
    for (String query : operation.queries()) {
      if (random.nextInt(4) == 0) {
        pairs.add(
            query + "=" + any(random, List.of("true", "1", "x", "", "C01", "%zz", "partial")));
      }
    }
    if (random.nextInt(15) == 0) {
      pairs.add(
          any(random, List.of("dryrun=true", "=", "&&", "a=%00", "limit=1&limit=2", "%", "#")));
    }
    return pairs.isEmpty() ? path.toString() : path + "?" + String.join("&", pairs);
  }

  private static byte[] spoilt(Content content, SplittableRandom random) {
    String text = content.text();
    return switch (random.nextInt(10)) {
      case 0, 1 -> text.getBytes(UTF_8);
      case 2, 3, 4 -> value(text, random).getBytes(UTF_8);
      case 5 -> value(value(text, random), random).getBytes(UTF_8);
      case 6 -> flipped(text.getBytes(UTF_8), random);
      case 7 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(UTF_8);
      case 8 ->
          (text + any(random, List.of(" {}", "\n" + text, "\0", "\uFEFF", ","))).getBytes(UTF_8);
      default -> deep(text, random).getBytes(UTF_8);
    };
  }

  /** With another value, or another name, in the place of one. */
  private static String value(String text, SplittableRandom random) {
    Matcher values =
        Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+|true|false|null").matcher(text);
    List<int[]> places = new ArrayList<>();
    while (values.find()) {
      places.add(new int[] {values.start(), values.end()});
    }
    if (places.isEmpty()) {
      return text + any(random, VALUES);
    }
    int[] place = any(random, places);
    return text.substring(0, place[0]) + any(random, VALUES) + text.substring(place[1]);
  }

  private static String deep(String text, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> "[".repeat(random.nextInt(1, 5000));
      case 1 -> "{\"a\":".repeat(random.nextInt(1, 60)) + text;
      default -> text.replaceFirst("\"[a-z ]+\"", "\"" + "x".repeat(random.nextInt(20_000)) + "\"");
    };
  }

  private static byte[] chunks(byte[] body, SplittableRandom random) {
    String size =
        random.nextInt(3) == 0
            ? any(random, List.of("-1", "zz", "fffffff", "", "7;x=y", "0"))
            : Integer.toHexString(body.length);
    String end = random.nextInt(4) == 0 ? "" : "\r\n0\r\n\r\n";
    return joined(joined((size + "\r\n").getBytes(UTF_8), body), end.getBytes(UTF_8));
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(1, 3000)];
    random.nextBytes(bytes);
    return random.nextBoolean() ? joined("GET /".getBytes(UTF_8), bytes) : bytes;
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random) {
    byte[] other = bytes.clone();
    for (int flips = random.nextInt(1, 4); flips > 0 && other.length > 0; flips--) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
