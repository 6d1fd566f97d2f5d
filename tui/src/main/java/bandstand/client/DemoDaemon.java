package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A daemon for one show, in folders of its own; both are gone when it is closed or this process
 * ends in any way it can notice.
 */
public final class DemoDaemon implements AutoCloseable {
  /** Should this process be killed, its daemon goes by itself. */
  private static final int IDLE_MINUTES = 5;

  private final Path home;
  private final Map<String, String> environment;
  private final Folders folders;
  private Optional<DaemonProcess> process = Optional.empty();
  private boolean closed;

  private DemoDaemon(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
    this.folders = Folders.of(environment, home.toString());
  }

  /**
   * Makes the folders.
   *
   * @param outside the environment of this process, which names the launcher
   */
  public static DemoDaemon prepare(Map<String, String> outside) throws IOException {
    Path home = makeHome(outside);
    Map<String, String> own = new TreeMap<>(outside);
    own.remove(Finding.URL);
    own.put("HOME", home.toString());
    own.put("XDG_CONFIG_HOME", home + "/config");
    own.put("XDG_DATA_HOME", home + "/data");
    own.put("XDG_STATE_HOME", home + "/state");
    own.put("XDG_RUNTIME_DIR", home + "/run");
    DemoDaemon demo = new DemoDaemon(home, own);
    Thread end = Thread.ofPlatform().name("end of the demo").unstarted(demo::close);
    Runtime.getRuntime().addShutdownHook(end);
    return demo;
  }

  /** Where the client that shows it writes. */
  public Folders folders() {
    return folders;
  }

  /** Starts it, and waits until it listens or has failed. */
  public Outcome<Found> start(Consumer<String> telling) {
    if (isClosed()) {
      return Outcome.refused(Problem.Kind.UNAVAILABLE, "the demo has ended");
    }
    return new Finding(environment, folders, this::started, Time.system())
        .find(Optional.empty(), Optional.empty(), telling)
        .map(DemoDaemon::named);
  }

  private static Found named(Found found) {
    return found.address() instanceof Address.Local(Path socket, _)
        ? new Found(Address.Local.demo(socket), found.token(), found.kept())
        : found;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized DaemonProcess started() throws IOException {
    if (closed) {
      throw new IOException("the demo ends");
    }
    DaemonProcess one = DaemonProcess.start(environment, folders, IDLE_MINUTES);
    process = Optional.of(one);
    return one;
  }

  /** Ends the daemon and removes the folders; a second call waits for the first. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    process.ifPresent(DaemonProcess::stop);
    try {
      Files.walkFileTree(home, new Removal());
    } catch (IOException left) {
      System.err.println("bandstand: not all of " + home + " could be removed: " + left);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  /** In {@code TMPDIR}, unless its path leaves no room for that of a socket. */
  private static Path makeHome(Map<String, String> outside) throws IOException {
    String prefix = "bandstand-";
    String wanted = outside.getOrDefault("TMPDIR", "");
    if (wanted.startsWith("/") && Files.isDirectory(Path.of(wanted))) {
      Path home = PrivateFiles.makeTemporaryFolder(Path.of(wanted), prefix);
      if (Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/run"), "").socket().isPresent()) {
        return home;
      }
      Files.delete(home);
    }
    Path usual = Path.of(System.getProperty("java.io.tmpdir"));
    return PrivateFiles.makeTemporaryFolder(usual, prefix);
  }
}
