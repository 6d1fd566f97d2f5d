package bandstand.terminal;

import bandstand.state.Key;
import bandstand.view.Canvas;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A program that shows its size, its process and the keys it got. {@code q} ends it with 3, {@code
 * !} with an exception; F1 shows frames from a seed, one a key.
 */
final class Probe {

  static final long SEED = 2019;
  private static final int KEYS_SHOWN = 8;

  private Probe() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    int status;
    try (Screen screen = Screen.open(Surroundings.current(), events::add)) {
      status = loop(screen, events);
    }
    System.out.println("bye " + status);
    System.exit(status);
  }

  private static int loop(Screen screen, BlockingQueue<Event> events) throws InterruptedException {
    Deque<String> keys = new ArrayDeque<>();
    Size size = screen.size();
    screen.show(frame(size, keys));
    while (true) {
      switch (events.take()) {
        case Event.Resized resized -> size = resized.size();
        case Event.Pressed(Key.Char(int codePoint)) when codePoint == 'q' -> {
          return 3;
        }
        case Event.Pressed(Key.Char(int codePoint)) when codePoint == '!' ->
            throw new IllegalStateException("as asked");
        case Event.Pressed(Key.Closed()) -> {
          return 4;
        }
        case Event.Pressed(Key key) when key == Key.Named.F1 -> {
          return frames(screen, events);
        }
        case Event.Pressed(Key key) when key.equals(new Key.Control('l')) -> screen.redraw();
        case Event.Pressed(Key key) -> keys.add(key.toString());
      }
      while (keys.size() > KEYS_SHOWN) {
        keys.remove();
      }
      screen.show(frame(size, keys));
    }
  }

  private static int frames(Screen screen, BlockingQueue<Event> events)
      throws InterruptedException {
    RandomFrames frames = new RandomFrames(SEED, screen.size());
    while (true) {
      screen.show(frames.next());
      if (events.take().equals(new Event.Pressed(new Key.Char('q')))) {
        return 3;
      }
    }
  }

  private static Frame frame(Size size, Deque<String> keys) {
    Canvas canvas = new Canvas(size);
    canvas.put(0, 0, "Probe " + size.rows() + " by " + size.columns(), Style.BOLD);
    String process = "process " + ProcessHandle.current().pid() + " ─ ŵ";
    int after = canvas.put(1, 0, process, Style.REVERSE);
    canvas.put(1, after + 1, "Good", Style.of(Colour.GREEN));
    int row = 2;
    for (String key : keys) {
      canvas.put(row, 0, key, Style.PLAIN);
      row++;
    }
    canvas.put(size.rows() - 1, size.columns() - 3, "end", Style.DIM);
    return canvas.frame();
  }
}
