package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Erasure;
import bandstand.inspection.Recorded;
import bandstand.journal.Appending;
import bandstand.journal.Erasing;
import bandstand.journal.Journal;
import bandstand.journal.Position;
import bandstand.journal.Written;
import bandstand.store.Noted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recorded erasure names being overwritten in the journal; once begun it must be ended. */
record Overwriting(Journal journal) {

  /** An erasure is recorded and could not be ended: what it names is still readable on the disk. */
  static final class Unended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unended(String why) {
      super(why);
    }
  }

  /**
   * Overwrites what a change that has just been recorded names; gives the inspection as it is left,
   * which is as the next start would find it.
   */
  Snapshot done(Footprint footprint, Recorded recorded, Written written) {
    overwrite(footprint.frames());
    return Snapshot.of(
        footprint.left().after(recorded),
        footprint.lines().plus(Snapshot.noted(recorded, written)));
  }

  /**
   * Overwrites whatever still stands of all that erasures in an inspection's history name.
   *
   * @return how many frames
   */
  int end(List<Noted> lines) {
    int frames = 0;
    for (Noted line : lines) {
      if (line.kind() == Change.Kind.ERASE) {
        frames += overwrite(positions(lines, erasure(line)));
      }
    }
    return frames;
  }

  private int overwrite(List<Position> positions) {
    return switch (journal.erase(positions)) {
      case Erasing.Erased erased -> erased.frames();
      case Erasing.Untouched untouched -> throw new Unended(untouched.damage().toString());
      case Appending.Refusal refusal -> throw new Unended(refusal.toString());
    };
  }

  /** What a line of kind erase says; it is never itself erased but by a later one of everything. */
  private Erasure erasure(Noted line) {
    return history().read(line).change().erasure().orElseThrow();
  }

  private History history() {
    return new History(journal);
  }

  /** Where the frames stand that an erasure names. */
  private List<Position> positions(List<Noted> lines, Erasure erasure) {
    Map<Long, List<Integer>> parts = new HashMap<>();
    erasure
        .parts()
        .forEach(
            part ->
                parts
                    .computeIfAbsent(part.revision(), revision -> new ArrayList<>())
                    .add(part.number()));
    List<Position> positions = new ArrayList<>();
    for (Noted line : lines) {
      boolean whole = line.revision() <= erasure.upTo();
      List<Integer> numbers = Optional.ofNullable(parts.get(line.revision())).orElse(List.of());
      if (whole || !numbers.isEmpty()) {
        List<Position> all = history().kept(line).written().positions();
        positions.addAll(whole ? all : numbers.stream().map(all::get).toList());
      }
    }
    return positions;
  }
}
