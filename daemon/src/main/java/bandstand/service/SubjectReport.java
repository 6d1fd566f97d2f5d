package bandstand.service;

import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Mentions;
import bandstand.inspection.Once;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.store.Noted;
import bandstand.wire.SubjectJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all inspections hold under one reference: hidden ones, history and alerts included. */
public record SubjectReport(Inspections inspections) {

  /** Those that hold something, in order of id; reads every history whole. */
  public List<SubjectJson.Held> of(Reference reference, Optional<InspectionId> only) {
    return snapshots(only)
        .map(snapshot -> held(snapshot, reference))
        .filter(held -> !held.nothing())
        .toList();
  }

  /** How many edits are looked at for it. */
  public long edits(Optional<InspectionId> only) {
    return snapshots(only).mapToLong(snapshot -> History.edits(snapshot.history())).sum();
  }

  private Stream<Snapshot> snapshots(Optional<InspectionId> only) {
    return inspections.allIds().stream()
        .filter(id -> only.map(id::equals).orElse(true))
        .flatMap(id -> inspections.evenDeleted(id).stream());
  }

  /** What one inspection holds. */
  SubjectJson.Held held(Snapshot snapshot, Reference reference) {
    List<Recorded> changes = new ArrayList<>();
    List<SubjectJson.Mention> mentions = new ArrayList<>();
    for (Noted line : snapshot.history()) {
      Recorded recorded =
          inspections
              .history()
              .only(
                  line,
                  edit ->
                      SubjectJson.touches(edit, reference)
                          || Mentions.words(edit).stream()
                              .anyMatch(text -> Mentions.in(text, reference)));
      boolean touches = false;
      for (Edit edit : recorded.change().edits()) {
        if (SubjectJson.touches(edit, reference)) {
          touches = true;
        } else {
          Mentions.words(edit).stream()
              .filter(text -> Mentions.in(text, reference))
              .map(text -> new SubjectJson.Mention(recorded.revision(), edit.field(), text))
              .forEach(mentions::add);
        }
      }
      String reason = recorded.change().reason();
      if (touches) {
        changes.add(recorded);
        continue;
      }
      if (Mentions.in(reason, reference)) {
        mentions.add(new SubjectJson.Mention(recorded.revision(), "reason", reason));
      }
      recorded
          .change()
          .once()
          .map(Once::key)
          .filter(key -> Mentions.in(key, reference))
          .ifPresent(key -> mentions.add(new SubjectJson.Mention(recorded.revision(), "key", key)));
    }
    return new SubjectJson.Held(snapshot.state(), changes, mentions);
  }

  /** The other inspections that have a case of this reference, or had one that was removed. */
  List<InspectionId> holders(Reference reference, InspectionId but) {
    return inspections.allIds().stream()
        .filter(id -> !id.equals(but))
        .filter(
            id ->
                inspections
                    .evenDeleted(id)
                    .filter(snapshot -> holds(snapshot.state(), reference))
                    .isPresent())
        .toList();
  }

  private static boolean holds(Inspection state, Reference reference) {
    return state.file(reference).isPresent() || state.lastMade(reference).isPresent();
  }
}
