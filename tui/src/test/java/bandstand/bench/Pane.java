package bandstand.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A terminal of 80 by 24 in a tmux of its own, with one program in it.
 *
 * <p>Keys go to tmux over a control client that stays connected, so that none costs a process; what
 * the program writes comes back over {@code pipe-pane} and a FIFO, each piece with its moment.
 */
final class Pane implements AutoCloseable {
  static final int ROWS = 24;
  static final int COLUMNS = 80;

  /** A start on a busy machine; what takes longer has failed. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int PIECE_BYTES = 1 << 16;

  private final Path socket;
  private final Process control;
  private final OutputStream commands;
  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private final Grid grid = new Grid(ROWS, COLUMNS, seen::add);

  private Pane(Path socket, Process control) {
    this.socket = socket;
    this.control = control;
    this.commands = control.getOutputStream();
  }

  /**
   * Starts tmux and the program, which waits for input before it writes anything.
   *
   * @param scene holds tmux's socket and the FIFO, by names of this pane's own
   */
  static Pane open(Path scene, String name, List<String> program) throws IOException {
    Path socket = scene.resolve(name + ".tmux");
    Path fifo = scene.resolve(name + ".fifo");
    run(List.of("mkfifo", fifo.toString()));
    List<String> line = new ArrayList<>(tmux(socket));
    line.addAll(List.of("-C", "new-session", "-x", "" + COLUMNS, "-y", "" + ROWS));
    line.addAll(program);
    Process control = new ProcessBuilder(line).redirectErrorStream(true).start();
    Pane pane = new Pane(socket, control);
    background(name + " replies", () -> control.getInputStream().transferTo(discarding()));
    pane.command("set-option -g status off");
    pane.command("refresh-client -f no-output");
    pane.command("refresh-client -C " + COLUMNS + "," + ROWS);
    pane.command("pipe-pane 'exec cat >" + fifo + "'");
    background(name + " output", () -> pane.read(fifo));
    return pane;
  }

  /** Presses a key by tmux's name for it; the moment before. */
  long press(String key) {
    return command("send-keys " + key);
  }

  /** Types a command line of the client and presses Enter. */
  void say(String words) {
    command("send-keys -l '" + words + "'");
    press("Enter");
  }

  /** The next thing seen; empty when nothing is for so long. */
  Optional<Seen> next(Duration patience) {
    try {
      return Optional.ofNullable(seen.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  /** The next frame that passes; anything before it is forgotten. */
  Seen.Frame frame(String wanted, Predicate<Seen.Frame> passes) {
    while (true) {
      if (awaited(wanted) instanceof Seen.Frame frame && passes.test(frame)) {
        return frame;
      }
    }
  }

  /** The next mark that begins so; anything before it is forgotten. */
  Seen.Mark mark(String beginning) {
    while (true) {
      if (awaited("mark " + beginning) instanceof Seen.Mark mark
          && mark.words().startsWith(beginning)) {
        return mark;
      }
    }
  }

  /** Text outside of any frame; anything before it is forgotten. */
  Seen.Text text() {
    while (true) {
      if (awaited("text") instanceof Seen.Text text) {
        return text;
      }
    }
  }

  /** Waits until nothing has been seen for so long, and gives what was. */
  List<Seen> calm(Duration quiet) {
    List<Seen> all = new ArrayList<>();
    for (var one = next(quiet); one.isPresent(); one = next(quiet)) {
      all.add(one.get());
    }
    return all;
  }

  /** What the screen shows now. */
  List<String> current() {
    synchronized (grid) {
      return grid.rows();
    }
  }

  /** Fails unless tmux shows what was read from the program; call it when all is calm. */
  void agrees() throws IOException {
    List<String> line = new ArrayList<>(tmux(socket));
    line.addAll(List.of("capture-pane", "-p"));
    String shown = run(line).stripTrailing();
    String read = String.join("\n", current()).stripTrailing();
    if (!shown.equals(read)) {
      throw new IllegalStateException("tmux shows\n" + shown + "\nbut what was read is\n" + read);
    }
  }

  /** The process of the program that the shell in this pane runs now. */
  long process() throws IOException {
    List<String> line = new ArrayList<>(tmux(socket));
    line.addAll(List.of("display-message", "-p", "#{pane_pid}"));
    long shell = Long.parseLong(run(line).strip());
    return ProcessHandle.of(shell).orElseThrow().children().findFirst().orElseThrow().pid();
  }

  @Override
  public void close() {
    command("kill-server");
    try {
      if (!control.waitFor(PATIENCE)) {
        control.destroyForcibly();
      }
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  /** A command and its whole output; fails unless it ends with 0. */
  static String run(List<String> line) throws IOException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(line + ": " + output);
      }
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
    return output;
  }

  private Seen awaited(String wanted) {
    return next(PATIENCE)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "not seen: " + wanted + "; the screen is\n" + String.join("\n", current())));
  }

  private long command(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    long before = System.nanoTime();
    try {
      commands.write(bytes);
      commands.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException("tmux has ended", gone);
    }
    return before;
  }

  private void read(Path fifo) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    try (InputStream output = Files.newInputStream(fifo)) {
      for (int count = output.read(piece); count >= 0; count = output.read(piece)) {
        long nanos = System.nanoTime();
        synchronized (grid) {
          grid.take(piece, count, nanos);
        }
      }
    }
  }

  private static OutputStream discarding() {
    return OutputStream.nullOutputStream();
  }

  private static List<String> tmux(Path socket) {
    return List.of("tmux", "-u", "-S", socket.toString(), "-f", "/dev/null");
  }

  /** Sleeps for so long. */
  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static void background(String name, Reading reading) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(
            () -> {
              try {
                reading.run();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
  }
}
