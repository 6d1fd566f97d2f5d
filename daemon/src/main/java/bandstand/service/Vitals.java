package bandstand.service;

import bandstand.journal.Extent;
import bandstand.journal.Journal;
import java.io.IOException;
import java.util.Optional;

/**
 * How the daemon is, in figures.
 *
 * @param work of the writer since the start
 * @param inMemory inspections that are in memory just now
 * @param journal how much there is; empty if its folder cannot be read
 */
public record Vitals(Work work, long inMemory, Optional<Extent> journal) {

  static Vitals of(Writer writer, Register register, Journal journal) {
    return new Vitals(
        writer.work(),
        register.slots().stream().filter(slot -> slot.inMemory().isPresent()).count(),
        extent(journal));
  }

  private static Optional<Extent> extent(Journal journal) {
    try {
      return Optional.of(journal.extent());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
