package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import bandstand.framework.Outcome;
import io.helidon.http.HeaderName;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies that grow with the number of cases are written while they are made. */
class WrittenReplyTest {
  private static final String ONE = "/api/v1/inspections/a";

  /** A line that takes no single bytes. */
  private abstract static class InPieces extends OutputStream {
    @Override
    public final void write(int one) {
      throw new AssertionError("byte by byte");
    }
  }

  private static ServerResponse response(OutputStream line) {
    ServerResponse response = mock(ServerResponse.class);
    when(response.header(any(HeaderName.class), anyString())).thenReturn(response);
    when(response.outputStream()).thenReturn(line);
    return response;
  }

  private static void send(ServerResponse response, Reply.Writing writing) {
    new Sending(response, false).send(Outcome.done(Reply.written("text/plain", writing)));
  }

  @Test
  void theLineHasOnePieceBeforeTheNextIsMade() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger arrived = new AtomicInteger();
    OutputStream line =
        new InPieces() {
          @Override
          public void write(byte[] bytes, int offset, int count) {
            most.accumulateAndGet(made.get() - arrived.get(), Math::max);
            arrived.addAndGet(count);
          }
        };
    byte[] row = new byte[1000];
    send(
        response(line),
        output -> {
          for (int i = 0; i < 1000; i++) {
            made.addAndGet(row.length);
            output.write(row);
          }
        });
    assertEquals(1_000_000, arrived.get());
    assertTrue(most.get() <= Pieces.PIECE_BYTES + row.length, "held " + most);
  }

  @Test
  void whatFailsBeforeItHasBegunIsAProblemLikeAnyOther() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                send(
                    response(line),
                    output -> {
                      output.write(new byte[Pieces.PIECE_BYTES]);
                      throw new IllegalStateException("unreadable");
                    }));
    assertEquals("unreadable", thrown.getMessage());
    assertEquals(0, line.size());
  }

  @Test
  void whatFailsLaterBreaksTheLine() {
    assertThrows(
        CloseConnectionException.class,
        () ->
            send(
                response(new ByteArrayOutputStream()),
                output -> {
                  output.write(new byte[2 * Pieces.PIECE_BYTES]);
                  throw new IllegalStateException("unreadable");
                }));
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("the reader left");
          }
        };
    assertThrows(
        CloseConnectionException.class,
        () -> send(response(gone), output -> output.write(new byte[2 * Pieces.PIECE_BYTES])));
  }

  @Test
  void aReaderForWhomOthersWaitMustNotBeSlow() throws IOException {
    AtomicLong now = new AtomicLong();
    Duration each = Duration.ofSeconds(6);
    OutputStream slow =
        new InPieces() {
          @Override
          public void write(byte[] bytes, int offset, int count) {
            now.addAndGet(each.toNanos());
          }
        };
    byte[] pieces = new byte[100 * Pieces.PIECE_BYTES];
    Pieces alone = new Pieces(response(slow), () -> false, now::get);
    alone.write(pieces);
    alone.close();
    Pieces awaited = new Pieces(response(slow), () -> true, now::get);
    assertThrows(IOException.class, () -> awaited.write(pieces));
    awaited.end();
  }

  @Test
  void aStateAndAListOfCasesAreSentInPieces(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      api.post(
          "/api/v1/inspections", "{\"id\":\"a\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
      RunningApi.Answer few = api.get(ONE + "/state");
      assertEquals(few.response().body().length() + "", few.header("Content-Length"));
      String rows =
          IntStream.rangeClosed(1, 900)
              .mapToObj("C%d,court,yes\n"::formatted)
              .collect(Collectors.joining());
      assertEquals(
          200,
          api.send("POST", ONE + "/cases", "text/csv", "reference,type,2.1.1\n" + rows).status());
      RunningApi.Answer state = api.get(ONE + "/state");
      assertEquals("chunked", state.header("transfer-encoding"));
      assertEquals(901, state.response().body().lines().count());
      RunningApi.Answer list = api.get(ONE + "/cases?limit=1000");
      assertEquals("chunked", list.header("transfer-encoding"));
      assertEquals(900, list.json().path("items").size());
      assertTrue(list.json().path("next").isNull());
      assertEquals("C549", api.get(ONE + "/cases?limit=500").json().path("next").asText());
      Spoken.Heard head =
          Spoken.said(
              api.server.port(),
              "HEAD %s/state HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(ONE, api.token())
                  .getBytes(UTF_8));
      long bytes = state.response().body().getBytes(UTF_8).length;
      assertTrue(head.head().contains("Content-Length: " + bytes + "\r\n"), head.head());
    }
  }
}
