package bandstand.client;

import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A daemon started from here; what it says goes to its log. */
public final class DaemonProcess implements Finding.Started {
  /** Names the command that starts what Bandstand consists of. */
  public static final String LAUNCHER = "BANDSTAND_LAUNCHER";

  /** The log of some thousand starts; a larger one is begun anew. */
  private static final long LOG_BYTES = 1 << 20;

  /** A daemon writes its files when it ends. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Path log;
  private final long logFrom;

  private DaemonProcess(Process process, Path log, long logFrom) {
    this.process = process;
    this.log = log;
    this.logFrom = logFrom;
  }

  /**
   * Starts a daemon on a free port, in a session of its own where the system can: it may outlive
   * this process and its terminal.
   *
   * @param environment names the launcher; a daemon gets all of it
   * @param folders by that environment
   * @param idleMinutes it ends by itself after so long without a client
   */
  public static DaemonProcess start(
      Map<String, String> environment, Folders folders, int idleMinutes) throws IOException {
    String launcher = environment.get(LAUNCHER);
    if (launcher == null) {
      throw new IOException("nothing says how to start one (" + LAUNCHER + " is not set)");
    }
    List<String> command = new ArrayList<>();
    setsid(environment).ifPresent(path -> command.add(path.toString()));
    command.addAll(List.of(launcher, "daemon", "--data", folders.data(), "--port", "0"));
    command.addAll(List.of("--idle-minutes", Integer.toString(idleMinutes)));
    Path log = Path.of(folders.daemonLog());
    PrivateFiles.makeFile(log);
    if (Files.size(log) > LOG_BYTES) {
      Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
          .close();
    }
    long logFrom = Files.size(log);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new DaemonProcess(builder.start(), log, logFrom);
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  /** The last line it has said, without its own name before it; or where it would stand. */
  @Override
  public String lastWords() throws IOException {
    byte[] said = Files.readAllBytes(log);
    int from = (int) Math.min(logFrom, said.length);
    return new String(said, from, said.length - from, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((_, later) -> later)
        .map(line -> line.replaceFirst("^bandstand: ", ""))
        .orElse("it said nothing in " + log);
  }

  /** Ends it as SIGTERM does, and waits; kills it if it will not end in time. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Path> setsid(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(":"))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, "setsid"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
