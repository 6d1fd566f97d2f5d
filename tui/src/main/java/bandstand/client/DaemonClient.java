package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks one daemon, over TCP or a Unix domain socket, as the bearer of one token.
 *
 * <p>For any number of threads; each waits for its own answer. A request on a connection that was
 * kept open and turns out dead is sent once more on a new one.
 */
public final class DaemonClient implements AutoCloseable {
  /** A port of this machine connects or refuses at once; one through a tunnel takes longer. */
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

  /** A request's own {@link Deadline} ends its reading. */
  private static final Duration UNLIMITED = Duration.ZERO;

  private final Address address;
  private final Optional<KeptToken> kept;
  private final Time time;
  private final Http1Client http;
  private final Links links;
  private volatile String token;

  /**
   * A body that has no end.
   *
   * @param connection its own; closing it ends the reading
   */
  record Open(ClientConnection connection, InputStream body) implements AutoCloseable {

    /** By any thread. */
    @Override
    public void close() {
      connection.closeResource();
    }
  }

  /** A client of the daemon at this address; an empty token is none. */
  public DaemonClient(Address address, String token) {
    this(address, token, Time.system());
  }

  /**
   * A client for as long as a person works: where its token is not known any more, it looks whether
   * another has taken its place, by a login or a rotation.
   */
  static DaemonClient renewing(Found found) {
    return new DaemonClient(found.address(), found.token(), found.kept(), Time.system());
  }

  DaemonClient(Address address, String token, Time time) {
    this(address, token, Optional.empty(), time);
  }

  DaemonClient(Address address, String token, Optional<KeptToken> kept, Time time) {
    this.address = address;
    this.token = token;
    this.kept = kept;
    this.time = time;
    WebClient web =
        WebClient.builder()
            .servicesDiscoverServices(false)
            .protocolPreference(List.of(Http1Client.PROTOCOL_ID))
            .proxy(Proxy.noProxy())
            .tls(Links.NO_TLS)
            .followRedirects(false)
            .sendExpectContinue(false)
            .connectTimeout(CONNECT_PATIENCE)
            .readTimeout(UNLIMITED)
            .socketOptions(options -> options.tcpNoDelay(true))
            .build();
    this.http = web.client(Http1Client.PROTOCOL);
    this.links = new Links(web, address, time);
  }

  public Address address() {
    return address;
  }

  /** Asks, and reads the answer's bytes with a function of the wire. */
  public <T> Answered<T> ask(Request request, Function<byte[], Outcome<T>> reading) {
    return switch (attempt(request, this::whole)) {
      case Answered.Done<byte[]>(byte[] body, int status, String tag) ->
          switch (reading.apply(body)) {
            case Outcome.Done<T>(T value) -> new Answered.Done<>(value, status, tag);
            case Outcome.Refused<T>(Problem problem) -> new Answered.Refused<>(problem);
          };
      case Answered.Refused<byte[]>(Problem problem) -> new Answered.Refused<>(problem);
      case Answered.Lost<byte[]>(String why) -> new Answered.Lost<>(why);
    };
  }

  /** Asks for a file whose bytes are passed on as they come, and says how many there were. */
  public Answered<Long> save(Request request, OutputStream to) {
    return attempt(request, exchange -> passed(exchange, to));
  }

  private Answered<Long> passed(Exchange exchange, OutputStream to) throws IOException {
    if (!exchange.succeeded()) {
      return new Answered.Refused<>(exchange.problem(exchange.body()));
    }
    long bytes = exchange.response().inputStream().transferTo(to);
    links.keep(exchange.connection());
    return new Answered.Done<>(bytes, exchange.status(), exchange.tag());
  }

  /** Asks for a body that has no end, such as a stream of events. */
  Answered<Open> open(Request request) {
    return attempt(request, this::endless);
  }

  private Answered<byte[]> whole(Exchange exchange) throws IOException {
    byte[] body = exchange.body();
    links.keep(exchange.connection());
    return exchange.succeeded()
        ? new Answered.Done<>(body, exchange.status(), exchange.tag())
        : new Answered.Refused<>(exchange.problem(body));
  }

  private Answered<Open> endless(Exchange exchange) throws IOException {
    return exchange.succeeded()
        ? new Answered.Done<>(
            new Open(exchange.connection(), exchange.response().inputStream()),
            exchange.status(),
            exchange.tag())
        : new Answered.Refused<>(exchange.problem(exchange.body()));
  }

  private interface Taking<T> {
    Answered<T> take(Exchange exchange) throws IOException;
  }

  private <T> Answered<T> attempt(Request request, Taking<T> taking) {
    String shown = token;
    Answered<T> answered = once(request, taking);
    boolean turnedAway =
        answered instanceof Answered.Refused<T>(Problem problem) && Refusals.ofToken(problem);
    return turnedAway && renewed(shown) ? once(request, taking) : answered;
  }

  private boolean renewed(String shown) {
    if (kept.isPresent() && kept.get().readAgain() instanceof Outcome.Done<String>(String now)) {
      token = now;
    }
    return !token.equals(shown);
  }

  private <T> Answered<T> once(Request request, Taking<T> taking) {
    try (Deadline deadline = new Deadline(time, request.patience())) {
      Optional<ClientConnection> kept = links.take();
      if (kept.isPresent()) {
        Answered<T> answered = on(kept.get(), request, taking, deadline);
        if (!(answered instanceof Answered.Lost<T>) || deadline.passed()) {
          return answered;
        }
      }
      deadline.connecting();
      return on(links.connect(), request, taking, deadline);
    } catch (RuntimeException unreachable) {
      return new Answered.Lost<>(why("cannot reach", unreachable));
    }
  }

  /** The one place where Helidon's many ways to say that a connection broke are caught. */
  private <T> Answered<T> on(
      ClientConnection connection, Request request, Taking<T> taking, Deadline deadline) {
    deadline.guard(connection);
    try {
      return taking.take(Exchange.begin(http, connection, origin(), token, request));
    } catch (IOException | RuntimeException broken) {
      connection.closeResource();
      return new Answered.Lost<>(
          deadline.passed()
              ? "no answer from %s in %d s"
                  .formatted(address.shown(), request.patience().toSeconds())
              : why("lost", broken));
    }
  }

  private String why(String what, Exception exception) {
    Throwable deepest = exception;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String reason = deepest.getMessage() == null ? "" : ": " + deepest.getMessage();
    return what + " " + address.shown() + reason;
  }

  private String origin() {
    return switch (address) {
      case Address.Tcp tcp -> tcp.url();
      case Address.Local _ -> "http://localhost";
    };
  }

  @Override
  public void close() {
    links.close();
  }
}
