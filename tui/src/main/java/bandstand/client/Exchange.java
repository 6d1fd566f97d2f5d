package bandstand.client;

import bandstand.framework.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request and its answer on one connection.
 *
 * @param response its status and headers have come, its body may be under way
 */
record Exchange(ClientConnection connection, HttpClientResponse response) {
  /** Largest answer taken: a page of a thousand cases with long notes. */
  static final int ANSWER_BYTES = 32 << 20;

  /** One chunk of a file on its way: the daemon holds each whole. */
  private static final int CHUNK_BYTES = 1 << 16;

  /** Sends, and waits for the answer's first line and headers. */
  static Exchange begin(
      Http1Client http, ClientConnection connection, String origin, String token, Request request) {
    Http1ClientRequest outgoing =
        http.method(Method.create(request.method()))
            .uri(URI.create(origin + request.path()))
            .connection(connection);
    if (!token.isEmpty()) {
      outgoing.header(HeaderValues.create(HeaderNames.AUTHORIZATION, "Bearer " + token));
    }
    request.headers().forEach((name, value) -> outgoing.header(HeaderValues.create(name, value)));
    HttpClientResponse response =
        request.content().isEmpty()
            ? outgoing.request()
            : submit(outgoing, request.content().get());
    return new Exchange(connection, response);
  }

  private static HttpClientResponse submit(Http1ClientRequest outgoing, Request.Content content) {
    outgoing.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, content.mediaType()));
    return switch (content) {
      case Request.Content.Text(_, String text) ->
          outgoing.submit(text.getBytes(StandardCharsets.UTF_8));
      case Request.Content.File(_, Request.Source source, Request.Passing passing) ->
          outgoing.outputStream(output -> send(source, passing, output));
    };
  }

  /** A file that cannot be read to its end leaves the request unfinished, so that it is refused. */
  private static void send(Request.Source source, Request.Passing passing, OutputStream output)
      throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    passing.begun();
    try (InputStream file = source.open()) {
      for (int count = file.readNBytes(chunk, 0, chunk.length);
          count > 0;
          count = file.readNBytes(chunk, 0, chunk.length)) {
        output.write(chunk, 0, count);
        passing.passed(chunk, count);
      }
    }
    passing.ended();
    output.close();
  }

  int status() {
    return response.status().code();
  }

  boolean succeeded() {
    return status() >= 200 && status() < 300;
  }

  Optional<String> header(String name) {
    return response.headers().first(HeaderNames.create(name));
  }

  /** The whole body. */
  byte[] body() throws IOException {
    if (!response.entity().hasEntity()) {
      return new byte[0];
    }
    byte[] bytes = response.inputStream().readNBytes(ANSWER_BYTES + 1);
    if (bytes.length > ANSWER_BYTES) {
      throw new IOException("an answer of more than " + ANSWER_BYTES + " bytes");
    }
    return bytes;
  }

  /** The tag without its quotation marks. */
  String tag() {
    return header("ETag").map(tag -> tag.replace("\"", "")).orElse("");
  }

  /** What an answer says that did not succeed. */
  Problem problem(byte[] body) {
    return Refusals.read(status(), header("Content-Type").orElse(""), body);
  }
}
