package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Change;
import bandstand.inspection.Erasure;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.store.Durable;
import bandstand.store.Noted;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The ledger of erasures in a file of the data folder: what was written there and what is new.
 *
 * <p>A row is on disk before a file at rest is made of what is left, so a start that finds the
 * erasure at rest finds its row; one that does not has the erasure before it and adds the row. Only
 * where there is no ledger are all histories searched for one.
 */
final class Ledger {
  private final Path file;
  private final Register register;
  private final History history;
  private final Queue<ErasureLedger.Row> unwritten = new ConcurrentLinkedQueue<>();
  private boolean whole;

  /**
   * Of a data folder.
   *
   * @param file need not be there
   */
  Ledger(Path file, Register register, History history) throws IOException {
    this.file = file;
    this.register = register;
    this.history = history;
    this.whole = written().isPresent();
  }

  /** Adds a row, to be written with the next {@link #keep}; never waits. */
  void add(ErasureLedger.Row row) {
    unwritten.add(row);
  }

  /** A row of an erasure that has just been recorded. */
  static ErasureLedger.Row row(Recorded recorded, ErasureLedger.Frame made) {
    Erasure erasure = recorded.change().erasure().orElseThrow();
    return new ErasureLedger.Row(
        recorded.inspection(),
        recorded.revision(),
        recorded.at(),
        recorded.by(),
        name(erasure),
        made);
  }

  /** What was erased is called since. */
  static String name(Erasure erasure) {
    return erasure.name().map(Reference::text).orElse(ErasureLedger.EVERYTHING);
  }

  /** The rows of one inspection's history. */
  List<ErasureLedger.Row> rows(List<Noted> lines) {
    List<ErasureLedger.Row> rows = new ArrayList<>();
    for (Noted line : lines) {
      if (line.kind() == Change.Kind.ERASE) {
        Recorded recorded = history.read(line);
        // One that everything was erased after says no more what it erased.
        recorded
            .change()
            .erasure()
            .map(Erasure::made)
            .map(
                part ->
                    Footprint.frame(
                        history.kept(lines.get(Math.toIntExact(part.revision() - 1))),
                        part.number()))
            .ifPresent(made -> rows.add(row(recorded, made)));
      }
    }
    return rows;
  }

  private List<ErasureLedger.Row> searched() {
    return register.slots().stream()
        .flatMap(slot -> rows(slot.snapshot().history()).stream())
        .toList();
  }

  /** Whether all histories would have to be searched for it. */
  synchronized boolean missing() {
    return !whole;
  }

  /** Every erasure in the data folder, those in hidden inspections too. */
  synchronized ErasureLedger all() throws IOException {
    return merged(List.copyOf(unwritten));
  }

  private ErasureLedger merged(List<ErasureLedger.Row> news) throws IOException {
    return ErasureLedger.merged(
        List.of(written().orElseGet(() -> new ErasureLedger(searched())), new ErasureLedger(news)));
  }

  /**
   * Writes what is not written yet; what was written stays, also where the data knows less of it.
   *
   * @throws IOException if it cannot be; nothing of it is lost, and the next call tries again
   */
  synchronized void keep() throws IOException {
    List<ErasureLedger.Row> news = List.copyOf(unwritten);
    if (whole && news.isEmpty()) {
      return;
    }
    Durable.replace(file, merged(news).json());
    whole = true;
    news.forEach(unwritten::remove);
  }

  /** As it was written last; empty if it is not there or cannot be read. */
  private Optional<ErasureLedger> written() throws IOException {
    return Files.exists(file)
            && ErasureLedger.read(Files.readAllBytes(file))
                instanceof Outcome.Done<ErasureLedger>(ErasureLedger ledger)
        ? Optional.of(ledger)
        : Optional.empty();
  }
}
