package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.service.Trace;
import bandstand.service.Unreadable;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** One request after another: let in, routed, answered, noted. */
final class Answering {
  private static final System.Logger LOG = System.getLogger(Answering.class.getName());

  private final Guard guard;
  private final List<Route> routes;
  private final Instruments instruments;
  private final InstantSource clock;
  private final Runnable used;
  private final Uploads uploads = new Uploads();

  /**
   * Answers by a table of routes.
   *
   * @param used told of every request that needs a token, before it is answered
   */
  Answering(
      Guard guard,
      List<Route> routes,
      Instruments instruments,
      InstantSource clock,
      Runnable used) {
    this.guard = guard;
    this.routes = routes;
    this.instruments = instruments;
    this.clock = clock;
    this.used = used;
  }

  /** What is known of a request once it has found its route. */
  private static final class Known {
    private Optional<Route> route = Optional.empty();
    private String pattern = Served.NO_ROUTE;
    private Optional<Person> person = Optional.empty();
  }

  /** What comes by the Unix socket needs no Host of its own: no web page reaches it. */
  HttpRouting.Builder routing(boolean bySocket) {
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.addFilter(noted(bySocket));
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (Route route : routes) {
      for (String method : route.methods()) {
        methods.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(method);
        routing.route(
            Method.create(method),
            route.path(),
            (request, response) -> answer(route, request, response));
      }
    }
    methods.forEach(
        (path, allowed) ->
            routing.any(path, (request, response) -> notAllowed(path, allowed, request, response)));
    routing.any(
        "/*",
        (request, response) ->
            Sending.to(request, response)
                .send(
                    Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no such path; the API begins at /api/v1")));
    routing.error(Throwable.class, this::failed);
    return routing;
  }

  private Filter noted(boolean bySocket) {
    return (chain, request, response) -> {
      long begun = System.nanoTime();
      var at = clock.instant();
      Known known = new Known();
      request.context().register(known);
      try {
        letIn(bySocket, chain, request, response);
      } finally {
        instruments.served(
            new Served(
                at,
                known.person.map(Person::name),
                request.prologue().method().text(),
                known.pattern,
                status(response),
                response.bytesWritten(),
                Duration.ofNanos(System.nanoTime() - begun),
                known.route.filter(Route::streams).isPresent()));
      }
      readAway(request);
      Lines.current().answered();
    };
  }

  /** 0 where the client went before anything was sent. */
  private static int status(ServerResponse response) {
    return response.isSent() || response.bytesWritten() > 0 ? response.status().code() : 0;
  }

  private void letIn(
      boolean bySocket, FilterChain chain, ServerRequest request, ServerResponse response) {
    Optional<Problem> refusal =
        Guard.foreign(
                request.headers().first(HeaderNames.HOST),
                request.headers().first(HeaderNames.ORIGIN),
                bySocket)
            .or(() -> Guard.tooManyHeaders(request.headers()));
    if (refusal.isPresent()) {
      Sending.to(request, response).send(refusal.get());
      return;
    }
    try {
      chain.proceed();
    } catch (CloseConnectionException ended) {
      throw ended;
    } catch (RuntimeException failure) {
      failed(request, response, failure);
    }
  }

  /** What is left of a body, at the pace of any body, so that the sender hears the answer. */
  private static void readAway(ServerRequest request) {
    try {
      if (request.content().hasEntity() && !request.content().consumed()) {
        request.content().consume();
      }
    } catch (RuntimeException unreadable) {
      throw new CloseConnectionException("what follows is no request", unreadable);
    }
  }

  private static Known known(ServerRequest request) {
    return request.context().get(Known.class).orElseThrow();
  }

  private static void notAllowed(
      String path, Set<String> allowed, ServerRequest request, ServerResponse response) {
    known(request).pattern = path;
    String methods = String.join(", ", allowed);
    response.header(HeaderNames.ALLOW, methods);
    Sending.to(request, response)
        .send(Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "This takes " + methods));
  }

  private void answer(Route route, ServerRequest request, ServerResponse response) {
    Known known = known(request);
    known.route = Optional.of(route);
    known.pattern = route.path();
    Sending sending = Sending.to(request, response);
    Optional<String> authorization = request.headers().first(HeaderNames.AUTHORIZATION);
    if (route.role().isPresent()) {
      used.run();
      switch (guard.admit(authorization, route.role().get())) {
        case Outcome.Refused<Person>(Problem problem) -> {
          sending.send(problem);
          return;
        }
        case Outcome.Done<Person>(Person admitted) -> known.person = Optional.of(admitted);
      }
    }
    Exchange exchange = new Exchange(request, known.person, uploads);
    try {
      answer(route, exchange, sending, response, authorization);
    } finally {
      exchange.holding().end();
    }
  }

  private void answer(
      Route route,
      Exchange exchange,
      Sending sending,
      ServerResponse response,
      Optional<String> authorization) {
    List<Fault> faults = new ArrayList<>(Parameters.faults(exchange, route.queries()));
    if (route.writes() && !route.revised()) {
      exchange.unmatchable().ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      sending.send(Problem.refused(faults));
      return;
    }
    switch (route.handling()) {
      case Route.Handling.Whole whole -> {
        Outcome<Reply> reply = whole.handle(exchange);
        if (exchange.bodyBroken()) {
          response.header(HeaderValues.CONNECTION_CLOSE);
        }
        sending.send(reply, exchange.holding()::large);
        if (exchange.bodyBroken()) {
          throw new CloseConnectionException("what follows such a body is no request");
        }
      }
      case Route.Handling.Streamed streamed ->
          stream(
              sending,
              streamed.handle(exchange),
              () -> guard.admits(authorization, exchange.person()));
      case Route.Handling.Downloaded downloaded -> download(sending, downloaded.handle(exchange));
    }
  }

  private void stream(
      Sending sending, Outcome<Route.EventWriter> outcome, BooleanSupplier admitted) {
    switch (outcome) {
      case Outcome.Refused<Route.EventWriter>(Problem problem) -> sending.send(problem);
      case Outcome.Done<Route.EventWriter>(Route.EventWriter writer) -> {
        try (writer;
            OutputStream out = sending.stream("text/event-stream")) {
          writer.write(new EventOutput(out, instruments.metrics()::eventSent, admitted));
        } catch (UncheckedIOException | IOException gone) {
          LOG.log(System.Logger.Level.DEBUG, "A watch ended: {0}", gone.getMessage());
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** A file that cannot be ended breaks the line, so that its last chunk is missing. */
  static void download(Sending sending, Outcome<Route.Download> outcome) {
    switch (outcome) {
      case Outcome.Refused<Route.Download>(Problem problem) -> sending.send(problem);
      case Outcome.Done<Route.Download>(Route.Download download) -> {
        try {
          send(sending, download);
        } finally {
          download.ended().run();
        }
      }
    }
  }

  private static void send(Sending sending, Route.Download download) {
    try {
      OutputStream out = sending.attachment(download.mediaType(), download.name());
      download.writer().write(out);
      out.close();
    } catch (UncheckedIOException | IOException broken) {
      LOG.log(
          System.Logger.Level.WARNING, "{0} broke off: {1}", download.name(), broken.getMessage());
      throw new CloseConnectionException("the file is not whole", broken);
    }
  }

  private void failed(ServerRequest request, ServerResponse response, Throwable failure) {
    if (response.isSent()) {
      throw new CloseConnectionException("the client is gone", failure);
    }
    if (failure instanceof HttpException refused && refused.status().code() < 500) {
      Sending.to(request, response)
          .send(Problem.of(Sending.kind(refused.status()), "There is no such path"));
      return;
    }
    if (failure instanceof Unreadable damaged) {
      LOG.log(System.Logger.Level.ERROR, damaged.getMessage());
      Sending.to(request, response).send(damaged.problem());
      return;
    }
    LOG.log(System.Logger.Level.ERROR, "A request failed: {0}", Trace.of(failure));
    Sending.to(request, response)
        .send(Problem.of(Problem.Kind.INTERNAL, "The daemon failed; see its log"));
  }
}
