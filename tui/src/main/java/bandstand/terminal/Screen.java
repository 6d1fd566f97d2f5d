package bandstand.terminal;

import bandstand.state.Key;
import bandstand.view.Frame;
import bandstand.view.Size;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The terminal of this process while a program has it: full screen, every key an event.
 *
 * <p>It is given back when closed and when the process ends by itself, by an uncaught exception or
 * by SIGTERM, SIGHUP or SIGINT. One a process: its reader of keys never gives standard input back.
 */
public final class Screen implements AutoCloseable {

  private final Surroundings surroundings;
  private final Consumer<Event> events;
  private final AtomicBoolean gone = new AtomicBoolean();
  private final Tty tty;
  private final Drawing drawing;

  private Screen(Surroundings surroundings, Consumer<Event> events, Tty tty) {
    this.surroundings = surroundings;
    this.events = events;
    this.tty = tty;
    this.drawing = new Drawing(tty::paint, this::gone);
  }

  /**
   * Takes the terminal over.
   *
   * @param events called on several threads, so it queues them; {@link Key.Closed} comes once
   * @throws IOException if there is no terminal that can be set up
   */
  public static Screen open(Surroundings surroundings, Consumer<Event> events) throws IOException {
    if (surroundings.plain()) {
      throw new IOException("no terminal here whose cursor can be moved");
    }
    Stty stty = Stty.ofThisProcess();
    Keyboard input = new Keyboard(new FileInputStream(FileDescriptor.in));
    Tty tty = new Tty(input, new FileOutputStream(FileDescriptor.out), stty);
    Screen screen = new Screen(surroundings, events, tty);
    screen.start(input);
    return screen;
  }

  private void start(Keyboard input) {
    tty.addResizeListener(
        (_, size) ->
            events.accept(new Event.Resized(Size.nearest(size.getRows(), size.getColumns()))));
    tty.onWindowChanged(drawing::again);
    start("terminal keys", new KeyReader(input, this::pressed));
    start("terminal drawing", drawing);
  }

  /** The window's size at this moment. */
  public Size size() {
    return tty.size();
  }

  /** Has a frame drawn soon, in place of any not yet drawn; nothing once closed. */
  public void show(Frame frame) {
    Frame coloured = surroundings.colour() ? frame : frame.monochrome();
    drawing.show(surroundings.ascii() ? coloured.ascii() : coloured);
  }

  /** Rings the bell soon. */
  public void ring() {
    Thread.ofPlatform()
        .daemon()
        .name("terminal bell")
        .start(
            () -> {
              try {
                tty.ring();
              } catch (IOException e) {
                gone();
              }
            });
  }

  /** Draws the last frame anew from nothing, for when another program has written on the screen. */
  public void redraw() {
    tty.forget();
    drawing.again(tty.size());
  }

  /**
   * Gives the terminal back as it was found. May be called again, by any thread and by a shutdown
   * hook; returns when it is done, or within seconds if the terminal hangs.
   */
  @Override
  public void close() {
    tty.restore();
  }

  private void pressed(Key key) {
    if (key instanceof Key.Closed) {
      gone();
    } else {
      events.accept(new Event.Pressed(key));
    }
  }

  private void gone() {
    if (gone.compareAndSet(false, true)) {
      events.accept(new Event.Pressed(new Key.Closed()));
    }
  }

  /**
   * A failure of either thread is told on a terminal that is back in order, and ends the session.
   */
  private void start(String name, Runnable body) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .uncaughtExceptionHandler(
            (_, failure) -> {
              close();
              failure.printStackTrace();
              gone();
            })
        .start(body);
  }
}
