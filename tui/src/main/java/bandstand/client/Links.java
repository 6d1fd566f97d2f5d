package bandstand.client;

import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.ConnectionKey;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.api.UnixDomainSocketClientConnection;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The connections to one daemon that wait for their next request.
 *
 * <p>In place of Helidon's own cache, which wakes up ten times a second for each idle connection
 * and hands out those of a Unix domain socket that the daemon has closed.
 */
final class Links implements AutoCloseable {
  /** One inspection has one write under way, and reads beside it. */
  private static final int KEPT = 4;

  /** Sooner than a daemon closes an idle connection. */
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);

  /** Said to Helidon at every turn: by default it reads and parses the system's trust store. */
  static final Tls NO_TLS = Tls.builder().enabled(false).build();

  private static final List<String> PROTOCOLS = List.of(Http1Client.PROTOCOL_ID);

  private record Kept(ClientConnection connection, long since) {}

  private final WebClient web;
  private final Address address;
  private final Time time;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private boolean closed;

  Links(WebClient web, Address address, Time time) {
    this.web = web;
    this.address = address;
    this.time = time;
  }

  /** The one used last; empty when none waits. */
  synchronized Optional<ClientConnection> take() {
    while (!kept.isEmpty()) {
      Kept latest = kept.pop();
      boolean young = time.nanos() - latest.since() < KEPT_FOR.toNanos();
      if (young && latest.connection().isConnected()) {
        return Optional.of(latest.connection());
      }
      latest.connection().closeResource();
    }
    return Optional.empty();
  }

  /** A new one; throws what Helidon throws when nobody listens. */
  ClientConnection connect() {
    return switch (address) {
      case Address.Tcp(String host, int port) ->
          TcpClientConnection.create(
                  web,
                  ConnectionKey.create(
                      "http",
                      host,
                      port,
                      NO_TLS,
                      web.prototype().dnsResolver(),
                      web.prototype().dnsAddressLookup(),
                      Proxy.noProxy()),
                  PROTOCOLS,
                  _ -> true,
                  _ -> {})
              .connect();
      case Address.Local(var socket, _) ->
          UnixDomainSocketClientConnection.create(
                  web, NO_TLS, PROTOCOLS, UnixDomainSocketAddress.of(socket), _ -> true, _ -> {})
              .connect();
    };
  }

  /** Its answer was read to the end. */
  synchronized void keep(ClientConnection connection) {
    if (closed || !connection.isConnected() || kept.size() == KEPT) {
      connection.closeResource();
    } else {
      kept.push(new Kept(connection, time.nanos()));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(waiting -> waiting.connection().closeResource());
    kept.clear();
  }
}
