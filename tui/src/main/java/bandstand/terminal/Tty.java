package bandstand.terminal;

import bandstand.view.Frame;
import bandstand.view.Size;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The terminal this process runs in, taken over from construction until {@link #restore}, which
 * also happens when the process ends in whatever way it can notice.
 */
final class Tty extends UnixTerminal {

  /** A frame of any usual size in one write, so that no half of it is ever seen. */
  private static final int OUTPUT_BYTES = 64 * 1024;

  /** A terminal that takes no more output must not keep the process from ending. */
  private static final Duration RESTORE_PATIENCE = Duration.ofSeconds(3);

  private static final String CONTROL = "\u001b[";
  private static final String FRAME_BEGINS = CONTROL + "?2026h";
  private static final String FRAME_ENDS = CONTROL + "?2026l";
  private static final String PASTE_MARKED = CONTROL + "?2004h";
  private static final String NO_WRAPPING = CONTROL + "?7l";

  /**
   * Ends a half-written sequence, then undoes whatever may be set: synchronized output, attributes,
   * rows that scroll alone, no wrapping, marked paste, hidden cursor, alternate screen.
   */
  private static final String RESTORE =
      "\u0018"
          + FRAME_ENDS
          + CONTROL
          + "0m"
          + CONTROL
          + "r"
          + CONTROL
          + "?7h"
          + CONTROL
          + "?2004l"
          + CONTROL
          + "?25h"
          + CONTROL
          + "?1049l";

  // Set before Lanterna's constructor, which already calls the methods below.
  private final InputStream keys;
  private final OutputStream raw;
  private final Stty stty;
  private final Object drawing;
  private final AtomicBoolean forgotten;
  private boolean takenOver;
  private boolean restored;
  private volatile Size size;
  private volatile Consumer<Size> windowChanged;

  private final Painter painter = new Painter(this::putString);

  Tty(InputStream input, OutputStream output, Stty stty) throws IOException {
    this.keys = input;
    this.raw = output;
    this.stty = stty;
    this.drawing = new Object();
    this.forgotten = new AtomicBoolean();
    this.size = Size.STANDARD;
    this.windowChanged = _ -> {};
    super(
        input,
        new BufferedOutputStream(output, OUTPUT_BYTES),
        StandardCharsets.UTF_8,
        CtrlCBehaviour.TRAP);
    try {
      getTerminalSize();
      takeOver();
    } catch (IOException e) {
      restore();
      throw e;
    }
  }

  /** Only now that Lanterna's shutdown hook is there, and not if it has already run. */
  private void takeOver() throws IOException {
    synchronized (drawing) {
      if (restored) {
        return;
      }
      stty.raw();
      takenOver = true;
      enterPrivateMode();
      setCursorVisible(false);
      write(PASTE_MARKED + NO_WRAPPING);
      flush();
    }
  }

  /** Calls back whenever the window may have another size, with that size, on another thread. */
  void onWindowChanged(Consumer<Size> action) {
    windowChanged = action;
  }

  /** Paints a frame in one write, unless the terminal has been given back. */
  void paint(Frame frame) throws IOException {
    synchronized (drawing) {
      if (restored) {
        return;
      }
      if (forgotten.getAndSet(false)) {
        painter.forget();
      }
      if (painter.shows(frame)) {
        return;
      }
      write(FRAME_BEGINS);
      painter.paint(frame);
      write(FRAME_ENDS);
      flush();
    }
  }

  /** Rings the bell, unless the terminal has been given back. */
  void ring() throws IOException {
    synchronized (drawing) {
      if (!restored) {
        bell();
        flush();
      }
    }
  }

  /** The terminal's content is no longer known: the next frame is painted whole. */
  void forget() {
    forgotten.set(true);
  }

  /** The size as last heard. */
  Size size() {
    return size;
  }

  /**
   * Gives the terminal back as it was. May be called again, by any thread, and while the process
   * ends; no frame is painted after it.
   */
  void restore() {
    Thread thread = Thread.ofPlatform().daemon().name("terminal restore").start(this::restoreOnce);
    try {
      thread.join(RESTORE_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restoreOnce() {
    synchronized (drawing) {
      if (restored) {
        return;
      }
      restored = true;
      try {
        if (takenOver) {
          raw.write(RESTORE.getBytes(StandardCharsets.US_ASCII));
          raw.flush();
        }
        stty.restore();
        if (takenOver) {
          keys.close();
        }
      } catch (IOException e) {
        System.err.println(
            "The terminal could not be restored (try: stty sane): " + e.getMessage());
      }
    }
  }

  /** Whole characters; Lanterna would encode the two halves of an emoji apart. */
  @Override
  public void putString(String string) throws IOException {
    writeToTerminal(string.getBytes(StandardCharsets.UTF_8));
  }

  /** Goes with {@link #restore}; Lanterna's shutdown hook calls both. */
  @Override
  public void exitPrivateMode() {}

  @Override
  public void close() {
    restore();
  }

  @Override
  protected void saveTerminalSettings() throws IOException {
    stty.save();
  }

  /** Lanterna's shutdown hook comes here. */
  @Override
  protected void restoreTerminalSettings() {
    restore();
  }

  /** All modes are set at once, later. */
  @Override
  protected void canonicalMode(boolean enabled) {}

  /** All modes are set at once, later. */
  @Override
  protected void keyEchoEnabled(boolean enabled) {}

  /** All modes are set at once, later. */
  @Override
  protected void keyStrokeSignalsEnabled(boolean enabled) {}

  @Override
  protected TerminalSize findTerminalSize() throws IOException {
    size = stty.size();
    return new TerminalSize(size.columns(), size.rows());
  }

  @Override
  protected void registerTerminalResizeListener(Runnable onResize) throws IOException {
    super.registerTerminalResizeListener(
        () -> {
          forget();
          onResize.run();
          windowChanged.accept(size);
        });
  }

  private void write(String sequence) throws IOException {
    writeToTerminal(sequence.getBytes(StandardCharsets.US_ASCII));
  }
}
