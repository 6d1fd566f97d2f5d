package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds the daemon a client talks to: the one named, else the one logged in to, else this user's
 * own, which alone is started if none runs.
 */
public final class Finding {
  /** Names a daemon as {@code --url} does. */
  public static final String URL = "BANDSTAND_URL";

  /** Names this user's own daemon, also for one who is logged in to another. */
  public static final String OWN = "own";

  /** A first start on a slow machine takes some seconds, a build before it is the launcher's. */
  static final Duration START_PATIENCE = Duration.ofSeconds(60);

  /** Another daemon on the same data may be about to listen when ours has given up. */
  static final Duration OTHERS_PATIENCE = Duration.ofSeconds(3);

  /** A daemon nobody uses ends after so long (the architecture's choice). */
  private static final int IDLE_MINUTES = 30;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Map<String, String> environment;
  private final Folders folders;
  private final Starting starting;
  private final Time time;

  /** How a daemon is started here. */
  interface Starting {
    Started start() throws IOException;
  }

  /** One that was. */
  interface Started {
    boolean alive();

    String lastWords() throws IOException;
  }

  /** By this environment and its folders. */
  public Finding(Map<String, String> environment, Folders folders) {
    this(
        environment,
        folders,
        () -> DaemonProcess.start(environment, folders, IDLE_MINUTES),
        Time.system());
  }

  Finding(Map<String, String> environment, Folders folders, Starting starting, Time time) {
    this.environment = environment;
    this.folders = folders;
    this.starting = starting;
    this.time = time;
  }

  /**
   * The daemon to talk to; a problem says in one line why there is none.
   *
   * @param url as given on the command line
   * @param tokenFile in place of the user's own
   * @param telling hears what takes long
   */
  public Outcome<Found> find(
      Optional<String> url, Optional<Path> tokenFile, Consumer<String> telling) {
    return withToken(url, tokenFile, () -> own(telling));
  }

  /** As {@link #find}, but none is started. */
  public Outcome<Found> findRunning(Optional<String> url, Optional<Path> tokenFile) {
    return withToken(url, tokenFile, this::running);
  }

  /**
   * What starts the daemon again that {@link #find} found, should it die; nothing for one that is
   * named. A daemon that was stopped takes away the word it left of itself, and stays stopped.
   */
  public Revival revival(Optional<String> url) {
    return choice(url) instanceof Outcome.Done<Choice>(Choice choice) && choice.own()
        ? new Revival(() -> RunningDaemon.died(folders), () -> own(_ -> {}), time)
        : Revival.none();
  }

  /** Which daemon is meant, whether it runs or not. */
  public Outcome<Choice> choice(Optional<String> url) {
    Optional<String> given = url.filter(Predicate.not(String::isBlank));
    if (given.isPresent()) {
      return named(Choice.By.OPTION, given.get());
    }
    String set = environment.getOrDefault(URL, "");
    return set.isBlank()
        ? Login.read(folders)
            .map(
                login ->
                    new Choice(
                        login.isPresent() ? Choice.By.LOGIN : Choice.By.NOBODY,
                        login.map(Login::address)))
        : named(Choice.By.ENVIRONMENT, set);
  }

  private Outcome<Choice> named(Choice.By by, String url) {
    return url.strip().equals(OWN)
        ? Outcome.done(new Choice(by, Optional.empty()))
        : Address.parse(url).map(address -> new Choice(by, ownOrNot(address)));
  }

  /** Empty if it is where this user's own daemon listens. */
  private Optional<Address> ownOrNot(Address address) {
    return Optional.of(address)
        .filter(one -> !(one instanceof Address.Local local) || !ours(local));
  }

  private boolean ours(Address.Local local) {
    return folders.socket().map(Path::of).equals(Optional.of(local.socket()));
  }

  /** Where the token for a daemon is kept: the login's is shown to the login's daemon alone. */
  public KeptToken token(Choice choice, Optional<Path> tokenFile) {
    if (tokenFile.isEmpty()
        && Login.read(folders) instanceof Outcome.Done<Optional<Login>>(Optional<Login> login)
        && login.isPresent()
        && choice.address().equals(Optional.of(login.get().address()))) {
      return new KeptToken.InLogin(folders, login.get());
    }
    return new KeptToken.InFile(tokenFile.orElseGet(() -> Path.of(folders.token())));
  }

  private Outcome<Found> withToken(
      Optional<String> url, Optional<Path> tokenFile, Supplier<Outcome<Address>> own) {
    return choice(url)
        .then(
            choice ->
                choice
                    .address()
                    .map(Outcome::done)
                    .orElseGet(own)
                    .then(
                        address -> {
                          KeptToken kept = token(choice, tokenFile);
                          return kept.read()
                              .map(token -> new Found(address, token, Optional.of(kept)));
                        }));
  }

  private Outcome<Path> socket() {
    return folders
        .socket()
        .map(path -> Outcome.done(Path.of(path)))
        .orElseGet(
            () ->
                unavailable(
                    "the path of the runtime folder " + folders.runtime() + " is too long"));
  }

  private Outcome<Address> running() {
    return socket()
        .then(
            path ->
                listening(path)
                    ? Outcome.done(new Address.Local(path))
                    : unavailable("no daemon runs"));
  }

  private Outcome<Address> own(Consumer<String> telling) {
    return socket().then(path -> own(path, telling));
  }

  private Outcome<Address> own(Path socket, Consumer<String> telling) {
    try {
      return listening(socket) || broughtUp(socket, telling)
          ? Outcome.done(new Address.Local(socket))
          : unavailable("a daemon was started, but does not listen at " + socket);
    } catch (IOException failed) {
      return unavailable("no daemon runs, and none could be started: " + failed.getMessage());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return unavailable("no daemon runs, and starting one was cut short");
    }
  }

  /** Several clients may come here at once: one starts a daemon, all wait for it. */
  private boolean broughtUp(Path socket, Consumer<String> telling)
      throws IOException, InterruptedException {
    PrivateFiles.makeFolder(Path.of(folders.runtime()));
    long from = time.nanos();
    try (FileChannel channel =
        FileChannel.open(
            Path.of(folders.startLock()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (!locked(channel)) {
        if (listening(socket) || over(from, START_PATIENCE)) {
          return listening(socket);
        }
        time.pause(PAUSE);
      }
      if (listening(socket)) {
        return true;
      }
      telling.accept("starting the daemon ...");
      return listens(socket, starting.start());
    }
  }

  private boolean listens(Path socket, Started daemon) throws IOException, InterruptedException {
    long from = time.nanos();
    while (daemon.alive()) {
      if (listening(socket) || over(from, START_PATIENCE)) {
        return listening(socket);
      }
      time.pause(PAUSE);
    }
    long ended = time.nanos();
    while (!listening(socket)) {
      if (over(ended, OTHERS_PATIENCE)) {
        throw new IOException(daemon.lastWords());
      }
      time.pause(PAUSE);
    }
    return true;
  }

  private boolean over(long from, Duration patience) {
    return time.nanos() - from > patience.toNanos();
  }

  /** The lock goes with its channel, and with the process. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static boolean listening(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobody) {
      return false;
    }
  }

  private static <T> Outcome<T> unavailable(String detail) {
    return Outcome.refused(Problem.Kind.UNAVAILABLE, detail);
  }
}
