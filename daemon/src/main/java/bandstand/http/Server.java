package bandstand.http;

import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The HTTP server: a table of routes on loopback and, beside it, on Unix sockets. */
public final class Server {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /** The server's own watch for idle lines interrupts threads, so ours comes before it. */
  private static final Duration NEVER = Duration.ofDays(1000);

  private static final String UNIX = "unix:";

  private final Instruments instruments;
  private final Lines lines;
  private final WebServer server;

  /**
   * A server that is not started.
   *
   * @param used told of every request but health checks, before it is answered
   */
  Server(
      Guard guard,
      List<Route> routes,
      Doors doors,
      Instruments instruments,
      InstantSource clock,
      Runnable used) {
    this.instruments = instruments;
    this.lines = new Lines(instruments.metrics(), doors.connections());
    Answering answering = new Answering(guard, routes, instruments, clock, used);
    WebServerConfig.Builder config =
        WebServer.builder()
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .bindAddress(new InetSocketAddress(LOOPBACK, doors.port()))
            // Else a reply of two writes waits 40 ms for the reader's acknowledgement.
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(answering.routing(false));
    limits(config, clock);
    for (Path path : doors.sockets()) {
      config.putSocket(
          UNIX + path,
          listener ->
              limits(listener.bindAddress(UnixDomainSocketAddress.of(path)), clock)
                  .routing(answering.routing(true)));
    }
    this.server = config.build();
  }

  private <L extends ListenerConfig.BuilderBase<L, ?>> L limits(L listener, InstantSource clock) {
    return listener
        .maxPayloadSize(Limits.IMPORT_BYTES)
        .idleConnectionTimeout(NEVER)
        .shutdownGracePeriod(Limits.GRACE)
        .directHandlers(Sending.unread(instruments, clock))
        .contentEncoding(encoding -> encoding.contentEncodingsDiscoverServices(false))
        .protocolsDiscoverServices(false)
        .addConnectionSelector(lines);
  }

  /** False when the port is taken or an address cannot be bound. */
  public boolean start() {
    server.start();
    if (server.isRunning()) {
      lines.start();
      instruments.accessLog().start();
    }
    return server.isRunning();
  }

  public int port() {
    return server.port();
  }

  Lines lines() {
    return lines;
  }

  /** Event streams have been ended before. */
  public void stop() {
    lines.stop();
    server.stop();
    instruments.accessLog().close();
  }
}
