package bandstand.journal;

import java.util.Map;

/** A journal that was read to its end and left as it is. */
public sealed interface Survey {
  /**
   * It can be read by this version.
   *
   * @param format of its segments
   * @param tail how it ends; one that is torn is cut at the next opening
   * @param entries whole ones, before any damage
   * @param erasing whether an erasure was interrupted, which the next opening ends
   */
  record Read(int format, Tail tail, long entries, Map<String, Head> heads, boolean erasing)
      implements Survey {
    public Read {
      heads = Map.copyOf(heads);
    }
  }

  /** A later version of this program wrote {@code segment}. */
  record TooNew(String segment, int found, int supported) implements Survey {}

  /** There is none. */
  record None() implements Survey {}
}
