package bandstand.client;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** Hands things on in the order they come, and keeps those that come before there is a taker. */
final class Handing<T> implements Consumer<T> {
  /** Far more than a person types while a client starts; whoever brings more waits. */
  private static final int MOST_KEPT = 10_000;

  private final Queue<T> kept = new ArrayDeque<>();
  private Optional<Consumer<T>> taker = Optional.empty();

  @Override
  public synchronized void accept(T one) {
    try {
      while (taker.isEmpty() && kept.size() == MOST_KEPT) {
        wait();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return;
    }
    taker.ifPresentOrElse(there -> there.accept(one), () -> kept.add(one));
  }

  /** There is a taker from now on, first for what was kept. */
  synchronized void to(Consumer<T> there) {
    kept.forEach(there);
    kept.clear();
    taker = Optional.of(there);
    notifyAll();
  }
}
