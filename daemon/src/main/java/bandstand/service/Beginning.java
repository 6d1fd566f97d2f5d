package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.journal.Journal;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import bandstand.journal.Tail;
import bandstand.store.Editions;
import bandstand.store.Outline;
import bandstand.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * A start: what is at rest with the journal's tail on top; at any doubt, everything from the
 * journal. An erasure that was interrupted is ended before anybody can read anything.
 */
record Beginning(
    Inspections.JournalOpening journals,
    Store store,
    Editions editions,
    Path ledger,
    InstantSource clock,
    Function<Snapshot, byte[]> summary) {
  private static final System.Logger LOG = System.getLogger(Beginning.class.getName());

  Outcome<Inspections> open() throws IOException {
    store.removeStrays();
    try {
      return opened(store.start(), Replay.onTopOf(store, editions));
    } catch (Replay.Doubt doubt) {
      LOG.log(System.Logger.Level.WARNING, "Rebuilding from the journal: {0}", doubt.getMessage());
    }
    store.distrust();
    try {
      return everything();
    } catch (Replay.Doubt doubt) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          "The journal cannot be read: %s; restore a backup".formatted(doubt.getMessage()));
    }
  }

  private Outcome<Inspections> everything() throws IOException {
    return opened(Start.fromBeginning(store.start().watermark()), Replay.ofEverything(editions));
  }

  private Outcome<Inspections> opened(Start start, Replay replay) throws IOException {
    return switch (journals.from(start, replay::take)) {
      case Opening.FormatTooNew newer ->
          Outcome.refused(
              Problem.Kind.UNAVAILABLE,
              "The data is of format %d, written by a newer Bandstand; this one reads up to %d"
                  .formatted(newer.found(), newer.supported()));
      case Opening.Opened(Journal journal, var tail) -> {
        boolean kept = false;
        try {
          if (replay.erasures() && ended(journal, replay) > 0) {
            journal.close();
            store.distrust();
            yield everything();
          }
          Outcome<Inspections> made = made(journal, tail, replay);
          kept = made instanceof Outcome.Done<Inspections>;
          yield made;
        } catch (Overwriting.Unended unended) {
          yield unended(unended.toString());
        } finally {
          if (!kept) {
            journal.close();
          }
        }
      }
    };
  }

  /** How many frames still stood that an erasure names. */
  private static int ended(Journal journal, Replay replay) {
    Overwriting overwriting = new Overwriting(journal);
    return replay.folded().values().stream()
        .mapToInt(folded -> overwriting.end(folded.history()))
        .sum();
  }

  private Outcome<Inspections> made(Journal journal, Tail tail, Replay replay) throws IOException {
    Inspections made =
        new Inspections(
            journal, tail, filled(journal, replay), store, editions, ledger, clock, summary);
    if (replay.erasures() && !saidByFiles(made, replay)) {
      return unended("the files at rest cannot be removed");
    }
    if (made.ledger().missing() && store.outlines().isEmpty()) {
      keep(made.ledger());
    }
    made.begin();
    return Outcome.done(made);
  }

  /**
   * What every file says once the erasures in the journal are ended: the ledger, those at rest. No
   * content is read from those, so where nothing can be written they may stay as they are.
   */
  private static boolean saidByFiles(Inspections made, Replay replay) {
    replay.folded().values().stream()
        .flatMap(folded -> made.ledger().rows(folded.history()).stream())
        .forEach(made.ledger()::add);
    return made.keeper().afterStart(replay.folded().keySet()) != Keeper.Rest.STANDS
        || made.unwritable().isPresent();
  }

  /** What cannot be written now is written with the next erasure or backup. */
  private static void keep(Ledger ledger) {
    try {
      ledger.keep();
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "The ledger of erasures cannot be written", full);
    }
  }

  private static Outcome<Inspections> unended(String why) {
    return Outcome.refused(
        Problem.Kind.UNAVAILABLE,
        "An erasure was interrupted and cannot be ended (%s); mend the disk or make space, then"
                .formatted(why)
            + " start again");
  }

  private Register filled(Journal journal, Replay replay) {
    Retrieval retrieval = new Retrieval(store, editions, journal);
    Register register = new Register(journal.end(), retrieval::of);
    store.outlines().forEach((id, outline) -> register.add(register.newSlot(id, outline)));
    replay
        .folded()
        .forEach(
            (id, folded) -> {
              Slot slot = register.slot(id).orElseGet(() -> register.newSlot(id, Outline.NONE));
              slot.replayed(folded.unfiled());
              register.add(slot);
            });
    return register;
  }
}
