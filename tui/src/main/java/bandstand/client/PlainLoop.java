package bandstand.client;

import bandstand.state.Effect;
import bandstand.state.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread of plain mode: lines and messages in, lines and effects out. */
final class PlainLoop implements Hearer {
  /** A note of the longest kind, twice over; the rest of a longer line is left out. */
  static final int LINE_CHARACTERS = 20_000;

  /** What an answer came to is waited for so long before the next line is read. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** As in the loop of the screen. */
  private static final int MOST_WAITING = 10_000;

  private final BlockingQueue<Incoming> incoming = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Semaphore linesWanted = new Semaphore(1);
  private final Consumer<String> output;
  private final Consumer<Effect> errands;
  private PlainSession session;
  private Optional<Ending> ending = Optional.empty();
  private Optional<String> line = Optional.empty();
  private boolean inputEnded;
  private boolean asked;

  /** What the loop is told. */
  private sealed interface Incoming {
    record Told(Message message) implements Incoming {}

    record Typed(String line) implements Incoming {}

    record InputEnded() implements Incoming {}

    record Ended(Ending ending) implements Incoming {}
  }

  PlainLoop(PlainSession start, Consumer<String> output, Consumer<Effect> errands) {
    this.session = start;
    this.output = output;
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

  /** Runs until the person leaves, the input ends or it is ended. */
  Ending run(InputStream input) throws InterruptedException {
    Thread.ofPlatform().daemon().name("lines").start(() -> read(input));
    long waitsUntil = System.nanoTime() + PATIENCE.toNanos();
    while (ending.isEmpty()) {
      if (!session.met()) {
        waitsUntil = System.nanoTime() + PATIENCE.toNanos();
      }
      long left = waitsUntil - System.nanoTime();
      boolean ready = !session.waits() || left <= 0;
      if (ready && !asked) {
        output.accept(session.prompt());
        asked = true;
      }
      if (ready && (line.isPresent() || inputEnded)) {
        next();
        waitsUntil = System.nanoTime() + PATIENCE.toNanos();
        continue;
      }
      boolean forLong = ready || !session.met();
      Incoming one = forLong ? incoming.take() : incoming.poll(left, TimeUnit.NANOSECONDS);
      if (one != null) {
        take(one);
      }
    }
    return ending.get();
  }

  private void next() {
    if (line.isPresent()) {
      String typed = line.get();
      line = Optional.empty();
      asked = false;
      apply(session.read(typed, Instant.now()));
      linesWanted.release();
      return;
    }
    apply(session.leave(Instant.now()));
    if (ending.isEmpty()) {
      ending = Optional.of(new Ending.Unreached("the input ended: " + session.prompt()));
    }
  }

  private void take(Incoming one) {
    switch (one) {
      case Incoming.Told(Message message) -> apply(session.hear(message));
      case Incoming.Typed(String typed) -> line = Optional.of(typed);
      case Incoming.InputEnded _ -> inputEnded = true;
      case Incoming.Ended(Ending how) -> ending = Optional.of(how);
    }
  }

  private void apply(PlainStep step) {
    session = step.next();
    step.said().forEach(output);
    asked &= step.said().isEmpty();
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Quit _ -> ending = Optional.of(new Ending.Left());
        case Effect.Ring _, Effect.Redraw _ -> {
          // What rings is said in words too, and lines stay.
        }
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

  /** One line at a time, so that a long input waits where it is. */
  private void read(InputStream input) {
    try (Reader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      while (true) {
        linesWanted.acquire();
        Optional<String> read = line(reader);
        if (read.isEmpty()) {
          put(new Incoming.InputEnded());
          return;
        }
        put(new Incoming.Typed(read.get()));
      }
    } catch (IOException gone) {
      put(new Incoming.InputEnded());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without control characters; empty at the end. */
  private static Optional<String> line(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0 && next != '\n'; next = reader.read()) {
      if (!Character.isISOControl(next) && text.length() < LINE_CHARACTERS) {
        text.append((char) next);
      }
    }
    return Optional.of(text.toString());
  }
}
