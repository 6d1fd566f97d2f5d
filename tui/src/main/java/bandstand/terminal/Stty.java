package bandstand.terminal;

import bandstand.view.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modes and the size of the terminal this process reads from, by the {@code stty} command. */
final class Stty {

  /** Runs {@code stty} with arguments and gives its output. */
  interface Command {
    String run(List<String> arguments) throws IOException;
  }

  /** Keys one by one, unechoed and untranslated; no key stops, suspends, quits or interrupts. */
  private static final List<String> RAW =
      List.of("-icanon", "-echo", "-isig", "-iexten", "-ixon", "-icrnl", "min", "1", "time", "0");

  /** {@code stty} answers within milliseconds; a terminal that hangs must not hold the exit. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) (\\d{1,9})");

  private final Command command;
  private Optional<String> saved = Optional.empty();

  Stty(Command command) {
    this.command = command;
  }

  /** That of this process' standard input. */
  static Stty ofThisProcess() {
    return new Stty(Stty::run);
  }

  void save() throws IOException {
    saved = Optional.of(command.run(List.of("-g")).strip());
  }

  void raw() throws IOException {
    command.run(RAW);
  }

  /** The modes as they were saved, or sane ones. */
  void restore() throws IOException {
    command.run(List.of(saved.orElse("sane")));
  }

  /** The window's size; the standard one if the terminal has none. */
  Size size() throws IOException {
    Matcher matcher = SIZE.matcher(command.run(List.of("size")).strip());
    if (!matcher.matches()) {
      return Size.STANDARD;
    }
    int rows = Integer.parseInt(matcher.group(1));
    int columns = Integer.parseInt(matcher.group(2));
    return rows == 0 || columns == 0 ? Size.STANDARD : Size.nearest(rows, columns);
  }

  private static String run(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("stty"));
    line.addAll(arguments);
    Process process =
        new ProcessBuilder(line)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectErrorStream(true)
            .start();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("no answer from " + line);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(line + ": " + output.strip());
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted waiting for " + line, e);
    } finally {
      process.destroyForcibly();
    }
  }
}
