package bandstand.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From a command to its first screen, and from {@code q} to the shell. */
final class Starts {
  private static final String ON_DAEMON = "bandstand --url, daemon warm: ";
  private static final String DEMO = "bandstand demo: ";
  private static final String COLD = "bandstand demo, files read from disk: ";

  private final Scene scene;

  Starts(Scene scene) {
    this.scene = scene;
  }

  /** The client on a daemon that runs. */
  void client() throws IOException {
    try (Pane pane = scene.client("starts", "--url", scene.url())) {
      measure(pane, ON_DAEMON, scene.count(3, 25), "p50 <= 300", List.of());
    }
  }

  /**
   * The demo with its own daemon.
   *
   * @param files what it reads; dropped from the system's cache before each of a few starts
   */
  void demo(List<Path> files) throws IOException {
    try (Pane pane = scene.client("demo", "demo")) {
      measure(pane, DEMO, scene.count(2, 15), "", List.of());
      measure(pane, COLD, scene.count(1, 3), "", files);
    }
  }

  private void measure(Pane pane, String what, int count, String goal, List<Path> files)
      throws IOException {
    Samples first = new Samples();
    Samples listed = new Samples();
    Samples frames = new Samples();
    Samples left = new Samples();
    for (int i = 0; i < count; i++) {
      scene.beside().look();
      drop(files);
      pane.press("Enter");
      long begin = pane.mark("begin").nanos();
      first.add(begin, pane.frame("q quit", frame -> frame.shows("q quit")).nanos());
      int drawn = 1;
      while (true) {
        Seen.Frame frame = pane.frame("a frame", _ -> true);
        drawn++;
        if (Scene.listed(frame)) {
          listed.add(begin, frame.nanos());
          break;
        }
      }
      frames.add(drawn);
      pane.calm(Scene.CALM);
      pane.agrees();
      long leaving = pane.press("q");
      Seen.Mark end = pane.mark("end");
      if (!end.words().equals("end 0")) {
        throw new IllegalStateException("the client left with " + end.words());
      }
      left.add(leaving, end.nanos());
    }
    scene.table().row(what + "first frame", "ms", first, goal);
    scene.table().row(what + "inspections listed", "ms", listed, "");
    scene.table().row(what + "frames until then", "", frames, "");
    scene.table().row(what + "q to shell", "ms", left, "");
    scene.table().flush();
  }

  /** Unless a running process has mapped them. */
  private static void drop(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    List<String> line =
        new ArrayList<>(
            List.of("sh", "-c", "for f; do dd if=\"$f\" iflag=nocache count=0 status=none; done"));
    line.add("sh");
    files.forEach(file -> line.add(file.toString()));
    Pane.run(line);
  }
}
