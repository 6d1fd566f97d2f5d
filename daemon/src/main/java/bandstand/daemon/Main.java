package bandstand.daemon;

import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
    description = {
      "Keeps inspections and serves the REST API on 127.0.0.1, and on a Unix socket for you alone.",
      "Everybody who asks needs a token: bandstand token --help."
    },
    subcommands = {
      VerifyCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
      TokenResetCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND]",
    commandListHeading = "%nCommands, which need no daemon:%n",
    footerHeading =
        "%nPrints 'listening on http://127.0.0.1:PORT' when it serves. SIGTERM stops it cleanly.%n")
public final class Main implements Callable<Integer> {
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
      description =
          "Data folder, made if absent, with access.log in it (default: $XDG_DATA_HOME/bandstand).")
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

  @Option(
      names = "--group-socket",
      paramLabel = "PATH",
      description = {
        "Listen on this Unix socket, too, for a group of this host's users (0660), for a team.",
        "Nobody but the daemon's user and root may be able to change its folder."
      })
  private Optional<Path> groupSocket = Optional.empty();

  @Option(
      names = "--socket-group",
      paramLabel = "GROUP",
      description = "Whose socket that is (default: the group of its folder).")
  private Optional<String> socketGroup = Optional.empty();

  private Main() {}

  public static void main(String[] arguments) {
    quieten();
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().usageMessage().footer(ExitCode.table());
    line.getSubcommands()
        .values()
        .forEach(one -> one.getCommandSpec().usageMessage().footer(ExitCode.table()));
    System.exit(line.execute(arguments));
  }

  /**
   * One line a message on standard error; of the server's library what ends it, since its warnings
   * show paths and texts of requests.
   */
  private static void quieten() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %5$s%6$s%n");
    LIBRARIES.setLevel(Level.SEVERE);
    STARTER.setLevel(Level.OFF);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      return refused(ExitCode.USAGE, "--port takes a number from 0 to " + HIGHEST_PORT);
    }
    if (idleMinutes.filter(minutes -> minutes < 0).isPresent()) {
      return refused(ExitCode.USAGE, "--idle-minutes takes a number from 0");
    }
    if (socketGroup.isPresent() && groupSocket.isEmpty()) {
      return refused(ExitCode.USAGE, "--socket-group goes with --group-socket PATH");
    }
    Optional<GroupSocket> shared =
        groupSocket.map(path -> new GroupSocket(path.toAbsolutePath().normalize(), socketGroup));
    Folders folders = Folders.of(System.getenv(), System.getProperty("user.home"));
    Path folder = data.orElseGet(() -> Path.of(folders.data())).toAbsolutePath().normalize();
    try {
      return switch (Daemon.start(
          folder, port, shared, folders, System.getProperty("user.name"), Version.text())) {
        case Started.Refused(ExitCode exit, String why) -> refused(exit, why);
        case Started.Serving(Daemon daemon) -> serve(daemon, shared);
      };
    } catch (FileSystemException unusable) {
      Started.Refused refused = Started.unusable(unusable);
      return refused(refused.exit(), refused.why());
    } catch (IOException cannot) {
      return refused(ExitCode.FAILED, "Cannot use %s: %s".formatted(folder, cannot.getMessage()));
    }
  }

  private int serve(Daemon daemon, Optional<GroupSocket> shared) throws InterruptedException {
    Thread stop = Thread.ofPlatform().name("stop").unstarted(() -> close(daemon));
    Runtime.getRuntime().addShutdownHook(stop);
    System.out.println("listening on http://127.0.0.1:" + daemon.port());
    shared.ifPresent(socket -> System.out.println("listening on unix:" + socket.path()));
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

  /** Says why in one line. */
  static int refused(ExitCode exit, String why) {
    System.err.println("bandstand: " + why);
    return exit.code();
  }
}
