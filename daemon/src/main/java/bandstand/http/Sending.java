package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Replies and problems on their way out: every error is a problem, whoever found it. */
final class Sending {
  /** A full disk, a stopping daemon, too many at once: worth another try so soon. */
  static final int SOON_SECONDS = 5;

  private static final int MINUTE_SECONDS = 60;

  private final ServerResponse response;
  private final boolean headAlone;

  Sending(ServerResponse response, boolean headAlone) {
    this.response = response;
    this.headAlone = headAlone;
  }

  static Sending to(ServerRequest request, ServerResponse response) {
    return new Sending(response, request.prologue().method().equals(Method.HEAD));
  }

  /** An answer without room in memory of its own. */
  void send(Outcome<Reply> outcome) {
    send(outcome, () -> false);
  }

  /**
   * The answer to a request.
   *
   * @param hurried as {@link Pieces} takes it
   */
  void send(Outcome<Reply> outcome, BooleanSupplier hurried) {
    switch (outcome) {
      case Outcome.Refused<Reply>(Problem problem) -> send(problem);
      case Outcome.Done<Reply>(Reply reply) -> {
        response.status(reply.status());
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (reply.status() == Status.NO_CONTENT_204.code()) {
          response.send();
        } else {
          response.header(HeaderNames.CONTENT_TYPE, reply.mediaType());
          switch (reply.content()) {
            case Reply.Content.Whole(byte[] bytes) -> send(bytes);
            case Reply.Content.Written(Reply.Writing writing) -> write(writing, hurried);
          }
        }
      }
    }
  }

  void send(Problem problem) {
    response.status(problem.kind().status());
    response.header(HeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
    retryAfter(problem.kind())
        .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, Integer.toString(seconds)));
    if (problem.kind() == Problem.Kind.UNAUTHORIZED) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    send(ProblemJson.write(problem));
  }

  private static Optional<Integer> retryAfter(Problem.Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> Optional.of(SOON_SECONDS);
      case TOO_MANY -> Optional.of(MINUTE_SECONDS);
      default -> Optional.empty();
    };
  }

  private void send(byte[] body) {
    if (headAlone) {
      sendHead(body.length);
    } else {
      response.send(body);
    }
  }

  private void sendHead(long bytes) {
    response.header(HeaderNames.CONTENT_LENGTH, Long.toString(bytes));
    response.send(new byte[0]);
  }

  /** What fails after it has begun breaks the line, so that its last chunk is missing. */
  private void write(Reply.Writing writing, BooleanSupplier hurried) {
    if (headAlone) {
      sendHead(length(writing));
      return;
    }
    Pieces pieces = new Pieces(response, hurried, System::nanoTime);
    try {
      writing.to(pieces);
      pieces.close();
    } catch (RuntimeException | IOException failed) {
      if (pieces.begun()) {
        throw new CloseConnectionException("the reply is not whole", failed);
      }
      throw failed instanceof IOException lost
          ? new UncheckedIOException(lost)
          : (RuntimeException) failed;
    } finally {
      pieces.end();
    }
  }

  private static long length(Reply.Writing writing) {
    Length length = new Length();
    try {
      writing.to(length);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return length.bytes;
  }

  /** Takes everything and keeps how much it was. */
  private static final class Length extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int count) {
      bytes += count;
    }
  }

  /** Begins an answer that is written while it is made. */
  OutputStream stream(String mediaType) {
    response.header(HeaderNames.CONTENT_TYPE, mediaType);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return response.outputStream();
  }

  /** Begins a file for the client to keep. */
  OutputStream attachment(String mediaType, String name) {
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    return stream(mediaType);
  }

  /** What is refused before any route is known is a problem too, and noted. */
  static DirectHandlers unread(Instruments instruments, InstantSource clock) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, message) -> {
            DirectHandler.TransportResponse refusal = refusal(request, status, headers);
            instruments.served(
                new Served(
                    clock.instant(),
                    Optional.empty(),
                    request.method(),
                    Served.NO_ROUTE,
                    refusal.status().code(),
                    refusal.entity().map(body -> body.length).orElse(0),
                    Duration.ZERO,
                    false));
            return refusal;
          });
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse refusal(
      DirectHandler.TransportRequest request, Status status, ServerResponseHeaders headers) {
    Problem problem =
        request.headers().contains(HeaderNames.CONTENT_ENCODING)
            ? Problem.of(Problem.Kind.UNSUPPORTED, "Send the body without Content-Encoding")
            : Problem.of(kind(status), unread(status));
    return DirectHandler.TransportResponse.builder()
        .status(Status.create(problem.kind().status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
        .entity(ProblemJson.write(problem))
        .keepAlive(false)
        .build();
  }

  static String unread(Status status) {
    return switch (status.code()) {
      case 413 ->
          "A body has at most %d bytes, and a chunk of it at most %d"
              .formatted(Limits.IMPORT_BYTES, Limits.CHUNK_BYTES);
      case 414 -> "A request line has at most " + Limits.REQUEST_LINE_BYTES + " bytes";
      case 431 -> "The headers of a request have at most " + Limits.HEADER_BYTES + " bytes";
      default -> "The request cannot be read as HTTP/1.1";
    };
  }

  /** Only what comes before routing ends here, so it is the request that is at fault. */
  static Problem.Kind kind(Status status) {
    return switch (status.code()) {
      case 403 -> Problem.Kind.FORBIDDEN;
      case 404 -> Problem.Kind.NOT_FOUND;
      case 413 -> Problem.Kind.TOO_LARGE;
      case 431 -> Problem.Kind.HEADERS_TOO_LARGE;
      case 503 -> Problem.Kind.UNAVAILABLE;
      default -> Problem.Kind.UNREADABLE;
    };
  }
}
