package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 9110, 9.3.2: HEAD is GET without the body, and a server has both. */
class HeadTest {
  private static Spoken.Heard asked(RunningApi api, String method, String path) throws IOException {
    return Spoken.said(
        api.server.port(),
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(method, path, api.token())
            .getBytes(UTF_8));
  }

  private static List<String> headers(Spoken.Heard heard) {
    return heard.head().lines().filter(line -> !line.startsWith("Date:")).sorted().toList();
  }

  @Test
  void everyGetIsAHeadToo(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      api.post(
          "/api/v1/inspections", "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
      for (Route route : api.routes) {
        String path =
            route
                .path()
                .replace("{id}", "i")
                .replace("{fw}", "yos-2018")
                .replace("{other}", "yos-2021")
                .replaceAll("\\{[a-z]+}", "none");
        if (!route.methods().contains("HEAD") || path.equals("/metrics")) {
          continue;
        }
        Spoken.Heard head = asked(api, "HEAD", path);
        assertEquals("", head.rest(), path);
        assertEquals(headers(asked(api, "GET", path)), headers(head), path);
      }
    }
  }

  @Test
  void anEventStreamHasNone(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      Spoken.Heard head = asked(api, "HEAD", "/api/v1/events");
      assertEquals(List.of(405), head.statuses());
      assertTrue(head.head().contains("Allow: GET\r\n"), head.head());
      assertEquals("", head.rest());
    }
  }

  @Test
  void aRequestAfterAHeadIsAnswered(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      String live = " /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
      Spoken.Heard heard =
          Spoken.said(api.server.port(), ("HEAD" + live + "GET" + live).getBytes(UTF_8));
      assertEquals(List.of(200, 200), heard.statuses());
    }
  }
}
