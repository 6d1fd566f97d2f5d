package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.client.Address;
import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The real programs in a home of their own: the daemon as the build beside this module has made it,
 * the client from this test's class path. Tests are skipped where the daemon is not built.
 */
final class RealDaemon implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path LIBRARIES = ROOT.resolve("daemon/target/lib");
  private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();

  private final Path home;
  private final Path launcher;
  private final Map<String, String> environment;
  private Process process;
  private Address.Tcp address;

  private RealDaemon(Path home) throws IOException {
    this.home = home;
    this.launcher = home.resolve("bandstand");
    Files.createDirectories(home.resolve("tmp"));
    Files.createDirectory(
        home.resolve("run"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        export BANDSTAND_LAUNCHER=%1$s/bandstand
        java="%2$s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.home=$HOME"
        if [ "$1" = daemon ]; then
          shift
          exec $java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
            -cp '%3$s/model/target/classes:%3$s/daemon/target/classes:%3$s/daemon/target/lib/*' \
            bandstand.daemon.Main "$@"
        fi
        exec $java -cp '%4$s' bandstand.cli.Main "$@"
        """
            .formatted(home, JAVA, ROOT, System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    environment =
        new HashMap<>(
            Map.of(
                "HOME", home.toString(),
                "XDG_CONFIG_HOME", home + "/config",
                "XDG_DATA_HOME", home + "/data",
                "XDG_STATE_HOME", home + "/state",
                "XDG_RUNTIME_DIR", home + "/run",
                "TMPDIR", home + "/tmp",
                "BANDSTAND_URL", "",
                "BANDSTAND_SAMPLES", ROOT.resolve("scripts/samples").toString()));
  }

  /** A home without a daemon. */
  static RealDaemon none(Path home) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(LIBRARIES), "no daemon is built");
    return new RealDaemon(home);
  }

  /** A daemon with both samples. */
  static RealDaemon started(Path home) throws IOException {
    RealDaemon daemon = none(home);
    daemon.start(0);
    try (DaemonClient client = daemon.client()) {
      if (Samples.of(daemon.environment).load(client)
          instanceof Result.Ended<Integer>(_, String why)) {
        throw new AssertionError(why);
      }
    }
    return daemon;
  }

  void start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(), "daemon", "--data", home + "/data", "--port", "" + port);
    builder.environment().putAll(environment);
    process = builder.redirectError(home.resolve("daemon.err").toFile()).start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new AssertionError(Files.readString(home.resolve("daemon.err")));
    }
    address = new Address.Tcp("127.0.0.1", Integer.parseInt(line.replaceAll(".*:", "")));
  }

  /** As a power cut does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  Path home() {
    return home;
  }

  String launcher() {
    return launcher.toString();
  }

  Map<String, String> environment() {
    return environment;
  }

  Address.Tcp address() {
    return address;
  }

  DaemonClient client() throws IOException {
    return new DaemonClient(
        address, Files.readString(home.resolve("config/bandstand/token")).strip());
  }

  /** As curl does. */
  void put(String json, String... path) throws IOException {
    send("PUT", json, path);
  }

  /** As curl does. */
  void post(String json, String... path) throws IOException {
    send("POST", json, path);
  }

  private void send(String method, String json, String... path) throws IOException {
    try (DaemonClient client = client()) {
      var answered = client.ask(Request.of(method, path).json(json), Outcome::done);
      if (!(answered instanceof Answered.Done<byte[]>)) {
        throw new AssertionError(answered.toString());
      }
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      try {
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
      }
      process.destroyForcibly();
    }
  }
}
