package bandstand.terminal;

import bandstand.view.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/**
 * A real terminal with one program in it: a detached tmux session on a server of its own, ended by
 * {@link #close}. Tests that start one are skipped where there is no tmux.
 */
public final class Tmux implements AutoCloseable {

  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final String server =
      "test-" + ProcessHandle.current().pid() + "-" + STARTED.getAndIncrement();

  /** Written by the shell around the command: tmux itself sometimes misses how a command ended. */
  private final Path statusFile;

  private final Path processFile;

  private Tmux() {
    try {
      Path folder = Files.createTempDirectory(server);
      statusFile = folder.resolve("status");
      processFile = folder.resolve("process");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a command; the variables are added to this process' own, with {@code LANG} set to UTF-8
   * and {@code LC_ALL}, {@code LC_CTYPE} and {@code NO_COLOR} emptied unless they are among them.
   */
  public static Tmux start(Size size, Map<String, String> variables, List<String> command) {
    Assumptions.assumeTrue(present(), "no tmux here");
    Map<String, String> all =
        new TreeMap<>(Map.of("LANG", "C.UTF-8", "LC_ALL", "", "LC_CTYPE", "", "NO_COLOR", ""));
    all.putAll(variables);
    StringBuilder line =
        new StringBuilder("trap : INT QUIT; sh -c 'echo $$ >\"$0\"; exec \"$@\"' ");
    Tmux tmux = new Tmux();
    line.append(quoted(tmux.processFile.toString())).append(" env");
    all.forEach((name, value) -> line.append(' ').append(quoted(name + "=" + value)));
    command.forEach(argument -> line.append(' ').append(quoted(argument)));
    String status = quoted(tmux.statusFile.toString());
    line.append("; echo $? >%s.new; mv %s.new %s; sleep 86400".formatted(status, status, status));
    tmux.run(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        Integer.toString(size.columns()),
        "-y",
        Integer.toString(size.rows()),
        line.toString(),
        ";",
        "set-option",
        "-g",
        "status",
        "off",
        ";",
        "resize-window",
        "-x",
        Integer.toString(size.columns()),
        "-y",
        Integer.toString(size.rows()));
    return tmux;
  }

  /** Starts the {@code main} of a class on this test's own class path and JDK. */
  public static Tmux startJava(
      Size size, Map<String, String> variables, Class<?> main, String... arguments) {
    return start(size, variables, java(main, arguments));
  }

  /** The command that runs the {@code main} of a class on this test's own class path and JDK. */
  public static List<String> java(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Presses keys by tmux's names: {@code y}, {@code Enter}, {@code Escape}, {@code C-c}, {@code
   * Up}.
   */
  public void keys(String... names) {
    List<String> line = new ArrayList<>(List.of("send-keys", "--"));
    line.addAll(List.of(names));
    run(line.toArray(String[]::new));
  }

  /** Types a text as it is. */
  public void type(String text) {
    run("send-keys", "-l", "--", text);
  }

  /** Sends bytes as they are, in one go. */
  public void bytes(byte... bytes) {
    List<String> line = new ArrayList<>(List.of("send-keys", "-H"));
    for (byte b : bytes) {
      line.add(String.format("%02x", b));
    }
    run(line.toArray(String[]::new));
  }

  /** Pastes, with paste marks if the program has asked for them. */
  public void paste(String text) {
    run("set-buffer", "--", text, ";", "paste-buffer", "-p");
  }

  public void resize(Size size) {
    run(
        "resize-window",
        "-x",
        Integer.toString(size.columns()),
        "-y",
        Integer.toString(size.rows()));
  }

  /** What the screen shows, a line a row, without trailing blanks. */
  public String capture() {
    return run("capture-pane", "-p").stripTrailing();
  }

  /** What the screen shows with the escape sequences for colours and attributes. */
  public String captureStyled() {
    return run("capture-pane", "-p", "-e").stripTrailing();
  }

  /** Waits until the screen shows a text and gives the screen; fails with the screen otherwise. */
  public String waitFor(String text, Duration patience) {
    return waitUntil("'" + text + "'", screen -> screen.contains(text), patience);
  }

  /** Waits until the screen is as described and gives it; fails with the screen otherwise. */
  public String waitUntil(String description, Predicate<String> seen, Duration patience) {
    long start = System.nanoTime();
    while (true) {
      String screen = capture();
      if (seen.test(screen)) {
        return screen;
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new AssertionError(
            "not seen within " + patience + ": " + description + "; but:\n" + screen);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** Waits for the command's end and gives its exit status: 128 and the signal if one ended it. */
  public int exitStatus(Duration patience) {
    waitUntil("the command's end", _ -> Files.exists(statusFile), patience);
    return Integer.parseInt(read(statusFile));
  }

  /** The process id of the command. */
  public long processId() {
    waitUntil(
        "the command's start",
        _ -> Files.exists(processFile) && !read(processFile).isEmpty(),
        COMMAND_PATIENCE);
    return Long.parseLong(read(processFile));
  }

  /** Sends the command a signal, such as {@code TERM}. */
  public void signal(String name) {
    signal(processId(), name);
  }

  /** Sends any process a signal. */
  public static void signal(long processId, String name) {
    execute(List.of("kill", "-" + name, Long.toString(processId)));
  }

  /** What tmux knows, such as {@code #{alternate_on}} or {@code #{cursor_flag}}. */
  public String format(String format) {
    return run("display-message", "-p", format).strip();
  }

  @Override
  public void close() {
    run("kill-server");
    try {
      Files.deleteIfExists(statusFile);
      Files.deleteIfExists(processFile);
      Files.deleteIfExists(processFile.resolveSibling(statusFile.getFileName() + ".new"));
      Files.deleteIfExists(processFile.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String... arguments) {
    List<String> line = new ArrayList<>(List.of("tmux", "-u", "-L", server));
    line.addAll(List.of(arguments));
    return execute(line);
  }

  private static boolean present() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String execute(List<String> line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(COMMAND_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("no end: " + line);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(line + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String argument) {
    return "'" + argument.replace("'", "'\\''") + "'";
  }
}
