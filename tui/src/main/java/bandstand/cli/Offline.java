package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.client.DaemonProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The daemon's own commands on files and folders, in a process of their own: the journal and what
 * lies beside it are known to the daemon alone.
 */
final class Offline {
  private static final Path NOTHING = Path.of("/dev/null");

  private final Setting setting;

  Offline(Setting setting) {
    this.setting = setting;
  }

  /** Runs one, and passes on what it says; gives its exit code. */
  int run(List<String> command) {
    return run(command, setting.output()::say);
  }

  /** Runs one, and gives what it prints; what it says of a failure is passed on. */
  Result<List<String>> printed(List<String> command) {
    List<String> lines = new ArrayList<>();
    return run(command, lines::add) == ExitCode.DONE.code()
        ? new Result.Done<>(lines)
        : new Result.Ended<>(ExitCode.FAILED, "");
  }

  private int run(List<String> command, Consumer<String> printing) {
    Optional<String> launcher =
        Optional.ofNullable(setting.environment().get(DaemonProcess.LAUNCHER));
    if (launcher.isEmpty()) {
      return failed("nothing says how to start it (" + DaemonProcess.LAUNCHER + " is not set)");
    }
    List<String> whole = new ArrayList<>(List.of(launcher.get(), "daemon"));
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).redirectInput(NOTHING.toFile());
    builder.environment().clear();
    builder.environment().putAll(setting.environment());
    try {
      Process process = builder.start();
      FutureTask<Void> complaints =
          new FutureTask<>(() -> lines(process.errorReader(UTF_8), setting.errors()::say), null);
      Thread.ofPlatform().daemon().name("complaints").start(complaints);
      lines(process.inputReader(UTF_8), printing);
      complaints.get();
      return process.waitFor();
    } catch (IOException | UncheckedIOException | ExecutionException failed) {
      return failed(launcher.get() + " cannot be run: " + failed.getMessage());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private static void lines(BufferedReader reader, Consumer<String> each) {
    reader.lines().forEach(each);
  }

  private int failed(String why) {
    setting.errors().say("bandstand: " + why);
    return ExitCode.FAILED.code();
  }
}
