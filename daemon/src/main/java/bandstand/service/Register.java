package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.journal.Mark;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every inspection there is, by id; those taken away for thirty days among them. */
final class Register {
  private final Map<InspectionId, Slot> slots = new ConcurrentSkipListMap<>();

  private volatile Mark publishedUpTo;

  Register(Mark publishedUpTo) {
    this.publishedUpTo = publishedUpTo;
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

  void add(Slot slot) {
    slots.put(slot.id(), slot);
  }

  Collection<Slot> slots() {
    return slots.values();
  }
}
