package bandstand.service;

import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.store.Noted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which changes were taken back and brought back, read from a table of contents. */
final class Lineage {
  private static final int REMEMBERED = 2;

  private final List<Noted> lines;
  private final Function<Noted, Recorded> history;

  /** Read again for every field else; each may be an import, so there are few. */
  private final Map<Long, Map<Optional<Reference>, List<Edit>>> read =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Long, Map<Optional<Reference>, List<Edit>>> eldest) {
          return size() > REMEMBERED;
        }
      };

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
  boolean leftTheSame(Edit edit, long one, long other) {
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
        a = lastSetting(edit, undoneByA, undoneByB > 0 ? undoneByB : b);
      } else {
        b = lastSetting(edit, undoneByB, undoneByA > 0 ? undoneByA : a);
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
  private long lastSetting(Edit edit, long before, long oldest) {
    String field = edit.field();
    for (long at = before - 1; at >= oldest; at--) {
      if (edits(at, edit.touches()).stream().anyMatch(other -> other.field().equals(field))) {
        return at;
      }
    }
    return 0;
  }

  /** Those of one change that touch one case, or none; the changes read last are remembered. */
  private List<Edit> edits(long revision, Optional<Reference> subject) {
    Map<Optional<Reference>, List<Edit>> bySubject = read.get(revision);
    if (bySubject == null) {
      bySubject = new HashMap<>();
      for (Edit edit : history.apply(lineOf(revision)).change().edits()) {
        bySubject.computeIfAbsent(edit.touches(), unseen -> new ArrayList<>()).add(edit);
      }
      read.put(revision, bySubject);
    }
    return bySubject.getOrDefault(subject, List.of());
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
