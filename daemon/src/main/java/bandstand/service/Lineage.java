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
   * Whether what one revision set in a field is what another had set: undo and redo bring back what
   * stood in the field before the change they take back.
   */
  boolean bringsBack(String field, long revision, long wanted) {
    long at = revision;
    while (at > wanted) {
      Noted line = lines.get(Math.toIntExact(at - 1));
      at =
          switch (line.kind()) {
            case UNDO, REDO -> lastSetting(field, line.of(), wanted);
            default -> 0;
          };
    }
    return at == wanted;
  }

  /** The last revision before another that set the field; 0 if it is older than {@code oldest}. */
  private long lastSetting(String field, long before, long oldest) {
    for (long at = before - 1; at >= oldest; at--) {
      Recorded recorded = history.apply(lines.get(Math.toIntExact(at - 1)));
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
