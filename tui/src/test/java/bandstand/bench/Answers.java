package bandstand.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a key on the desk to its repaint and to the daemon's word for it, with the way through tmux
 * and back measured beside it.
 */
final class Answers {
  /** Cases nobody has answered. */
  private static final List<String> CASES = List.of("P07", "P08", "P12");

  private static final Pattern LINES = Pattern.compile("whole case \\d+/(\\d+)");
  private static final Pattern SAVED = Pattern.compile("^saved (\\d+)");

  /** Answers between two looks at the machine, and echoes then. */
  private static final int BLOCK = 10;

  private static final Duration LEAST_PAUSE = Duration.ofMillis(5);
  private static final int PAUSE_NANOS = 30_000_000;

  private final Scene scene;
  private final Pane pane;
  private final Pane echo;
  private final RandomGenerator random =
      RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(2021);

  private final Samples echoed = new Samples();
  private final Samples repainted = new Samples();
  private final Samples acknowledged = new Samples();
  private final Samples firstBytes = new Samples();
  private final Samples allBytes = new Samples();
  private final Samples frames = new Samples();

  Answers(Scene scene, Pane pane, Pane echo) {
    this.scene = scene;
    this.pane = pane;
    this.echo = echo;
  }

  /** The program of the pane that only echoes. */
  static List<String> echoing() {
    return List.of("sh", "-c", "stty raw -echo; exec cat");
  }

  /** Presses {@code y} and {@code n} in turn on every line, then the other way round. */
  void measure() throws IOException {
    int wanted = scene.count(30, 300);
    boolean yes = true;
    while (acknowledged.count() < wanted) {
      for (String reference : CASES) {
        int lines = open(reference);
        for (int line = 0; line < lines && acknowledged.count() < wanted; line++) {
          answer(yes == (line % 2 == 0) ? "y" : "n");
        }
        pane.agrees();
      }
      yes = !yes;
    }
    scene.table().row("echo: key through tmux, cat and back", "ms", echoed, "");
    scene.table().row("desk: key to first repaint", "ms", repainted, "p50 <= 16");
    scene.table().row("desk: key to `saved N` on the screen", "ms", acknowledged, "p99 <= 16");
    scene.table().row("desk: bytes of the first repaint", "", firstBytes, "");
    scene.table().row("desk: bytes of all repaints of an answer", "", allBytes, "p50 <= 400");
    scene.table().row("desk: repaints of an answer", "", frames, "");
    scene.table().flush();
  }

  private int open(String reference) {
    pane.say(":case " + reference);
    Seen.Frame desk =
        pane.frame(
            reference + " on the desk",
            frame -> frame.shows("whole case") && frame.rows().get(1).startsWith(reference));
    pane.press("g");
    pane.calm(Scene.CALM);
    Matcher lines = LINES.matcher(String.join("\n", desk.rows()));
    if (!lines.find()) {
      throw new IllegalStateException("the desk does not say how many lines there are");
    }
    return Integer.parseInt(lines.group(1));
  }

  private void answer(String key) {
    if (acknowledged.count() % BLOCK == 0) {
      scene.beside().look();
      for (int i = 0; i < BLOCK; i++) {
        pause();
        long before = echo.press("e");
        echoed.add(before, echo.text().nanos());
      }
    }
    pause();
    long standing = saved(pane.current()).orElse(0);
    long before = pane.press(key);
    Seen.Frame frame = pane.frame("a repaint after " + key, _ -> true);
    repainted.add(before, frame.nanos());
    firstBytes.add(frame.bytes());
    int bytes = frame.bytes();
    int count = 1;
    while (saved(frame.rows()).orElse(0) <= standing) {
      frame = pane.frame("saved, a revision past " + standing, _ -> true);
      bytes += frame.bytes();
      count++;
    }
    acknowledged.add(before, frame.nanos());
    for (Seen later : pane.calm(Scene.CALM)) {
      if (later instanceof Seen.Frame more) {
        bytes += more.bytes();
        count++;
      }
    }
    allBytes.add(bytes);
    frames.add(count);
  }

  /** What nobody can be in step with. */
  private void pause() {
    Pane.sleep(LEAST_PAUSE.plusNanos(random.nextInt(PAUSE_NANOS)));
  }

  private static OptionalLong saved(List<String> rows) {
    return rows.stream()
        .map(SAVED::matcher)
        .filter(Matcher::find)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .findFirst();
  }
}
