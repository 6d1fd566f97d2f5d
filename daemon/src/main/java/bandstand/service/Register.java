package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.journal.Mark;
import bandstand.store.Outline;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** Every inspection there is, by id; those taken away for thirty days among them. */
final class Register {
  private final Map<InspectionId, Slot> slots = new ConcurrentSkipListMap<>();
  private final Function<InspectionId, Slot.Retrieved> atRest;

  private volatile Mark publishedUpTo;

  /**
   * Without inspections yet.
   *
   * @param atRest brings back one that is not in memory
   */
  Register(Mark publishedUpTo, Function<InspectionId, Slot.Retrieved> atRest) {
    this.publishedUpTo = publishedUpTo;
    this.atRest = atRest;
  }

  /** Every entry of the journal before it is in some slot; the journal itself may be ahead. */
  Mark publishedUpTo() {
    return publishedUpTo;
  }

  void publishedUpTo(Mark mark) {
    publishedUpTo = mark;
  }

  Optional<Slot> slot(InspectionId id) {
    return Optional.ofNullable(slots.get(id));
  }

  Optional<Snapshot> snapshot(InspectionId id) {
    return slot(id).map(Slot::snapshot);
  }

  /** A slot that nobody sees until it is added. */
  Slot newSlot(InspectionId id, Outline outline) {
    return new Slot(id, outline, atRest);
  }

  /** From now on it is seen, so there must be something in it. */
  void add(Slot slot) {
    slots.put(slot.id(), slot);
  }

  Collection<Slot> slots() {
    return slots.values();
  }

  /** The revision of every inspection that is not taken away. */
  SortedMap<InspectionId, Long> revisions() {
    SortedMap<InspectionId, Long> revisions = new TreeMap<>();
    slots.values().stream()
        .filter(slot -> !slot.deleted())
        .forEach(slot -> revisions.put(slot.id(), slot.revision()));
    return revisions;
  }
}
