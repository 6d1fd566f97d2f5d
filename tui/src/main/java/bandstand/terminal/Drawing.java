package bandstand.terminal;

import bandstand.view.Frame;
import bandstand.view.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The one thread that draws: always the newest frame, so that a slow line skips frames instead of
 * holding up whoever makes them.
 */
final class Drawing implements Runnable {

  /** Draws a frame on the terminal. */
  interface Brush {
    void paint(Frame frame) throws IOException;
  }

  /** From one frame to the next: half of what a screen of 60 Hz takes to show one. */
  static final Duration PACE = Duration.ofMillis(8);

  private final Brush brush;
  private final Runnable terminalGone;
  private Optional<Frame> next = Optional.empty();
  private Optional<Frame> last = Optional.empty();

  Drawing(Brush brush, Runnable terminalGone) {
    this.brush = brush;
    this.terminalGone = terminalGone;
  }

  /** Draws a frame soon, unless a newer one comes first. */
  synchronized void show(Frame frame) {
    next = Optional.of(frame);
    last = next;
    notifyAll();
  }

  /** Draws the last frame once more if it has this size; another size waits for its own frame. */
  synchronized void again(Size size) {
    if (last.isPresent() && last.get().size().equals(size)) {
      show(last.get());
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        brush.paint(taken());
        Thread.sleep(PACE);
      }
    } catch (IOException | InterruptedException gone) {
      terminalGone.run();
    }
  }

  private synchronized Frame taken() throws InterruptedException {
    while (next.isEmpty()) {
      wait();
    }
    Frame frame = next.get();
    next = Optional.empty();
    return frame;
  }
}
