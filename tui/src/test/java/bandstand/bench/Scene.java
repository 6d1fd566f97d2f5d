package bandstand.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What all measurements share.
 *
 * @param folder temporary, for sockets and FIFOs
 * @param launcher {@code scripts/bandstand}
 * @param url of a daemon that holds the samples
 * @param daemon its process
 * @param brief few samples of each, to see that it works
 */
record Scene(
    Path folder,
    Path launcher,
    String url,
    long daemon,
    Api api,
    Table table,
    Beside beside,
    boolean brief) {

  /** The second sample, whose cases are open. */
  static final String PRACTICE = "practice-2021";

  private static final String PRACTICE_TITLE = "Brookvale";
  private static final int INSPECTIONS = 2;

  /** Waits for Enter, runs its arguments, says when it began and how it ended, and waits again. */
  private static final String LOOP =
      "stty -echo; while read -r _; do printf '\\033]begin\\007'; \"$@\";"
          + " printf '\\033]end %s\\007' $?; done";

  /** Long enough for whatever an answer or a frame brings after it. */
  static final Duration CALM = Duration.ofMillis(60);

  int count(int few, int many) {
    return brief ? few : many;
  }

  /** A pane in which Enter starts a client with these arguments. */
  Pane client(String name, String... arguments) throws IOException {
    List<String> program = new ArrayList<>(List.of("sh", "-c", LOOP, "sh", launcher.toString()));
    program.addAll(List.of(arguments));
    return Pane.open(folder, name, program);
  }

  /** Starts a client on the daemon and goes to the practice inspection. */
  Pane opened(String name) throws IOException {
    Pane pane = client(name, "--url", url);
    pane.press("Enter");
    pane.frame("the list", Scene::listed);
    for (int i = 1; i < INSPECTIONS; i++) {
      pane.press("j");
    }
    pane.frame(
        "the practice inspection's line",
        frame ->
            frame.rows().stream()
                .anyMatch(row -> row.startsWith(">") && row.contains(PRACTICE_TITLE)));
    pane.press("Enter");
    pane.frame("its standards", frame -> frame.rows().getFirst().startsWith("Standards"));
    return pane;
  }

  /** Whether the inspections are listed with what they come to. */
  static boolean listed(Seen.Frame frame) {
    return frame.shows("Leicester City") && frame.shows(PRACTICE_TITLE);
  }
}
