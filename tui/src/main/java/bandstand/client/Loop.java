package bandstand.client;

import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.State;
import bandstand.state.Turn;
import bandstand.state.Update;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.View;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread that has the state: messages in, effects and frames out.
 *
 * <p>A key is shown at once, other messages at most {@value #FRAMES_A_SECOND} times a second after
 * a few at once; without messages it sleeps.
 */
final class Loop {
  /** What a usual screen can show. */
  private static final int FRAMES_A_SECOND = 60;

  private static final long FRAME_NANOS = 1_000_000_000L / FRAMES_A_SECOND;

  /** Frames that may follow each other at once, as a key, its answer and its event do. */
  private static final int BURST = 3;

  /** Far more than a person types ahead; whoever brings more waits. */
  private static final int MOST_WAITING = 10_000;

  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Stage stage;
  private final Consumer<Effect> errands;
  private State state;
  private Size size;
  private boolean left;

  /** Where frames are shown. */
  interface Stage {
    Size size();

    void show(Frame frame);

    void ring();
  }

  /**
   * A loop at its start.
   *
   * @param errands does what the state asks for, without blocking, and brings back messages
   */
  Loop(State start, Stage stage, Consumer<Effect> errands) {
    this.state = start;
    this.stage = stage;
    this.errands = errands;
    this.size = stage.size();
  }

  /** Brings a message; any thread. */
  void bring(Message message) {
    try {
      messages.put(message);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until the state wants to leave. */
  void run() throws InterruptedException {
    take(new Message.Resized(size.rows(), size.columns()));
    show();
    long due = System.nanoTime();
    boolean urgent = false;
    boolean changed = false;
    while (!left) {
      Message message =
          changed ? messages.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS) : messages.take();
      if (message != null) {
        take(message);
        changed = true;
        urgent |= message instanceof Message.Pressed || message instanceof Message.Resized;
      }
      long now = System.nanoTime();
      if (changed && (now >= due || urgent && messages.isEmpty())) {
        show();
        due = Math.max(due, now - BURST * FRAME_NANOS) + FRAME_NANOS;
        changed = false;
        urgent = false;
      }
    }
  }

  private void take(Message message) {
    if (message instanceof Message.Resized(int rows, int columns)) {
      size = Size.nearest(rows, columns);
    }
    Turn turn = Update.update(state, message);
    state = turn.state();
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.Quit _ -> left = true;
        case Effect.Ring _ -> stage.ring();
        case Effect.ListInspections _, Effect.LoadEditions _, Effect.Open _, Effect.Send _ ->
            errands.accept(effect);
      }
    }
  }

  private void show() {
    stage.show(View.view(state, size));
  }
}
