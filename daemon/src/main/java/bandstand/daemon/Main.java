package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand daemon}: serves one data folder in the foreground. */
@Command(
    name = "bandstand daemon",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Keeps inspections and serves the REST API on 127.0.0.1.",
    footer = {
      "",
      "Prints 'listening on http://127.0.0.1:PORT' when it serves. SIGTERM stops it cleanly.",
      "Exit codes: 0 stopped, 1 could not start, 2 usage, 143 stopped by SIGTERM."
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int HIGHEST_PORT = 65_535;

  /** The port that scripts expect when none is named. */
  private static final String PORT = "7117";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger LIBRARIES = Logger.getLogger("io.helidon");

  /** Tells of a port that is taken in forty lines; one is ours. */
  private static final Logger STARTER = Logger.getLogger("io.helidon.webserver.LoomServer");

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Bandstand " + text()};
    }

    static String text() {
      return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");
    }
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder, made if absent (default: $XDG_DATA_HOME/bandstand).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = PORT,
      description = "Port on 127.0.0.1; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--idle-minutes",
      paramLabel = "N",
      description = "Stop when nobody has used it for so long (default: never).")
  private Optional<Integer> idleMinutes = Optional.empty();

  private Main() {}

  public static void main(String[] arguments) {
    quieten();
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  /** One line a message on standard error; of the libraries only what goes wrong. */
  private static void quieten() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %5$s%6$s%n");
    LIBRARIES.setLevel(Level.WARNING);
    STARTER.setLevel(Level.OFF);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      return failed("--port takes a number from 0 to " + HIGHEST_PORT);
    }
    Folders folders = Folders.of(System.getenv(), System.getProperty("user.home"));
    Path folder = data.orElseGet(() -> Path.of(folders.data())).toAbsolutePath().normalize();
    try {
      return switch (Daemon.start(
          folder, port, folders, System.getProperty("user.name"), Version.text())) {
        case Outcome.Refused<Daemon>(Problem problem) -> failed(problem.detail());
        case Outcome.Done<Daemon>(Daemon daemon) -> serve(daemon);
      };
    } catch (IOException cannot) {
      return failed("Cannot use %s: %s".formatted(folder, cannot.getMessage()));
    }
  }

  private int serve(Daemon daemon) throws InterruptedException {
    Thread stop = Thread.ofPlatform().name("stop").unstarted(() -> close(daemon));
    Runtime.getRuntime().addShutdownHook(stop);
    System.out.println("listening on http://127.0.0.1:" + daemon.port());
    System.out.flush();
    daemon.await(idleMinutes.map(Duration::ofMinutes));
    return 0;
  }

  /** The one ordered end, whatever asked for it. */
  private static void close(Daemon daemon) {
    try {
      daemon.close();
    } catch (IOException failure) {
      System.err.println("bandstand: the stop was not clean: " + failure.getMessage());
    }
  }

  private static int failed(String why) {
    System.err.println("bandstand: " + why);
    return FAILED;
  }
}
