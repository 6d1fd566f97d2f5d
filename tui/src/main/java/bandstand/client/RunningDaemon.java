package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.wire.Folders;
import bandstand.wire.HealthJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** This user's own daemon, as it has left word of itself, and the process it runs in. */
public record RunningDaemon(HealthJson.Running says, ProcessHandle process) {
  /** It answers what waits and writes what it has in memory. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /** Stands in the class path of every daemon; its main class may be cut off behind it. */
  private static final String MARK = "bandstand";

  /** Empty when none has left word, or its process is gone. */
  public static Optional<RunningDaemon> of(Folders folders) {
    try {
      byte[] json = Files.readAllBytes(Path.of(folders.running()));
      return HealthJson.readRunning(json) instanceof Outcome.Done<HealthJson.Running>(var says)
          ? ProcessHandle.of(says.pid())
              .filter(RunningDaemon::isDaemon)
              .map(process -> new RunningDaemon(says, process))
          : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /**
   * Whether one left word of itself and its process is gone: it was killed, or failed. One that is
   * stopped takes its word away before it ends; what has ended, but nobody asked about, runs
   * nothing.
   */
  static boolean died(Folders folders) {
    return Files.exists(Path.of(folders.running()))
        && of(folders).map(one -> one.process.info().commandLine().isEmpty()).orElse(true);
  }

  public long pid() {
    return says.pid();
  }

  /** Ends it as SIGTERM does; whether it has ended in time. */
  public boolean stop() {
    process.destroy();
    try {
      process.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException still) {
      return false;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The process may have ended, and its number gone to another. */
  private static boolean isDaemon(ProcessHandle process) {
    return process.info().commandLine().map(line -> line.contains(MARK)).orElse(true);
  }
}
