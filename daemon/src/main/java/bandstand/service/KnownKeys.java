package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.store.Noted;
import bandstand.wire.InspectionJson;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Idempotency-Keys that no line of the inspection asked about tells of: of requests that made
 * an inspection, whose id another request may make up otherwise, and of those that changed nothing.
 *
 * <p>The first are found again after a start; of the others a restart knows nothing.
 */
final class KnownKeys {
  /** Of each kind: some megabytes; past it the oldest is forgotten before its time. */
  static final int MOST = 10_000;

  private final Map<Key, Earlier> makings = bounded();
  private final Map<Key, Earlier> standings = bounded();
  private final Object searching = new Object();
  private boolean searched;

  /**
   * A key of a person.
   *
   * @param place the inspection it was used on; empty: making one
   */
  private record Key(Optional<InspectionId> place, String by, String text) {
    static Key of(Optional<InspectionId> place, Earlier earlier) {
      return new Key(place, earlier.by(), earlier.once().key());
    }
  }

  private static Map<Key, Earlier> bounded() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Earlier> eldest) {
            return size() > MOST;
          }
        });
  }

  void made(Earlier earlier) {
    makings.put(Key.of(Optional.empty(), earlier), earlier);
  }

  void stood(Earlier earlier) {
    standings.put(Key.of(Optional.of(earlier.inspection()), earlier), earlier);
  }

  /** What an erasure leaves of an inspection was not what a request met. */
  void forget(InspectionId inspection) {
    standings.keySet().removeIf(key -> key.place().equals(Optional.of(inspection)));
  }

  /** What was made under a key; of that from before the start as much as {@link #search} found. */
  Optional<Earlier> making(Once once, Person by, Instant now) {
    return found(makings, new Key(Optional.empty(), by.name(), once.key()), now);
  }

  private Optional<Earlier> standing(InspectionId inspection, Once once, Person by, Instant now) {
    return found(standings, new Key(Optional.of(inspection), by.name(), once.key()), now);
  }

  private static Optional<Earlier> found(Map<Key, Earlier> map, Key key, Instant now) {
    return Optional.ofNullable(map.get(key))
        .filter(earlier -> !earlier.isOlderThan(now.minus(Repeats.REMEMBERED)));
  }

  /** The same request as it was met before, by any of these ways. */
  Optional<Earlier> earlier(
      Writer.Job job,
      Once once,
      Instant now,
      Function<InspectionId, Optional<Snapshot>> inspections) {
    if (job.creates().isPresent()) {
      return making(once, job.by(), now)
          .filter(made -> inspections.apply(made.inspection()).filter(made::standsIn).isPresent());
    }
    List<Noted> lines =
        inspections.apply(job.id()).<List<Noted>>map(Snapshot::history).orElseGet(List::of);
    return Repeats.of(once, job.by(), now, lines)
        .map(line -> Earlier.of(job.id(), line))
        .or(() -> standing(job.id(), once, job.by(), now));
  }

  /** Looks once for what was made before the start: not for the writer, since it reads files. */
  void search(Register register, Instant now) {
    synchronized (searching) {
      if (searched) {
        return;
      }
      Instant oldest = now.minus(Repeats.REMEMBERED);
      for (Slot slot : register.slots()) {
        if (mayBeMadeSince(slot, oldest)) {
          Noted line = slot.snapshot().history().getFirst();
          if (line.once().isPresent() && !line.at().isBefore(oldest)) {
            Earlier earlier = Earlier.of(slot.id(), line);
            makings.putIfAbsent(Key.of(Optional.empty(), earlier), earlier);
          }
        }
      }
      searched = true;
    }
  }

  /** By what lists show of it; where that does not tell, its file does. */
  private static boolean mayBeMadeSince(Slot slot, Instant oldest) {
    Optional<List<Noted>> lines = slot.inMemory().map(Snapshot::history);
    if (lines.isPresent()) {
      return !lines.get().getFirst().at().isBefore(oldest);
    }
    return !(InspectionJson.readCreated(slot.summary())
            instanceof Outcome.Done<Instant>(Instant at))
        || !at.isBefore(oldest);
  }
}
