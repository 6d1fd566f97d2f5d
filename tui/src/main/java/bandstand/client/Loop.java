package bandstand.client;

import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.State;
import bandstand.state.Turn;
import bandstand.state.Update;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.View;
import java.util.Optional;
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
final class Loop implements Hearer {
  /** What a usual screen can show. */
  private static final int FRAMES_A_SECOND = 60;

  private static final long FRAME_NANOS = 1_000_000_000L / FRAMES_A_SECOND;

  /** Frames that may follow each other at once, as a key, its answer and its event do. */
  private static final int BURST = 3;

  /** Far more than a person types ahead; whoever brings more waits. */
  private static final int MOST_WAITING = 10_000;

  private final BlockingQueue<Incoming> incoming = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Consumer<Effect> errands;
  private State state;
  private Size size = Size.STANDARD;
  private Optional<Ending> ending = Optional.empty();

  /** What the loop is told. */
  private sealed interface Incoming {
    record Told(Message message) implements Incoming {}

    record Ended(Ending ending) implements Incoming {}
  }

  /** Where frames are shown. */
  interface Stage {
    Size size();

    void show(Frame frame);

    void ring();

    /** The last frame from nothing. */
    void redraw();
  }

  /**
   * A loop at its start, which may be brought messages.
   *
   * @param errands does what the state asks for, without blocking, and brings back messages
   */
  Loop(State start, Consumer<Effect> errands) {
    this.state = start;
    this.errands = errands;
  }

  @Override
  public void bring(Message message) {
    put(new Incoming.Told(message));
  }

  @Override
  public void end(Ending how) {
    put(new Incoming.Ended(how));
  }

  private void put(Incoming one) {
    try {
      incoming.put(one);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until the state wants to leave, or it is ended. */
  Ending run(Stage stage) throws InterruptedException {
    Size size = stage.size();
    take(new Message.Resized(size.rows(), size.columns()), stage);
    show(stage);
    long due = System.nanoTime();
    boolean urgent = false;
    boolean changed = false;
    while (ending.isEmpty()) {
      Incoming one =
          changed ? incoming.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS) : incoming.take();
      if (one != null) {
        take(one, stage);
        changed = true;
        urgent |= isUrgent(one);
      }
      long now = System.nanoTime();
      if (changed && (now >= due || urgent && incoming.isEmpty())) {
        show(stage);
        due = Math.max(due, now - BURST * FRAME_NANOS) + FRAME_NANOS;
        changed = false;
        urgent = false;
      }
    }
    return ending.get();
  }

  private static boolean isUrgent(Incoming one) {
    return one instanceof Incoming.Told(Message message)
        && (message instanceof Message.Pressed || message instanceof Message.Resized);
  }

  private void take(Incoming one, Stage stage) {
    switch (one) {
      case Incoming.Told(Message message) -> take(message, stage);
      case Incoming.Ended(Ending how) -> ending = Optional.of(how);
    }
  }

  private void take(Message message, Stage stage) {
    if (message instanceof Message.Resized(int rows, int columns)) {
      size = Size.nearest(rows, columns);
    }
    Turn turn = Update.update(state, message);
    state = turn.state();
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.Quit _ -> ending = Optional.of(new Ending.Left());
        case Effect.Ring _ -> stage.ring();
        case Effect.Redraw _ -> stage.redraw();
        case Effect.ListInspections _,
            Effect.LeaveList _,
            Effect.LoadEditions _,
            Effect.LoadWording _,
            Effect.Open _,
            Effect.Compare _,
            Effect.ReadRatings _,
            Effect.PreviewCarry _,
            Effect.Send _ ->
            errands.accept(effect);
      }
    }
  }

  private void show(Stage stage) {
    stage.show(View.view(state, size));
  }
}
