package bandstand.journal;

import java.util.List;
import java.util.Map;

/** What came of checking frames and chains. */
public sealed interface Verification {
  /**
   * Every frame, payload and link agrees.
   *
   * @param heads of the streams met
   * @param erased sequences of the frames whose payload is erased, ascending: to be compared with
   *     the ledger of erasures, since an erased payload can no longer be compared with its digest
   */
  record Sound(long entries, long frames, Map<String, Head> heads, List<Long> erased)
      implements Verification {
    public Sound {
      heads = Map.copyOf(heads);
      erased = List.copyOf(erased);
    }
  }

  /** The first place that does not agree. */
  record Broken(Damage damage) implements Verification {}
}
