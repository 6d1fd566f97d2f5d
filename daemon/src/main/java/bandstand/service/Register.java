package bandstand.service;

import bandstand.inspection.InspectionId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every inspection there is, by id; those taken away for thirty days among them. */
final class Register {
  private final Map<InspectionId, Slot> slots = new ConcurrentSkipListMap<>();

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
