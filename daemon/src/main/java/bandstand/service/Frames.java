package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.journal.Damage;
import bandstand.journal.Journal;
import bandstand.journal.Part;
import bandstand.journal.Payload;
import bandstand.journal.Reading;
import bandstand.store.Noted;
import bandstand.wire.EventJson;
import bandstand.wire.RecordedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One change read frame by frame: of a large import memory holds one case. */
record Frames(Journal journal, Noted line) {
  /** The last frame, which tells what the change is; of one with a single frame that is all. */
  Part closing() {
    return switch (journal.part(line.closing())) {
      case Reading.Found<Part>(Part part) -> part;
      case Reading.Unreadable<Part>(Damage damage) -> throw unreadable(damage);
    };
  }

  /** What is told of it without its edits. */
  EventJson.Brief brief() {
    return new EventJson.Brief(with(List.of()), line.amount().cases(), line.amount().answers());
  }

  /** The change with those of its edits that are wanted. */
  Recorded only(Predicate<Edit> wanted) {
    List<Edit> edits = new ArrayList<>();
    each(piece -> piece.stream().filter(wanted).forEach(edits::add));
    return with(edits);
  }

  private Recorded with(List<Edit> edits) {
    Recorded recorded = recorded(closing());
    Change said = line.kind() == Change.Kind.ERASED ? Change.none(line.kind()) : recorded.change();
    return new Recorded(
        recorded.inspection(),
        recorded.revision(),
        recorded.by(),
        recorded.at(),
        new Change(said.kind(), edits, said.of(), said.reason(), said.once(), said.erasure()));
  }

  /** Hands over the edits of each frame that is not erased, in order. */
  void each(Consumer<List<Edit>> piece) {
    parts(part -> piece.accept(recorded(part).change().edits()));
  }

  /**
   * Hands over what takes the edits back: those of each case from the last to the first. Cases
   * follow one another in a change, so one after the other is held.
   */
  void backwards(Consumer<List<Edit>> piece) {
    List<Edit> held = new ArrayList<>();
    each(
        edits -> {
          if (!held.isEmpty() && !edits.isEmpty() && !subject(held).equals(subject(edits))) {
            piece.accept(reversed(held));
            held.clear();
          }
          held.addAll(edits);
        });
    piece.accept(reversed(held));
  }

  private static Optional<Reference> subject(List<Edit> edits) {
    return edits.getFirst().touches();
  }

  private static List<Edit> reversed(List<Edit> edits) {
    return edits.reversed().stream().map(Edit::reversed).toList();
  }

  /** Whether any edit is such a one; a frame without the words, in quotes, has none. */
  boolean any(List<String> words, Predicate<Edit> wanted) {
    AtomicBoolean found = new AtomicBoolean();
    parts(
        part -> {
          if (!found.get() && mayHold(part.payload(), words)) {
            found.set(recorded(part).change().edits().stream().anyMatch(wanted));
          }
        });
    return found.get();
  }

  private static boolean mayHold(Payload payload, List<String> words) {
    return payload instanceof Payload.Present(byte[] bytes)
        && words.stream()
            .allMatch(
                word -> new String(bytes, StandardCharsets.ISO_8859_1).contains('"' + word + '"'));
  }

  private void parts(Consumer<Part> each) {
    journal
        .parts(line.position(), each)
        .ifPresent(
            damage -> {
              throw unreadable(damage);
            });
  }

  private static Recorded recorded(Part part) {
    Optional<byte[]> payload =
        part.payload() instanceof Payload.Present(byte[] bytes)
            ? Optional.of(bytes)
            : Optional.empty();
    return RecordedJson.decode(
        new InspectionId(part.stream()),
        part.revision(),
        part.author(),
        part.at(),
        List.of(payload));
  }

  private Unreadable unreadable(Damage damage) {
    return new Unreadable("revision " + line.revision(), damage);
  }
}
