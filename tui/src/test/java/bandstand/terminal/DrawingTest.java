package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.view.Canvas;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DrawingTest {

  private final BlockingQueue<Frame> painted = new LinkedBlockingQueue<>();
  private final CountDownLatch gone = new CountDownLatch(1);

  private static Frame frame(String text) {
    Canvas canvas = new Canvas(new Size(2, 10));
    canvas.put(0, 0, text, Style.PLAIN);
    return canvas.frame();
  }

  private Drawing drawing(Drawing.Brush brush) {
    Drawing drawing = new Drawing(brush, gone::countDown);
    Thread.ofPlatform().daemon().start(drawing);
    return drawing;
  }

  @Test
  void aSlowLineSkipsToTheNewestFrame() throws InterruptedException {
    Semaphore line = new Semaphore(0);
    Drawing drawing =
        drawing(
            frame -> {
              painted.add(frame);
              line.acquireUninterruptibly();
            });
    drawing.show(frame("first"));
    assertEquals(frame("first"), painted.take());
    drawing.show(frame("second"));
    drawing.show(frame("third"));
    line.release(2);
    assertEquals(frame("third"), painted.take());
  }

  @Test
  void theLastFrameIsDrawnAgainOnlyInItsOwnSize() throws InterruptedException {
    Drawing drawing = drawing(painted::add);
    drawing.again(new Size(2, 10));
    drawing.show(frame("one"));
    assertEquals(frame("one"), painted.take());
    drawing.again(new Size(2, 11));
    drawing.again(new Size(2, 10));
    assertEquals(frame("one"), painted.take());
    assertTrue(painted.isEmpty());
  }

  @Test
  void aTerminalThatTakesNoMoreIsGone() throws InterruptedException {
    Drawing drawing =
        drawing(
            _ -> {
              throw new IOException("input/output error");
            });
    drawing.show(frame("one"));
    assertTrue(gone.await(5, TimeUnit.SECONDS));
  }
}
