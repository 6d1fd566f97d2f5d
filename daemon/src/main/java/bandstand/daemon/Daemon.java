package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.http.Api;
import bandstand.http.Doors;
import bandstand.http.Server;
import bandstand.service.Backups;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.People;
import bandstand.store.Durable;
import bandstand.store.Editions;
import bandstand.store.Store;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.Folders;
import bandstand.wire.HealthJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** One daemon: everything it holds open, from its start to its stop. */
final class Daemon implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Daemon.class.getName());

  private final Held dataLock;
  private final Optional<Held> runtimeLock;
  private final Inspections inspections;
  private final People people;
  private final Server server;
  private final Folders folders;
  private final Optional<Path> socket;
  private final Optional<GroupSocket> shared;
  private final AtomicReference<Instant> lastUse;
  private final CountDownLatch stopping = new CountDownLatch(1);

  private Daemon(
      Held dataLock,
      Optional<Held> runtimeLock,
      Inspections inspections,
      People people,
      Server server,
      Folders folders,
      Optional<Path> socket,
      Optional<GroupSocket> shared,
      AtomicReference<Instant> lastUse) {
    this.dataLock = dataLock;
    this.runtimeLock = runtimeLock;
    this.inspections = inspections;
    this.people = people;
    this.server = server;
    this.folders = folders;
    this.socket = socket;
    this.shared = shared;
    this.lastUse = lastUse;
  }

  /**
   * Starts a daemon that serves when this returns.
   *
   * @param port 0: any free one
   * @param shared for a team; empty: none
   */
  static Started start(
      Path data,
      int port,
      Optional<GroupSocket> shared,
      Folders folders,
      String user,
      String version)
      throws IOException {
    Places places = new Places(data);
    Optional<Started.Refused> unfit = places.unfit();
    if (unfit.isEmpty()) {
      unfit = Places.unsafe(Path.of(folders.runtime()));
    }
    if (unfit.isPresent()) {
      return unfit.get();
    }
    places.make();
    Optional<Held> dataLock = Held.of(places.lock());
    if (dataLock.isEmpty()) {
      return new Started.Refused(
          ExitCode.DATA_IN_USE,
          "Another daemon uses %s; stop it first (bandstand stop)".formatted(data));
    }
    Optional<Started.Refused> unshared =
        shared.isPresent() ? shared.get().prepare() : Optional.empty();
    if (unshared.isPresent()) {
      dataLock.get().close();
      return unshared.get();
    }
    InstantSource clock = InstantSource.system();
    People people = People.open(places.tokens(), clock);
    Optional<String> noToken = LeadToken.ensure(people, Path.of(folders.token()), user);
    if (noToken.isPresent()) {
      dataLock.get().close();
      return new Started.Refused(ExitCode.NO_TOKEN, noToken.get());
    }
    return switch (open(places, clock)) {
      case Outcome.Refused<Inspections>(Problem problem) ->
          new Started.Refused(ExitCode.FAILED, problem.detail());
      case Outcome.Done<Inspections>(Inspections inspections) ->
          serving(
              dataLock.get(), inspections, people, clock, port, shared, folders, places, version);
    };
  }

  /** Everything a data folder holds, whose lock is held. */
  static Outcome<Inspections> open(Places places, InstantSource clock) throws IOException {
    Store store = Store.open(places.inspections(), Notices::doubted);
    Editions editions = Editions.open(places.editions(), BuiltInEditions.load(), Notices::leftOut);
    return Inspections.open(
        places.journal(), store, editions, places.erasures(), clock, Api::summary);
  }

  private static Started serving(
      Held dataLock,
      Inspections inspections,
      People people,
      InstantSource clock,
      int port,
      Optional<GroupSocket> shared,
      Folders folders,
      Places places,
      String version)
      throws IOException {
    Notices.journal(inspections.opened());
    Notices.clock(places, clock.instant());
    Path runtime = Path.of(folders.runtime());
    Places.folder(runtime);
    Optional<Held> runtimeLock = Held.of(runtime.resolve("daemon.lock"));
    Optional<Path> socket =
        runtimeLock.isPresent() ? folders.socket().map(Path::of) : Optional.empty();
    if (socket.isPresent()) {
      Files.deleteIfExists(socket.get());
    } else {
      LOG.log(
          System.Logger.Level.INFO,
          "no Unix socket: another daemon has it, or its path is too long");
    }
    Erasures erasures = new Erasures(inspections);
    Backups backups =
        Backups.open(places.data(), places.backup(), inspections, erasures, clock, version);
    AtomicReference<Instant> lastUse = new AtomicReference<>(clock.instant());
    Function<Optional<Path>, Server> servers =
        at ->
            Api.server(
                inspections,
                people,
                backups,
                erasures,
                clock,
                version,
                places.data(),
                new Doors(
                    port,
                    Stream.concat(at.stream(), shared.map(GroupSocket::path).stream()).toList()),
                () -> lastUse.set(clock.instant()));
    Server server = servers.apply(socket);
    boolean started = server.start();
    if (!started && socket.isPresent()) {
      server = servers.apply(Optional.empty());
      started = server.start();
      if (started) {
        LOG.log(System.Logger.Level.WARNING, "no Unix socket: {0} cannot be made", socket.get());
      }
      socket = Optional.empty();
    }
    Daemon daemon =
        new Daemon(
            dataLock, runtimeLock, inspections, people, server, folders, socket, shared, lastUse);
    if (!started) {
      daemon.close();
      return new Started.Refused(
          ExitCode.PORT_TAKEN,
          "Port %d on 127.0.0.1 is taken; choose another with --port, or 0 for any"
              .formatted(port));
    }
    if (socket.isPresent()) {
      Files.setPosixFilePermissions(socket.get(), PosixFilePermissions.fromString("rw-------"));
    }
    if (shared.isPresent()) {
      shared.get().share();
    }
    if (runtimeLock.isPresent()) {
      daemon.tell(places.data(), version);
    }
    return new Started.Serving(daemon);
  }

  /** On a full disk the days of last use are not worth a stop that is not clean. */
  private void keepLastUses() {
    try {
      people.keep();
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "last uses of tokens cannot be written: {0}", full);
    }
  }

  /** Clients that do not find this still find the port that they are told. */
  private void tell(Path data, String version) {
    try {
      Durable.replace(
          Path.of(folders.running()),
          HealthJson.running(
              ProcessHandle.current().pid(),
              server.port(),
              data.toString(),
              socket.map(Path::toString).orElse(""),
              version));
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", folders.running(), full);
    }
  }

  int port() {
    return server.port();
  }

  /** Waits until told to stop or, if asked to, until nobody has used it for so long. */
  void await(Optional<Duration> idle) throws InterruptedException {
    if (idle.isEmpty()) {
      stopping.await();
      return;
    }
    while (true) {
      if (inspections.hub().size() > 0) {
        lastUse.set(Instant.now());
      }
      Duration left = idle.get().minus(Duration.between(lastUse.get(), Instant.now()));
      if (left.isNegative() || stopping.await(Math.max(1, left.toSeconds()), TimeUnit.SECONDS)) {
        return;
      }
    }
  }

  /** Ends streams, answers what waits, puts everything at rest, and lets go of everything. */
  @Override
  public void close() throws IOException {
    stopping.countDown();
    inspections.hub().stop();
    server.stop();
    inspections.close();
    keepLastUses();
    if (shared.isPresent()) {
      shared.get().remove();
    }
    if (runtimeLock.isPresent()) {
      Files.deleteIfExists(Path.of(folders.running()));
      if (socket.isPresent()) {
        Files.deleteIfExists(socket.get());
      }
      runtimeLock.get().close();
    }
    dataLock.close();
  }
}
