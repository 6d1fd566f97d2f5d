package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonClientTest extends OverBothTransports {
  @Test
  void anAnswerComesWithItsStatusAndTag() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{\"tŷ\":1}"),
        (_, client) -> assertEquals(new Answered.Done<>("{\"tŷ\":1}", 200, "7"), ask(client)));
  }

  @Test
  void theRequestCarriesMethodPathTokenAndBody() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          client.ask(
              Request.of("PUT", "inspections", "a b", "answers", "1.1.1")
                  .with("at", "panel 1/ŵ")
                  .with("x", "&")
                  .header("If-Match", "\"3\"")
                  .json("{\"answer\":\"yes\"}".getBytes(UTF_8)),
              OverBothTransports::text);
          var got = daemon.got.remove();
          assertEquals(
              "PUT /api/v1/inspections/a%20b/answers/1.1.1?at=panel%201%2F%C5%B5&x=%26",
              got.line());
          assertEquals("Bearer secret", got.headers().get("Authorization"));
          assertEquals("\"3\"", got.headers().get("If-Match"));
          assertEquals("application/json", got.headers().get("Content-Type"));
          assertEquals("{\"answer\":\"yes\"}", got.body());
          assertTrue(got.headers().get("Host").matches("localhost(:80)?|127\\.0\\.0\\.1:\\d+"));
        });
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{}"),
        (daemon, client) -> {
          for (int i = 0; i < 20; i++) {
            ask(client);
          }
          assertEquals(20, daemon.got.size());
          assertEquals(1, daemon.connections.get());
        });
  }

  @Test
  void aRefusalIsAProblem() throws Exception {
    onBoth(
        FakeDaemon.always(404, "text/html", "<html>"),
        (_, client) ->
            assertEquals(
                Problem.Kind.NOT_FOUND,
                assertInstanceOf(Answered.Refused.class, ask(client)).problem().kind()));
  }

  @Test
  void aProblemDocumentIsReadWithItsErrors() throws Exception {
    var problem =
        Problem.refused(new Fault(12, "", "2.1.1", Optional.of("maybe"), "value", "yes, no, na"));
    onBoth(
        FakeDaemon.always(
            422, "application/problem+json", new String(ProblemJson.write(problem), UTF_8)),
        (_, client) -> assertEquals(new Answered.Refused<>(problem), ask(client)));
  }

  @Test
  void anAnswerTheReaderRefusesIsAProblem() throws Exception {
    onBoth(
        FakeDaemon.always(200, "application/json", "{"),
        (_, client) ->
            assertInstanceOf(
                Answered.Refused.class,
                client.ask(
                    Request.get("inspections"),
                    _ -> Outcome.refused(Problem.Kind.UNREADABLE, "not JSON"))));
  }

  @Test
  void anAnswerInChunksIsRead() throws Exception {
    onBoth(
        (_, output) -> {
          FakeDaemon.startStream(output);
          FakeDaemon.chunk(output, "one ");
          FakeDaemon.chunk(output, "two");
          output.write("0\r\n\r\n".getBytes(UTF_8));
          output.flush();
          return true;
        },
        (daemon, client) -> {
          for (int i = 0; i < 2; i++) {
            assertEquals("one two", assertInstanceOf(Answered.Done.class, ask(client)).value());
          }
          assertEquals(1, daemon.connections.get());
        });
  }

  @Test
  void anEmptyAnswerIsEmpty() throws Exception {
    onBoth(
        (_, output) -> {
          output.write("HTTP/1.1 204 None\r\n\r\n".getBytes(UTF_8));
          return true;
        },
        (_, client) -> assertEquals(new Answered.Done<>("", 204, ""), ask(client)));
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (var elsewhere = FakeDaemon.onPort(FakeDaemon.always(200, "text/plain", "no"));
        var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  output.write(
                      ("HTTP/1.1 302 Found\r\nLocation: "
                              + elsewhere.address().url()
                              + "/\r\nContent-Length: 0\r\n\r\n")
                          .getBytes(UTF_8));
                  return true;
                });
        var client = new DaemonClient(daemon.address(), "secret")) {
      assertInstanceOf(Answered.Refused.class, ask(client));
      assertEquals(0, elsewhere.got.size());
    }
  }
}
