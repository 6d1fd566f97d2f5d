package bandstand.bench;

import java.io.IOException;
import java.util.List;

/** From a script's answer to its repaint on a terminal that shows the same case. */
final class Changes {
  private static final String CASE = "P07";

  /** Of prompts in sight at the case's beginning. */
  private static final List<String> CODES =
      List.of("2.1.1.1", "2.1.1.2", "2.1.1.3", "2.1.1.4", "2.1.1.5");

  /** No longer the first ones of this process' HTTP client. */
  private static final int WARMING = 50;

  private static final int BLOCK = 10;

  private final Scene scene;
  private final Pane pane;
  private int turn;

  Changes(Scene scene, Pane pane) {
    this.scene = scene;
    this.pane = pane;
  }

  void measure() throws IOException {
    pane.say(":case " + CASE);
    pane.frame(CASE + " on the desk", frame -> frame.rows().get(1).startsWith(CASE));
    pane.press("g");
    pane.calm(Scene.CALM);
    for (int i = 0; i < WARMING; i++) {
      put();
    }
    pane.calm(Scene.CALM);
    Samples answered = new Samples();
    Samples repainted = new Samples();
    Samples bytes = new Samples();
    int count = scene.count(30, 300);
    for (int i = 0; i < count; i++) {
      if (i % BLOCK == 0) {
        scene.beside().look();
      }
      long before = System.nanoTime();
      put();
      answered.add(before, System.nanoTime());
      Seen.Frame frame = pane.frame("a repaint", _ -> true);
      repainted.add(before, frame.nanos());
      int all = frame.bytes();
      for (Seen later : pane.calm(Scene.CALM)) {
        all += later instanceof Seen.Frame more ? more.bytes() : 0;
      }
      bytes.add(all);
    }
    scene.table().row("HTTP PUT to its 200 (on disk)", "ms", answered, "");
    scene.table().row("HTTP PUT to another terminal's repaint", "ms", repainted, "p99 <= 50");
    scene.table().row("bytes of that repaint", "", bytes, "");
    scene.table().flush();
    curl();
  }

  /** With a process for each, as in a shell. */
  private void curl() throws IOException {
    Samples ended = new Samples();
    Samples repainted = new Samples();
    int count = scene.count(5, 50);
    for (int i = 0; i < count; i++) {
      if (i % BLOCK == 0) {
        scene.beside().look();
      }
      ProcessBuilder curl = scene.api().curl(Scene.PRACTICE, CASE, code(), answer());
      turn++;
      long before = System.nanoTime();
      Process process = curl.start();
      await(process);
      ended.add(before, System.nanoTime());
      repainted.add(before, pane.frame("a repaint", _ -> true).nanos());
      pane.calm(Scene.CALM);
    }
    pane.agrees();
    scene.table().row("curl PUT, start to end of curl", "ms", ended, "");
    scene.table().row("curl PUT to another terminal's repaint", "ms", repainted, "");
    scene.table().flush();
  }

  private static void await(Process curl) {
    try {
      if (curl.waitFor() != 0) {
        throw new IllegalStateException("curl failed");
      }
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  private void put() {
    scene.api().answer(Scene.PRACTICE, CASE, code(), answer());
    turn++;
  }

  private String code() {
    return CODES.get(turn % CODES.size());
  }

  /** Another one at each turn of the same prompt. */
  private String answer() {
    return List.of("na", "yes", "no").get(turn / CODES.size() % 3);
  }
}
