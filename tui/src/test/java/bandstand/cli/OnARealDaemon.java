package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Commands as a person types them to a real daemon, and what the last one said. */
abstract class OnARealDaemon {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  abstract RealDaemon daemon();

  /** Gives the exit code. */
  final int run(String... arguments) {
    return typed(false, "", arguments);
  }

  /** The same, with what is typed or piped in. */
  final int typed(boolean interactive, String input, String... arguments) {
    return typed(new Surroundings(false, false, true, interactive), input, arguments);
  }

  /** On one that can move its cursor. */
  final int onATerminal(String... arguments) {
    return typed(new Surroundings(false, false, false, true), "", arguments);
  }

  private int typed(Surroundings surroundings, String input, String... arguments) {
    out.reset();
    err.reset();
    Map<String, String> environment = new HashMap<>(daemon().environment());
    environment.put("BANDSTAND_URL", daemon().address().url());
    environment.put("BANDSTAND_LAUNCHER", daemon().launcher());
    return Main.run(
        new Setting(
            environment,
            Folders.of(environment, daemon().home().toString()),
            surroundings,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new Output(new PrintStream(out), false),
            new Output(new PrintStream(err), false)),
        arguments);
  }

  final String out() {
    return out.toString(UTF_8);
  }

  final String err() {
    return err.toString(UTF_8);
  }
}
