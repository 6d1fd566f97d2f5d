package bandstand.service;

import bandstand.inspection.Change;
import bandstand.store.Noted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which changes were taken back and brought back, read from a table of contents. */
final class Lineage {
  private final List<Noted> lines;

  Lineage(List<Noted> lines) {
    this.lines = lines;
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

  /** The revision, and those that brought it back. */
  Set<Long> standsFor(long revision) {
    Set<Long> standing = new HashSet<>(Set.of(revision));
    for (Noted line : lines.subList((int) revision, lines.size())) {
      if (line.kind() == Change.Kind.REDO && original(line).revision() == revision) {
        standing.add(line.revision());
      }
    }
    return standing;
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
