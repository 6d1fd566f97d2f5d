package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The HTTP server: a table of routes on loopback and, beside it, on Unix sockets. */
public final class Server {
  /** An import of 100,000 cases with all their answers. */
  static final long IMPORT_BYTES = 256L << 20;

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int HEADERS = 64;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int CONNECTIONS = 2_000;
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** For answers under way; a watcher that does not read would use all of it. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final String UNIX = "unix:";
  private static final System.Logger LOG = System.getLogger(Server.class.getName());

  private final Guard guard;
  private final List<Route> routes;
  private final Runnable used;
  private final Stalls stalls = new Stalls();
  private final WebServer server;

  /**
   * A server that is not started.
   *
   * @param port 0: any free one
   * @param sockets paths of Unix sockets
   * @param used told of every request but health checks, before it is answered
   */
  Server(Guard guard, List<Route> routes, int port, List<Path> sockets, Runnable used) {
    this.guard = guard;
    this.routes = routes;
    this.used = used;
    WebServerConfig.Builder config =
        WebServer.builder()
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .bindAddress(new InetSocketAddress(LOOPBACK, port))
            // Else a reply of two writes waits 40 ms for the reader's acknowledgement.
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(routing(false));
    limits(config);
    for (Path path : sockets) {
      config.putSocket(
          UNIX + path,
          listener ->
              limits(listener.bindAddress(UnixDomainSocketAddress.of(path)))
                  .routing(routing(true)));
    }
    this.server = config.build();
  }

  private static <L extends ListenerConfig.BuilderBase<L, ?>> L limits(L listener) {
    return listener
        .maxPayloadSize(IMPORT_BYTES)
        .maxTcpConnections(CONNECTIONS)
        .idleConnectionTimeout(IDLE)
        .shutdownGracePeriod(GRACE)
        .directHandlers(Sending.unread())
        .contentEncoding(encoding -> encoding.contentEncodingsDiscoverServices(false))
        .addConnectionSelector(
            Http1ConnectionSelector.builder()
                .config(Http1Config.builder().maxHeadersSize(HEADER_BYTES).build())
                .build());
  }

  /** False when the port is taken or an address cannot be bound. */
  public boolean start() {
    server.start();
    if (server.isRunning()) {
      stalls.start();
    }
    return server.isRunning();
  }

  public int port() {
    return server.port();
  }

  Stalls stalls() {
    return stalls;
  }

  /** Event streams have been ended before. */
  public void stop() {
    stalls.stop();
    server.stop();
  }

  /** What comes by the Unix socket needs no Host of its own: no web page reaches it. */
  private HttpRouting.Builder routing(boolean bySocket) {
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.addFilter(guardFilter(bySocket));
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (Route route : routes) {
      methods.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(route.method());
      routing.route(
          Method.create(route.method()),
          route.path(),
          (request, response) -> answer(route, request, response));
    }
    methods.forEach(
        (path, allowed) ->
            routing.any(path, (request, response) -> notAllowed(allowed, request, response)));
    routing.any(
        "/*",
        (request, response) ->
            Sending.send(
                response,
                Problem.of(
                    Problem.Kind.NOT_FOUND, "There is no such path; the API begins at /api/v1")));
    routing.error(Throwable.class, (request, response, failure) -> failed(response, failure));
    return routing;
  }

  private static void notAllowed(
      Set<String> allowed, ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.ALLOW, String.join(", ", allowed));
    if (request.prologue().method().equals(Method.HEAD)) {
      response.status(Status.METHOD_NOT_ALLOWED_405).send();
      return;
    }
    Sending.send(
        response,
        Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "This takes " + String.join(", ", allowed)));
  }

  private static Filter guardFilter(boolean bySocket) {
    return (chain, request, response) -> {
      Optional<Problem> foreign =
          Guard.foreign(
              request.headers().first(HeaderNames.HOST),
              request.headers().first(HeaderNames.ORIGIN),
              bySocket);
      Optional<Problem> refusal = foreign.or(() -> tooManyHeaders(request));
      if (refusal.isPresent()) {
        Sending.send(response, refusal.get());
      } else {
        chain.proceed();
      }
    };
  }

  private static Optional<Problem> tooManyHeaders(ServerRequest request) {
    return request.headers().size() > HEADERS
        ? Optional.of(
            Problem.of(
                Problem.Kind.HEADERS_TOO_LARGE, "A request has at most " + HEADERS + " headers"))
        : Optional.empty();
  }

  private void answer(Route route, ServerRequest request, ServerResponse response) {
    Optional<Person> person = Optional.empty();
    Optional<String> authorization = request.headers().first(HeaderNames.AUTHORIZATION);
    if (route.role().isPresent()) {
      used.run();
      switch (guard.admit(authorization, route.role().get())) {
        case Outcome.Refused<Person>(Problem problem) -> {
          Sending.send(response, problem);
          return;
        }
        case Outcome.Done<Person>(Person admitted) -> person = Optional.of(admitted);
      }
    }
    Exchange exchange = new Exchange(request, person);
    List<Fault> faults = exchange.queryFaults(route.queries());
    if (!faults.isEmpty()) {
      Sending.send(response, Problem.refused(faults));
      return;
    }
    switch (route.handling()) {
      case Route.Handling.Whole whole -> {
        Outcome<Reply> reply = whole.handle(exchange);
        if (exchange.bodyBroken()) {
          response.header(HeaderValues.CONNECTION_CLOSE);
        }
        Sending.send(response, reply);
        if (exchange.bodyBroken()) {
          throw new CloseConnectionException("what follows such a body is no request");
        }
      }
      case Route.Handling.Streamed streamed ->
          stream(
              response,
              streamed.handle(exchange),
              () -> guard.admits(authorization, exchange.person()));
      case Route.Handling.Downloaded downloaded -> download(response, downloaded.handle(exchange));
    }
  }

  private void stream(
      ServerResponse response, Outcome<Route.EventWriter> outcome, BooleanSupplier admitted) {
    switch (outcome) {
      case Outcome.Refused<Route.EventWriter>(Problem problem) -> Sending.send(response, problem);
      case Outcome.Done<Route.EventWriter>(Route.EventWriter writer) -> {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        try (writer;
            OutputStream out = response.outputStream()) {
          writer.write(new EventOutput(out, stalls, admitted));
        } catch (UncheckedIOException | java.io.IOException gone) {
          LOG.log(System.Logger.Level.DEBUG, "A watch ended: {0}", gone.getMessage());
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** A file that cannot be ended breaks the line, so that its last chunk is missing. */
  static void download(ServerResponse response, Outcome<Route.Download> outcome) {
    switch (outcome) {
      case Outcome.Refused<Route.Download>(Problem problem) -> Sending.send(response, problem);
      case Outcome.Done<Route.Download>(Route.Download download) -> {
        try {
          send(response, download);
        } finally {
          download.ended().run();
        }
      }
    }
  }

  private static void send(ServerResponse response, Route.Download download) {
    response.header(HeaderNames.CONTENT_TYPE, download.mediaType());
    response.header(
        HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + download.name() + "\"");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    try {
      OutputStream out = response.outputStream();
      download.writer().write(out);
      out.close();
    } catch (UncheckedIOException | java.io.IOException broken) {
      LOG.log(
          System.Logger.Level.WARNING, "{0} broke off: {1}", download.name(), broken.getMessage());
      throw new CloseConnectionException("the file is not whole", broken);
    }
  }

  private static void failed(ServerResponse response, Throwable failure) {
    if (failure instanceof HttpException refused && refused.status().code() < 500) {
      Sending.send(response, Problem.of(Sending.kind(refused.status()), "There is no such path"));
      return;
    }
    LOG.log(System.Logger.Level.ERROR, "A request failed", failure);
    Sending.send(response, Problem.of(Problem.Kind.INTERNAL, "The daemon failed; see its log"));
  }
}
