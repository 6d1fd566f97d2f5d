package bandstand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures what a person at the terminal waits for; {@code scripts/bench-screen} starts it.
 *
 * <p>Arguments: a temporary folder, the launcher, the folder of the build it runs, the URL, the
 * token and the process of an empty daemon, {@code short} or {@code long}.
 */
final class ScreenBench {
  private ScreenBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path launcher = Path.of(arguments[1]);
    Path built = Path.of(arguments[2]);
    try (Beside beside = Beside.in(folder);
        Api api = new Api(arguments[3], arguments[4])) {
      Path samples = launcher.resolveSibling("samples");
      api.load(samples, "leicester-2019", "leicester-2019.csv", "text/csv");
      api.load(samples, Scene.PRACTICE, Scene.PRACTICE + ".ndjson", "application/x-ndjson");
      Scene scene =
          new Scene(
              folder,
              launcher,
              arguments[3],
              Long.parseLong(arguments[5]),
              api,
              new Table(System.out, beside),
              beside,
              arguments[6].equals("short"));
      Starts starts = new Starts(scene);
      starts.client();
      starts.demo(files(built));
      try (Pane pane = scene.opened("desk");
          Pane echo = Pane.open(folder, "echo", Answers.echoing())) {
        new Answers(scene, pane, echo).measure();
        new Changes(scene, pane).measure();
        new Rest(scene, pane).measure();
      }
    }
  }

  /** What a start reads of the build and of the JDK. */
  private static List<Path> files(Path built) throws IOException {
    Path java = Path.of(System.getProperty("java.home"));
    try (Stream<Path> made = Files.walk(built)) {
      return Stream.concat(
              made.filter(Files::isRegularFile),
              Stream.of("lib/modules", "lib/server/libjvm.so", "lib/server/classes.jsa")
                  .map(java::resolve)
                  .filter(Files::exists))
          .toList();
    }
  }
}
