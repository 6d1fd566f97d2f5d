package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The calls a process makes that change a disk: all of them noted, or one of them gone wrong.
 *
 * @param trace where strace notes them
 * @param arguments of strace, but for what it is to trace
 */
record Strace(Path trace, List<String> arguments) {
  private static final Path PROGRAM = Path.of("/usr/bin/strace");

  /** Also those that Java does not make today. */
  private static final List<String> CALLS =
      List.of(
          "write",
          "writev",
          "pwrite64",
          "pwritev",
          "pwritev2",
          "fdatasync",
          "fsync",
          "msync",
          "rename",
          "renameat",
          "renameat2",
          "unlink",
          "unlinkat",
          "rmdir",
          "mkdir",
          "link",
          "truncate",
          "ftruncate",
          "fallocate");

  private static final Pattern CALL = Pattern.compile("^([0-9]+)\\s+([a-z0-9]+)\\((.*)$");
  private static final Pattern PATH = Pattern.compile("[<\"](/[^>\"]*)[>\"]");
  private static final int PATIENCE_SECONDS = 60;

  /** What happens instead of a call. */
  enum Fault {
    KILL("signal=KILL"),
    EIO("error=EIO"),
    ENOSPC("error=ENOSPC");

    private final String words;

    Fault(String words) {
      this.words = words;
    }
  }

  /**
   * What a process did below a folder.
   *
   * @param most the most calls of a name that one of its threads made
   * @param paths what they were about
   */
  record Calls(Map<String, Integer> most, TreeSet<String> paths) {}

  /** Why none can be used here; empty if one can. */
  static Optional<String> absent() {
    if (!Files.isExecutable(PROGRAM)) {
      return Optional.of("no strace is installed");
    }
    try {
      Process probe =
          new ProcessBuilder(PROGRAM.toString(), "-o", "/dev/null", "/bin/true").start();
      return probe.waitFor() == 0 ? Optional.empty() : Optional.of("strace may not trace here");
    } catch (IOException | InterruptedException failed) {
      return Optional.of("strace does not run: " + failed.getMessage());
    }
  }

  /** Notes every call. */
  static Strace noting(Path trace) {
    return new Strace(trace, arguments(trace));
  }

  /** Lets the call of a number, counted in each thread, go wrong where it is about these paths. */
  static Strace failing(Path trace, Calls calls, String call, int number, Fault fault) {
    List<String> arguments = arguments(trace);
    for (String path : calls.paths()) {
      arguments.add("-P");
      arguments.add(path);
    }
    arguments.add("-e");
    arguments.add("inject=%s:%s:when=%d".formatted(call, fault.words, number));
    return new Strace(trace, arguments);
  }

  private static List<String> arguments(Path trace) {
    return new ArrayList<>(
        List.of(
            PROGRAM.toString(),
            "-f",
            "-y",
            "-o",
            trace.toString(),
            "-e",
            "trace=" + String.join(",", CALLS)));
  }

  /** The words before a command, which stays this process's own child. */
  List<String> before(List<String> command) {
    List<String> all = new ArrayList<>(arguments);
    all.add("-D");
    all.addAll(command);
    return all;
  }

  /** Traces a process that runs already; when this returns, every thread of it is traced. */
  Process attached(long pid) throws IOException {
    List<String> all = new ArrayList<>(arguments);
    all.add("-p");
    all.add("" + pid);
    Process tracer =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!traced(pid)) {
      if (System.nanoTime() > until || !tracer.isAlive()) {
        throw new IOException("strace does not attach to " + pid);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    return tracer;
  }

  /** No where a thread ends just now: look again. */
  private static boolean traced(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path thread : threads.toList()) {
        if (Files.readString(thread.resolve("status"), UTF_8).contains("TracerPid:\t0\n")) {
          return false;
        }
      }
      return true;
    } catch (IOException | UncheckedIOException ended) {
      return false;
    }
  }

  /** Whether an error was injected. */
  boolean injected() throws IOException {
    try (Stream<String> lines = Files.lines(trace, UTF_8)) {
      return lines.anyMatch(line -> line.contains("(INJECTED"));
    }
  }

  /** What was noted of calls about files below a folder. */
  Calls calls(Path folder) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> most = new TreeMap<>();
    TreeSet<String> paths = new TreeSet<>();
    for (String line : Files.readAllLines(trace, UTF_8)) {
      Matcher call = CALL.matcher(line);
      if (!call.matches()) {
        continue;
      }
      List<String> about =
          PATH.matcher(call.group(3))
              .results()
              .map(found -> found.group(1))
              .filter(path -> Path.of(path).startsWith(folder) && !path.endsWith(".sock"))
              .toList();
      if (!about.isEmpty()) {
        int count = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
        most.merge(call.group(2), count, Math::max);
        paths.addAll(about);
      }
    }
    return new Calls(most, paths);
  }
}
