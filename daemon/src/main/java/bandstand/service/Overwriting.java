package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Erasure;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.journal.Appending;
import bandstand.journal.Erasing;
import bandstand.journal.Journal;
import bandstand.journal.Kept;
import bandstand.journal.Limits;
import bandstand.journal.Position;
import bandstand.store.Noted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

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
   * Overwrites whatever still stands of all that erasures in an inspection's history name.
   *
   * @return how many frames
   */
  int end(List<Noted> lines) {
    int frames = 0;
    for (Noted line : lines) {
      if (line.kind() == Change.Kind.ERASE) {
        frames += end(lines, erasure(line));
      }
    }
    return frames;
  }

  private int end(List<Noted> lines, Erasure erasure) {
    int frames = 0;
    List<Position> positions = positions(lines, erasure);
    for (int from = 0; from < positions.size(); from += Limits.ERASURE_FRAMES) {
      int to = Math.min(positions.size(), from + Limits.ERASURE_FRAMES);
      frames +=
          switch (journal.erase(positions.subList(from, to))) {
            case Erasing.Erased erased -> erased.frames();
            case Erasing.Untouched untouched -> throw new Unended(untouched.damage().toString());
            case Appending.Refusal refusal -> throw new Unended(refusal.toString());
          };
    }
    return frames;
  }

  /** What a line of kind erase says; it is never itself erased but by a later one of everything. */
  Erasure erasure(Noted line) {
    return history().read(line).change().erasure().orElseThrow();
  }

  /** How many frames an erasure names. */
  int frames(List<Noted> lines, Erasure erasure) {
    return positions(lines, erasure).size();
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

  /**
   * Overwrites what a change that has just been recorded names, and makes the inspection anew from
   * what is left: so it stands in memory exactly as the next start would find it.
   */
  Snapshot done(Snapshot before, Recorded recorded, Position position) {
    List<Noted> lines = new ArrayList<>(before.history().plus(Snapshot.noted(recorded, position)));
    end(lines, recorded.change().erasure().orElseThrow());
    List<Noted> anew = new ArrayList<>();
    Inspection state = Inspection.blank(before.state().id(), before.state().framework());
    for (Noted line : lines) {
      Kept kept = history().kept(line);
      Recorded left = Replay.recorded(kept);
      state = state.after(left);
      anew.add(Replay.noted(left, kept));
    }
    PVector<Noted> contents = TreePVector.from(anew);
    return Snapshot.of(state, contents);
  }
}
