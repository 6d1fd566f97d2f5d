package bandstand.service;

import bandstand.framework.Framework;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.journal.Kept;
import bandstand.journal.Mark;
import bandstand.journal.Payload;
import bandstand.store.Editions;
import bandstand.store.Noted;
import bandstand.store.Resting;
import bandstand.store.Store;
import bandstand.wire.RecordedJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The journal's entries being folded into the inspections they belong to, at a start. */
final class Replay {
  private final Editions editions;
  private final Map<InspectionId, Long> filed;
  private final Function<InspectionId, Optional<Resting>> files;
  private final Map<InspectionId, Folded> folded = new HashMap<>();

  /** Entries whose inspection's beginning is erased, until one tells of the edition. */
  private final Map<InspectionId, List<Kept>> beginnings = new HashMap<>();

  private boolean erasures;

  /**
   * An inspection with changes that no file holds.
   *
   * @param since where the first of them stands
   */
  record Folded(Inspection state, PVector<Noted> history, Mark since, long count, Instant last) {
    Slot.Unfiled unfiled() {
      return new Slot.Unfiled(Snapshot.of(state, history), since, count, last);
    }
  }

  /** What is at rest, or the editions kept, do not fit the journal. */
  static final class Doubt extends RuntimeException {
    private static final long serialVersionUID = 1;

    Doubt(String what) {
      super(what);
    }
  }

  private Replay(
      Editions editions,
      Map<InspectionId, Long> filed,
      Function<InspectionId, Optional<Resting>> files) {
    this.editions = editions;
    this.filed = filed;
    this.files = files;
  }

  /** On top of what is at rest. */
  static Replay onTopOf(Store store, Editions editions) {
    Map<InspectionId, Long> filed = new HashMap<>();
    store.outlines().forEach((id, outline) -> filed.put(id, outline.revision()));
    return new Replay(editions, filed, id -> store.read(id, editions::byDigest));
  }

  /** From each inspection's first change. */
  static Replay ofEverything(Editions editions) {
    return new Replay(editions, Map.of(), id -> Optional.empty());
  }

  /**
   * Everything that was taken.
   *
   * @throws Doubt if the first change of an inspection does not tell what it is
   */
  Map<InspectionId, Folded> folded() {
    if (!beginnings.isEmpty()) {
      throw new Doubt(beginnings.keySet() + " have no beginning");
    }
    return folded;
  }

  /** Whether there were erasures, whose frames may still stand. */
  boolean erasures() {
    return erasures;
  }

  void take(Kept kept) {
    InspectionId id = id(kept);
    if (kept.revision() <= filed.getOrDefault(id, 0L)) {
      return;
    }
    Recorded recorded = recorded(kept);
    if (recorded.change().kind() == Change.Kind.ERASE) {
      erasures = true;
      if (filed.containsKey(id)) {
        throw new Doubt(id + " holds at rest what is erased since");
      }
    }
    if (!filed.containsKey(id) && !folded.containsKey(id) && edition(recorded).isEmpty()) {
      beginnings.computeIfAbsent(id, unknown -> new ArrayList<>()).add(kept);
      return;
    }
    List<Kept> waiting = Optional.ofNullable(beginnings.remove(id)).orElse(List.of());
    waiting.forEach(earlier -> fold(id, recorded(earlier), earlier, recorded));
    fold(id, recorded, kept, recorded);
  }

  /**
   * Folds one entry.
   *
   * @param told the one that tells of the edition, should this be the first
   */
  private void fold(InspectionId id, Recorded recorded, Kept kept, Recorded told) {
    Folded before = Optional.ofNullable(folded.get(id)).orElseGet(() -> found(id, told, kept));
    if (before.state().revision() + 1 != recorded.revision()) {
      throw new Doubt(id + " misses changes before revision " + recorded.revision());
    }
    folded.put(
        id,
        new Folded(
            before.state().after(recorded),
            before.history().plus(noted(recorded, kept)),
            before.since(),
            before.count() + 1,
            kept.at()));
  }

  private Folded found(InspectionId id, Recorded told, Kept kept) {
    Mark since = kept.written().mark();
    if (filed.containsKey(id)) {
      Resting resting = files.apply(id).orElseThrow(() -> new Doubt(id + " is unreadable"));
      return new Folded(resting.state(), resting.history(), since, 0, kept.at());
    }
    return new Folded(
        Inspection.blank(id, framework(told)), TreePVector.empty(), since, 0, kept.at());
  }

  /** The digest of the edition that a change tells of: the first does, or what erased that. */
  private static Optional<String> edition(Recorded recorded) {
    return recorded.change().edits().stream()
        .filter(Edit.ToDetail.class::isInstance)
        .map(Edit.ToDetail.class::cast)
        .filter(edit -> edit.name().equals(Inspection.FRAMEWORK_DIGEST))
        .findFirst()
        .flatMap(Edit.ToDetail::after);
  }

  private Framework framework(Recorded told) {
    String digest = edition(told).orElseThrow();
    return editions
        .byDigest(digest)
        .orElseThrow(() -> new Doubt("the edition with digest " + digest + " is missing"));
  }

  static InspectionId id(Kept kept) {
    return new InspectionId(kept.stream());
  }

  static Recorded recorded(Kept kept) {
    List<Optional<byte[]>> payloads =
        kept.payloads().stream()
            .map(
                payload ->
                    switch (payload) {
                      case Payload.Present(byte[] bytes) -> Optional.of(bytes);
                      case Payload.Erased erased -> Optional.<byte[]>empty();
                    })
            .toList();
    return RecordedJson.decode(id(kept), kept.revision(), kept.author(), kept.at(), payloads);
  }

  static Noted noted(Recorded recorded, Kept kept) {
    return Snapshot.noted(recorded, kept.written());
  }
}
