package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** All watchers; the writer tells them, in order, and never waits for one. */
public final class Hub {
  /** Watchers at once: a team's screens several times over, with half of the connections left. */
  public static final int WATCHERS = 1000;

  /** Watchers of one person: a script that forgets to close does not keep the others out. */
  public static final int OF_ONE_PERSON = 500;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> seats = new HashMap<>();
  private int taken;
  private Watch.Since told;
  private boolean stopped;

  /** A place among the watchers, held until it is closed. */
  public final class Seat implements AutoCloseable {
    private final String name;
    private boolean left;

    private Seat(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      synchronized (Hub.this) {
        if (!left) {
          left = true;
          taken--;
          seats.merge(name, -1, (one, other) -> one + other == 0 ? null : one + other);
        }
      }
    }
  }

  /** Nobody watches yet; what is recorded up to now is told to nobody. */
  Hub(long sequence, Map<InspectionId, Long> revisions) {
    this.told = new Watch.Since(sequence, HashTreePMap.from(revisions));
  }

  /** Lets a watcher in, unless there are as many as there may be, or of this person. */
  public synchronized Outcome<Seat> admit(Person person) {
    int own = seats.getOrDefault(person.name(), 0);
    if (taken >= WATCHERS) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          "There are %d event streams, the most there may be; close some and try again"
              .formatted(WATCHERS));
    }
    if (own >= OF_ONE_PERSON) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          "%s has %d event streams open, the most one person may; close some and try again"
              .formatted(person.name(), OF_ONE_PERSON));
    }
    taken++;
    seats.put(person.name(), own + 1);
    return Outcome.done(new Seat(person.name()));
  }

  /** Begins a watch; what is told from now on is told to it too. */
  synchronized Watch watch(Predicate<Published> wanted) {
    Watch watch = new Watch(this, told, wanted);
    watches.add(watch);
    if (stopped) {
      watch.stop();
    }
    return watch;
  }

  /** Watches under way. */
  public int size() {
    return watches.size();
  }

  /** Tells what is on disk and seen by everyone, oldest first. */
  synchronized void tell(List<Published> changes) {
    PMap<InspectionId, Long> revisions = told.revisions();
    for (Published change : changes) {
      InspectionId id = change.recorded().inspection();
      revisions =
          change.hidden() ? revisions.minus(id) : revisions.plus(id, change.recorded().revision());
    }
    told = new Watch.Since(changes.getLast().sequence(), revisions);
    watches.forEach(watch -> watch.tell(changes));
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
