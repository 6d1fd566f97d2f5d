package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.journal.Damage;
import bandstand.journal.Journal;
import bandstand.store.Editions;
import bandstand.store.Outline;
import bandstand.store.Resting;
import bandstand.store.Store;
import java.util.Optional;

/** Brings back inspections that are not in memory: from the file or, if in doubt, the journal. */
record Retrieval(Store store, Editions editions, Journal journal) {

  Slot.Retrieved of(InspectionId id) {
    Optional<Resting> resting = store.read(id, editions::byDigest);
    return resting.isPresent()
        ? new Slot.Retrieved.FromFile(Snapshot.of(resting.get().state(), resting.get().history()))
        : new Slot.Retrieved.MadeAgain(madeAgain(id));
  }

  /** The journal is read whole for it, which takes seconds at worst and is rarely needed. */
  private Slot.Unfiled madeAgain(InspectionId id) {
    long filed = Optional.ofNullable(store.outlines().get(id)).map(Outline::revision).orElse(0L);
    Replay replay = Replay.ofEverything(editions);
    Optional<Damage> damage =
        journal.replay(
            kept -> {
              if (kept.stream().equals(id.text()) && kept.revision() <= filed) {
                replay.take(kept);
              }
            });
    Replay.Folded folded = replay.folded().get(id);
    if (folded == null || folded.state().revision() != filed) {
      String what = "%s at revision %d".formatted(id, filed);
      throw damage
          .<RuntimeException>map(where -> new Unreadable(what, where))
          .orElseGet(
              () -> new IllegalStateException(what + " is neither in its file nor in the journal"));
    }
    return folded.unfiled();
  }
}
