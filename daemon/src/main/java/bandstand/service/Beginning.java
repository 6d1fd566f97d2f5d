package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.journal.Journal;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import bandstand.store.Editions;
import bandstand.store.Outline;
import bandstand.store.Store;
import java.io.IOException;
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
    InstantSource clock,
    Function<Snapshot, byte[]> summary) {
  private static final System.Logger LOG = System.getLogger(Beginning.class.getName());

  Outcome<Inspections> open() throws IOException {
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
          Outcome<Inspections> made = made(journal, tail.toString(), replay);
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

  private Outcome<Inspections> made(Journal journal, String tail, Replay replay) {
    Inspections made =
        new Inspections(journal, tail, filled(journal, replay), store, editions, clock, summary);
    if (replay.erasures() && !made.keeper.fileNow(slot -> true)) {
      return unended("the files at rest cannot be made anew");
    }
    made.begin(replay.erasures());
    return Outcome.done(made);
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
