package bandstand.service;

import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.journal.Mark;
import bandstand.store.Outline;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where one inspection is: in memory while it has changes that no file holds, else at rest and
 * remembered while memory lasts.
 *
 * <p>Whoever holds its snapshot keeps it remembered: so what is at rest is read only while nobody
 * is about to change it.
 */
final class Slot {
  private final InspectionId id;
  private final Function<InspectionId, Retrieved> atRest;
  private final Object loading = new Object();
  private volatile SoftReference<@Nullable Snapshot> remembered = new SoftReference<>(null);
  private volatile Optional<Unfiled> unfiled = Optional.empty();
  private volatile Outline outline;

  /**
   * Changes that no file holds.
   *
   * @param since where the first of them stands in the journal
   * @param count how many
   * @param last when the newest was made
   */
  record Unfiled(Snapshot snapshot, Mark since, long count, Instant last) {}

  /** How an inspection came back into memory. */
  sealed interface Retrieved {
    /** As it was put at rest. */
    record FromFile(Snapshot snapshot) implements Retrieved {}

    /** From the journal, since its file is doubtful: it is to be put at rest again. */
    record MadeAgain(Unfiled unfiled) implements Retrieved {}
  }

  Slot(InspectionId id, Outline outline, Function<InspectionId, Retrieved> atRest) {
    this.id = id;
    this.outline = outline;
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
    return outline.summary();
  }

  /** Whether it is out of sight; read from memory or from what is known without its file. */
  boolean deleted() {
    return inMemory().map(Snapshot::state).map(Inspection::deleted).orElse(outline.deleted());
  }

  long revision() {
    return inMemory().map(Snapshot::state).map(Inspection::revision).orElse(outline.revision());
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
    return switch (atRest.apply(id)) {
      case Retrieved.FromFile(Snapshot snapshot) -> {
        remembered = new SoftReference<>(snapshot);
        yield snapshot;
      }
      case Retrieved.MadeAgain(Unfiled found) -> {
        replayed(found);
        yield found.snapshot();
      }
    };
  }

  /** Found in the journal: changes that no file holds yet. */
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
    Inspection state = snapshot.state();
    outline = new Outline(state.revision(), state.deleted(), summaryOfIt);
    remembered = new SoftReference<>(snapshot);
    unfiled =
        unfiled
            .filter(held -> held.snapshot().state().revision() > state.revision())
            .map(
                held ->
                    new Unfiled(
                        held.snapshot(),
                        upTo,
                        held.snapshot().state().revision() - state.revision(),
                        held.last()));
  }
}
