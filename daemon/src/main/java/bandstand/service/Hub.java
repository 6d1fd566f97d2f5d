package bandstand.service;

import bandstand.inspection.Change;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** All watchers; the writer tells them, in order, and never waits for one. */
public final class Hub {
  /** Watchers at once: a team's screens several times over. */
  public static final int WATCHERS = 1000;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final LongAdder fellBehind = new LongAdder();
  private boolean stopped;

  /** Begins a watch; what is published from now on is told. */
  synchronized Watch watch(Predicate<Published> wanted) {
    Watch watch = new Watch(this, wanted);
    watches.add(watch);
    if (stopped) {
      watch.stop();
    }
    return watch;
  }

  /** Whether there are as many watchers as are let in. */
  public boolean full() {
    return watches.size() >= WATCHERS;
  }

  /** Times a watcher fell behind since the start. */
  public long fellBehind() {
    return fellBehind.sum();
  }

  void countBehind() {
    fellBehind.increment();
  }

  public int size() {
    return watches.size();
  }

  /** After an erasure nobody is told what came before it: who has not read that begins anew. */
  void tell(Published published) {
    boolean erases = published.recorded().change().kind() == Change.Kind.ERASE;
    watches.forEach(
        watch -> {
          if (erases) {
            watch.forget(published);
          }
          watch.tell(published);
        });
  }

  /** Ends every watch, now and later. */
  public synchronized void stop() {
    stopped = true;
    watches.forEach(Watch::stop);
  }

  void remove(Watch watch) {
    watches.remove(watch);
  }
}
