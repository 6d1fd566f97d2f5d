package bandstand.service;

import bandstand.framework.Framework;
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

  Map<InspectionId, Folded> folded() {
    return folded;
  }

  void take(Kept kept) {
    InspectionId id = new InspectionId(kept.stream());
    if (kept.revision() <= filed.getOrDefault(id, 0L)) {
      return;
    }
    Recorded recorded = recorded(kept);
    Folded before = Optional.ofNullable(folded.get(id)).orElseGet(() -> found(id, recorded, kept));
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

  private Folded found(InspectionId id, Recorded recorded, Kept kept) {
    Mark since = kept.written().mark();
    if (filed.containsKey(id)) {
      Resting resting = files.apply(id).orElseThrow(() -> new Doubt(id + " is unreadable"));
      return new Folded(resting.state(), resting.history(), since, 0, kept.at());
    }
    return new Folded(
        Inspection.blank(id, framework(recorded)), TreePVector.empty(), since, 0, kept.at());
  }

  private Framework framework(Recorded recorded) {
    String digest =
        recorded.change().edits().stream()
            .filter(Edit.ToDetail.class::isInstance)
            .map(Edit.ToDetail.class::cast)
            .filter(edit -> edit.name().equals(Inspection.FRAMEWORK_DIGEST))
            .findFirst()
            .flatMap(Edit.ToDetail::after)
            .orElseThrow(() -> new Doubt(recorded.inspection() + " has no beginning"));
    return editions
        .byDigest(digest)
        .orElseThrow(() -> new Doubt("the edition with digest " + digest + " is missing"));
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
    return RecordedJson.decode(
        new InspectionId(kept.stream()), kept.revision(), kept.author(), kept.at(), payloads);
  }

  static Noted noted(Recorded recorded, Kept kept) {
    return Snapshot.noted(recorded, kept.written().position());
  }

  /** Folds one inspection's own history up to a revision. */
  static Inspection stateAt(Inspection blank, Iterable<Recorded> changes) {
    Inspection state = blank;
    for (Recorded recorded : changes) {
      state = state.after(recorded);
    }
    return state;
  }
}
