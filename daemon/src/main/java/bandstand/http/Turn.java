package bandstand.http;

import java.util.concurrent.Semaphore;

/**
 * The turn of one long piece of work, had or not; for its own thread alone.
 *
 * <p>A request is not taken off its processor, so a few long imports or replies would keep out
 * everybody who asks for less: one processor is left to all others, and nobody has a turn while
 * waiting for a client. Yielding is no help: what yields goes before what comes in anew.
 */
final class Turn {
  private static final Semaphore TURNS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  private boolean had;

  void begin() {
    TURNS.acquireUninterruptibly();
    had = true;
  }

  void end() {
    if (had) {
      had = false;
      TURNS.release();
    }
  }
}
