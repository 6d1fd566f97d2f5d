package bandstand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever arrives on the line is answered by a problem or by a clean end: never by 500, by two
 * answers, or by silence.
 */
class SocketTest {
  private static final String INSPECTIONS = "/api/v1/inspections";

  private static RunningApi api;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post(INSPECTIONS, "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  @AfterEach
  void nothingChangedAndTheNextRequestIsServed() {
    assertEquals(1, api.get(INSPECTIONS + "/i").json().path("revision").asInt());
    assertEquals(1, api.get(INSPECTIONS).json().path("items").size());
  }

  private static String host() {
    return "Host: 127.0.0.1:" + api.server.port() + "\r\n";
  }

  private static String authorization() {
    return "Authorization: Bearer " + api.token() + "\r\n";
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\n" + host() + authorization();
  }

  private static String post(String target, String mediaType) {
    return "POST %s HTTP/1.1\r\n%s%sContent-Type: %s\r\n"
        .formatted(target, host(), authorization(), mediaType);
  }

  private static String json() {
    return post(INSPECTIONS, "application/json");
  }

  private static Spoken.Heard said(String bytes) throws IOException {
    return Spoken.said(api.server.port(), bytes.getBytes(ISO_8859_1));
  }

  /** A name, the bytes, and the status they are answered by: 0 for an end without an answer. */
  record Saying(String name, String bytes, int status) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String headers(int count) {
    StringBuilder headers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      headers.append("X").append(i).append(": 1\r\n");
    }
    return headers.toString();
  }

  static List<Saying> sayings() {
    String chunked = json() + "Transfer-Encoding: chunked\r\n\r\n";
    return List.of(
        new Saying("nothing", "", 0),
        new Saying("no HTTP", "\0\1\2garbage\r\n\r\n", 400),
        new Saying("a TLS hello", "\26\3\1\2\0\1\0\1\374\3\3" + "a".repeat(500), 0),
        new Saying("the start of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        new Saying("an unknown version", "GET / HTTP/9.9\r\n" + host() + "\r\n", 400),
        new Saying("a request line without a version", "GET /\r\n\r\n", 400),
        new Saying("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400),
        new Saying("half a request line", "GET /api/v1/insp", 0),
        new Saying("half a header", get(INSPECTIONS) + "Accep", 400),
        new Saying("an endless request line", "GET /" + "a".repeat(1 << 20), 400),
        new Saying("no method", "/ HTTP/1.1\r\n" + host() + "\r\n", 400),
        new Saying("two spaces", "GET  /health/live HTTP/1.1\r\n" + host() + "\r\n", 400),
        new Saying("no Host", "GET /health/live HTTP/1.1\r\n\r\n", 400),
        new Saying("two Hosts", get(INSPECTIONS) + host() + "\r\n", 400),
        new Saying("a header without a colon", get(INSPECTIONS) + "colon\r\n\r\n", 400),
        new Saying("a header's name with a space", get(INSPECTIONS) + "a b: 1\r\n\r\n", 400),
        new Saying("a zero byte in a header", get(INSPECTIONS) + "a: \0\r\n\r\n", 400),
        new Saying("a folded header", get(INSPECTIONS) + "X: 1\r\n  2\r\n\r\n", 400),
        new Saying(
            "a huge header", get(INSPECTIONS) + "X: " + "a".repeat(20_000) + "\r\n\r\n", 431),
        new Saying("an endless header", get(INSPECTIONS) + "X: " + "a".repeat(1 << 20), 431),
        new Saying("66 headers", get(INSPECTIONS) + headers(64) + "\r\n", 431),
        new Saying("a bad escape in a path", get(INSPECTIONS + "/%zz") + "\r\n", 400),
        new Saying("a bad escape in a query", get(INSPECTIONS + "?limit=%zz") + "\r\n", 400),
        new Saying("a zero in a path", get(INSPECTIONS + "/%00") + "\r\n", 404),
        new Saying("no UTF-8 in a path", get(INSPECTIONS + "/%ff%fe") + "\r\n", 404),
        new Saying("a way out of the tree", get("/api/v1/../../etc/passwd") + "\r\n", 404),
        new Saying("every path", "OPTIONS * HTTP/1.1\r\n" + host() + "\r\n", 404),
        new Saying("a proxy's request", "CONNECT evil:80 HTTP/1.1\r\n" + host() + "\r\n", 404),
        new Saying("a foreign Host", "GET /health/live HTTP/1.1\r\nHost: a.b\r\n\r\n", 403),
        new Saying("a chunk of no size", chunked + "zz\r\n{}\r\n0\r\n\r\n", 400),
        new Saying("a chunk of negative size", chunked + "-5\r\n{}\r\n0\r\n\r\n", 400),
        new Saying("a chunk of absurd size", chunked + "fffffffffffffff\r\n{}\r\n", 400),
        new Saying("a chunk past the limit", chunked + "7fffffff\r\n{}\r\n0\r\n\r\n", 413),
        new Saying("a chunk of more than 1 MiB", chunked + "200000\r\n" + " ".repeat(2 << 20), 413),
        new Saying("a chunk that breaks off", chunked + "50\r\n{}", 400),
        new Saying("no last chunk", chunked + "2\r\n{}\r\n", 400),
        new Saying(
            "chunks with a length",
            json() + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            400),
        new Saying("an unknown encoding", json() + "Transfer-Encoding: gzip\r\n\r\n", 400),
        new Saying("a length that is none", json() + "Content-Length: x\r\n\r\n", 400),
        new Saying("a negative length", json() + "Content-Length: -1\r\n\r\n", 400),
        new Saying("two lengths", json() + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
        new Saying("a length past the limit", json() + "Content-Length: 999999999999\r\n\r\n", 413),
        new Saying("a body that breaks off", json() + "Content-Length: 50\r\n\r\n{}", 400),
        new Saying(
            "a compressed body",
            json() + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
            415));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sayings")
  void isAnsweredByAProblemOrACleanEnd(Saying saying) throws IOException {
    Spoken.Heard heard = said(saying.bytes());
    assertTrue(heard.ended(), "silence after: " + heard.text());
    List<Integer> expected = saying.status() == 0 ? List.of() : List.of(saying.status());
    assertEquals(expected, heard.statuses(), heard.text());
    if (saying.status() > 0) {
      assertTrue(heard.text().contains("application/problem+json"), heard.text());
      assertEquals(saying.status(), heard.body().path("status").asInt());
    }
  }

  @Test
  void anImportThatBreaksOffBetweenTwoRowsKeepsNoneOfThem() throws IOException {
    String rows = "reference,type\r\nC01,court\r\nC02,court\r\n";
    String csv = post(INSPECTIONS + "/i/cases", "text/csv");
    Spoken.Heard length = said(csv + "Content-Length: 5000\r\n\r\n" + rows);
    assertEquals(List.of(400), length.statuses(), length.text());
    String chunk = "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n".formatted(rows.length(), rows);
    Spoken.Heard chunked = said(csv + chunk);
    assertEquals(List.of(400), chunked.statuses(), chunked.text());
    Spoken.Heard lines =
        said(
            post(INSPECTIONS + "/i/cases?mode=partial", "application/x-ndjson")
                + "Content-Length: 5000\r\n\r\n{\"reference\":\"C01\",\"type\":\"court\"}\n");
    assertEquals(List.of(400), lines.statuses(), lines.text());
  }

  @Test
  void requestsThatFollowOneAnotherOnALineAreAnsweredInOrder() throws IOException {
    Spoken.Heard heard =
        said(
            get(INSPECTIONS + "/i") + "\r\n" + get("/nowhere") + "\r\n" + get("/version") + "\r\n");
    assertEquals(List.of(200, 404, 200), heard.statuses());
  }

  @Test
  void aSenderThatAsksFirstIsToldToGoOn() throws IOException {
    Spoken.Heard heard = said(json() + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}");
    assertEquals(List.of(100, 422), heard.statuses());
  }

  /** A reply of two writes would wait 40 ms for it, every single time. */
  @Test
  void aLargeReplyDoesNotWaitForAnAcknowledgement() {
    Eventually.until(
        () -> {
          long begun = System.nanoTime();
          assertEquals(200, api.get("/api/v1/frameworks/yos-2021").status());
          return System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(35);
        });
  }
}
