package bandstand.cli;

import bandstand.terminal.Tmux;
import bandstand.view.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The client in a real terminal. */
final class ClientInTmux {
  /** A start of both programs on a busy machine. */
  static final Duration LONG = Duration.ofMinutes(2);

  static final Duration SOON = Duration.ofMinutes(1);

  private ClientInTmux() {}

  /** On that daemon's home; the command line says which daemon it talks to. */
  static Tmux client(
      Size size, Map<String, String> variables, RealDaemon home, String... arguments) {
    Map<String, String> all = new TreeMap<>(home.environment());
    all.putAll(variables);
    List<String> command = new ArrayList<>(List.of(home.launcher()));
    command.addAll(List.of(arguments));
    return Tmux.start(size, all, command);
  }

  static void command(Tmux tmux, String text) {
    tmux.type(":" + text);
    tmux.keys("Enter");
  }

  private static Pattern figure(String code, String figure) {
    return Pattern.compile(Pattern.quote(code) + " " + Pattern.quote(figure));
  }

  static void waitForFigure(Tmux tmux, String code, String figure) {
    tmux.waitUntil(code + " " + figure, figure(code, figure).asPredicate(), SOON);
  }

  /** The launcher's process has become that of the client. */
  static long javaOf(Tmux tmux) {
    return ProcessHandle.of(tmux.processId())
        .flatMap(
            process ->
                Stream.concat(Stream.of(process), process.descendants())
                    .filter(
                        one ->
                            one.info().command().map(path -> path.endsWith("java")).orElse(false))
                    .findFirst())
        .orElseThrow()
        .pid();
  }
}
