package bandstand.bench;

import java.io.IOException;
import java.time.Duration;

/** What both processes use while nobody does anything. */
final class Rest {
  /** What the last key has set going is over. */
  private static final int SETTLING_SECONDS = 2;

  private static final int TICKS_A_SECOND = 100;

  private final Scene scene;
  private final Pane pane;

  Rest(Scene scene, Pane pane) {
    this.scene = scene;
    this.pane = pane;
  }

  void measure() throws IOException {
    long client = pane.process();
    Pane.sleep(Duration.ofSeconds(SETTLING_SECONDS));
    pane.calm(Scene.CALM);
    int seconds = scene.count(5, 60);
    Usage clientBefore = Usage.of(client);
    Usage daemonBefore = Usage.of(scene.daemon());
    int frames = pane.calm(Duration.ofSeconds(seconds)).size();
    scene.beside().look();
    String idle = "idle for " + seconds + " s: ";
    one(idle + "processor time, client", "ms", milliseconds(clientBefore, Usage.of(client)));
    one(
        idle + "processor time, daemon",
        "ms",
        milliseconds(daemonBefore, Usage.of(scene.daemon())));
    one(idle + "things painted", "", frames);
    memory("client", client);
    memory("daemon", scene.daemon());
    scene.table().flush();
  }

  private void memory(String name, long process) throws IOException {
    one("memory of the " + name + ": resident", "MB", Usage.memory(process, "VmRSS"));
    one("memory of the " + name + ": of it not of files", "MB", Usage.memory(process, "RssAnon"));
  }

  private void one(String figure, String unit, double value) {
    Samples samples = new Samples();
    samples.add(value);
    scene.table().row(figure, unit, samples, "");
  }

  private static double milliseconds(Usage before, Usage after) {
    return (after.ticks() - before.ticks()) * 1e3 / TICKS_A_SECOND;
  }
}
