package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Recorded;
import bandstand.store.Noted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which changes were taken back and brought back, read from a table of contents. */
final class Lineage {
  private final List<Noted> lines;
  private final Function<Noted, Recorded> history;

  /** Reads a change itself only where its kind does not tell. */
  Lineage(List<Noted> lines, Function<Noted, Recorded> history) {
    this.lines = lines;
    this.history = history;
  }

  Optional<Noted> line(long revision) {
    return revision >= 1 && revision <= lines.size()
        ? Optional.of(lines.get((int) revision - 1))
        : Optional.empty();
  }

  /** The change a redo brought back; any other line is itself. */
  Noted original(Noted line) {
    return line.kind() == Change.Kind.REDO
        ? line(line.of()).flatMap(undo -> line(undo.of())).orElse(line)
        : line;
  }

  /**
   * Whether two revisions left the same in a field that both set: a redo leaves what the original
   * did, an undo what stood there before the change it takes back. Of the changes between those
   * concerned, as many are read as it takes.
   */
  boolean leftTheSame(String field, long one, long other) {
    long a = one;
    long b = other;
    while (a > 0 && b > 0) {
      a = original(lineOf(a)).revision();
      b = original(lineOf(b)).revision();
      long undoneByA = undone(a);
      long undoneByB = undone(b);
      if (a == b || undoneByA == undoneByB && undoneByA > 0) {
        return true;
      }
      if (undoneByA == 0 && undoneByB == 0) {
        return false;
      }
      if (undoneByA > undoneByB) {
        a = lastSetting(field, undoneByA, undoneByB > 0 ? undoneByB : b);
      } else {
        b = lastSetting(field, undoneByB, undoneByA > 0 ? undoneByA : a);
      }
    }
    return false;
  }

  private Noted lineOf(long revision) {
    return lines.get(Math.toIntExact(revision - 1));
  }

  /** What a revision takes back; 0 if it is no undo. */
  private long undone(long revision) {
    Noted line = lineOf(revision);
    return line.kind() == Change.Kind.UNDO ? line.of() : 0;
  }

  /** The last revision before one that set the field; 0 if that is older than {@code oldest}. */
  private long lastSetting(String field, long before, long oldest) {
    for (long at = before - 1; at >= oldest; at--) {
      Recorded recorded = history.apply(lineOf(at));
      if (recorded.change().edits().stream().anyMatch(edit -> edit.field().equals(field))) {
        return at;
      }
    }
    return 0;
  }

  /** A person's newest change that can be taken back and is not. */
  Optional<Noted> lastStandingBy(String name) {
    Set<Long> undone = new HashSet<>();
    Set<Long> redone = new HashSet<>();
    for (Noted line : lines.reversed()) {
      switch (line.kind()) {
        case REDO -> redone.add(line.of());
        case UNDO -> {
          if (!redone.contains(line.revision())) {
            undone.add(line.of());
          }
        }
        default -> {
          boolean standing = line.kind().undoable() && !undone.contains(line.revision());
          if (standing && line.by().equals(name)) {
            return Optional.of(line);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A person's newest undo that is not taken back. */
  Optional<Noted> lastUndoneBy(String name) {
    Set<Long> redone = new HashSet<>();
    for (Noted line : lines.reversed()) {
      if (line.kind() == Change.Kind.REDO) {
        redone.add(line.of());
      } else if (line.kind() == Change.Kind.UNDO
          && line.by().equals(name)
          && !redone.contains(line.revision())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }
}
