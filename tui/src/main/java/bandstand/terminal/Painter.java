package bandstand.terminal;

import bandstand.view.Frame;
import bandstand.view.Style;
import java.io.IOException;
import java.util.Optional;

/** Writes frames to a terminal, of each only what the terminal does not show yet. */
final class Painter {

  /** Takes what is to be written, whole. */
  interface Output {
    void write(String text) throws IOException;
  }

  private final Output output;
  private Optional<Frame> painted = Optional.empty();

  /** What the terminal writes with; certain only while {@code painted} is there. */
  private Style pen = Style.PLAIN;

  Painter(Output output) {
    this.output = output;
  }

  /** The terminal's content is no longer known: the next frame is painted whole. */
  void forget() {
    painted = Optional.empty();
  }

  /** Whether the terminal already shows just this. */
  boolean shows(Frame frame) {
    return painted.isPresent() && painted.get().equals(frame);
  }

  /** Writes what a frame needs; after a failure the next one is painted whole. */
  void paint(Frame next) throws IOException {
    Optional<Frame> known = painted.filter(frame -> frame.size().equals(next.size()));
    painted = Optional.empty();
    Strokes strokes = Repainting.of(known, next, pen);
    output.write(strokes.text());
    pen = strokes.pen();
    painted = Optional.of(next);
  }
}
