package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.journal.Mark;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one inspection is: in memory while it has changes that no file holds, else at rest and
 * remembered while memory lasts.
 */
final class Slot {
  private final InspectionId id;
  private final Supplier<Snapshot> atRest;
  private final Object loading = new Object();
  private volatile SoftReference<@Nullable Snapshot> remembered = new SoftReference<>(null);
  private volatile Optional<Unfiled> unfiled = Optional.empty();
  private volatile byte[] summary;

  /**
   * Changes that no file holds.
   *
   * @param since where the first of them stands in the journal
   * @param count how many
   * @param last when the newest was made
   */
  record Unfiled(Snapshot snapshot, Mark since, long count, Instant last) {}

  Slot(InspectionId id, byte[] summary, Supplier<Snapshot> atRest) {
    this.id = id;
    this.summary = summary;
    this.atRest = atRest;
  }

  InspectionId id() {
    return id;
  }

  Optional<Unfiled> unfiled() {
    return unfiled;
  }

  /** What lists show of an inspection at rest. */
  byte[] summary() {
    return summary;
  }

  /** Reads the file if need be: not for the writer, unless the caller has it in hand. */
  Snapshot snapshot() {
    Optional<Snapshot> known = inMemory();
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (loading) {
      return inMemory().orElseGet(this::load);
    }
  }

  Optional<Snapshot> inMemory() {
    return unfiled.map(Unfiled::snapshot).or(() -> Optional.ofNullable(remembered.get()));
  }

  private Snapshot load() {
    Snapshot snapshot = atRest.get();
    remembered = new SoftReference<>(snapshot);
    return snapshot;
  }

  /** Found at a start: changes that no file holds yet. */
  synchronized void replayed(Unfiled found) {
    unfiled = Optional.of(found);
  }

  /** Only the writer publishes. */
  synchronized void publish(Snapshot snapshot, Mark mark, Instant at) {
    unfiled =
        Optional.of(
            unfiled
                .map(old -> new Unfiled(snapshot, old.since(), old.count() + 1, at))
                .orElseGet(() -> new Unfiled(snapshot, mark, 1, at)));
  }

  /** A file now holds this snapshot, and everything before {@code upTo}. */
  synchronized void filed(Snapshot snapshot, byte[] summaryOfIt, Mark upTo) {
    summary = summaryOfIt;
    remembered = new SoftReference<>(snapshot);
    unfiled =
        unfiled
            .filter(held -> held.snapshot().state().revision() > snapshot.state().revision())
            .map(
                held ->
                    new Unfiled(
                        held.snapshot(),
                        upTo,
                        held.snapshot().state().revision() - snapshot.state().revision(),
                        held.last()));
  }
}
