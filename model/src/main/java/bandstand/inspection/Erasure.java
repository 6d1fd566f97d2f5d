package bandstand.inspection;

import java.util.List;
import java.util.Optional;

/**
 * What was made unreadable, by its place in the inspection's own history: it never names the case.
 *
 * @param name what the case is called since; empty when the whole inspection was erased
 * @param upTo every part of every change up to this revision was; 0 when only {@code parts} were
 * @param parts in order of revision and number
 * @param made what made the case, or the inspection; one of them
 */
public record Erasure(Optional<Reference> name, long upTo, List<Part> parts, Part made) {
  /** What every name of an erased case begins with; a number from 1 follows. */
  public static final String NAMES = "erased-";

  /** What stands where a text was that must not be empty. */
  public static final String WORD = "erased";

  /**
   * A part of a change as the journal keeps it.
   *
   * @param revision of the change
   * @param number from 0
   */
  public record Part(long revision, int number) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return revision == other.revision
          ? Integer.compare(number, other.number)
          : Long.compare(revision, other.revision);
    }
  }

  public Erasure {
    parts = List.copyOf(parts);
    if (upTo < 1 && parts.isEmpty()) {
      throw new IllegalArgumentException("an erasure of nothing");
    }
  }

  /** Of one case. */
  public static Erasure of(Reference name, List<Part> parts, Part made) {
    return new Erasure(Optional.of(name), 0, parts, made);
  }

  /** Of everything that an inspection holds at a revision. */
  public static Erasure ofEverything(long upTo) {
    return new Erasure(Optional.empty(), upTo, List.of(), new Part(1, 0));
  }

  /** The first revision that showed any of it. */
  public long firstRevision() {
    return upTo > 0 ? 1 : parts.getFirst().revision();
  }
}
