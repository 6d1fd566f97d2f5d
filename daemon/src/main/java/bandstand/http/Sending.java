package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;

/** Replies and problems on their way out: every error is a problem, whoever found it. */
final class Sending {
  private Sending() {}

  static void send(ServerResponse response, Outcome<Reply> outcome) {
    switch (outcome) {
      case Outcome.Refused<Reply>(Problem problem) -> send(response, problem);
      case Outcome.Done<Reply>(Reply reply) -> {
        response.status(reply.status());
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (reply.status() == 204) {
          response.send();
        } else {
          response.header(HeaderNames.CONTENT_TYPE, reply.mediaType());
          response.send(reply.body());
        }
      }
    }
  }

  static void send(ServerResponse response, Problem problem) {
    response.status(problem.kind().status());
    response.header(HeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
    if (problem.kind() == Problem.Kind.UNAVAILABLE) {
      response.header(HeaderNames.create("Retry-After"), "5");
    }
    if (problem.kind() == Problem.Kind.TOO_MANY) {
      response.header(HeaderNames.create("Retry-After"), "60");
    }
    if (problem.kind() == Problem.Kind.UNAUTHORIZED) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    response.send(ProblemJson.write(problem));
  }

  /** What is refused before any route is known is a problem too. */
  static DirectHandlers unread() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, Sending::direct);
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse direct(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    Problem problem =
        request.headers().contains(HeaderNames.CONTENT_ENCODING)
            ? Problem.of(Problem.Kind.UNSUPPORTED, "Send the body without Content-Encoding")
            : Problem.of(kind(status), unread(kind(status)));
    return DirectHandler.TransportResponse.builder()
        .status(Status.create(problem.kind().status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
        .entity(ProblemJson.write(problem))
        .keepAlive(false)
        .build();
  }

  private static String unread(Problem.Kind kind) {
    return kind == Problem.Kind.TOO_LARGE
        ? "A body has at most " + Server.IMPORT_BYTES + " bytes"
        : "The request cannot be read as HTTP";
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
