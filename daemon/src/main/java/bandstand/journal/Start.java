package bandstand.journal;

import java.util.Map;

/**
 * What the opener of a journal already holds.
 *
 * @param from where the replay begins; frames before it are not looked at
 * @param heads for each stream with frames before {@code from}, any head of it that is known; it
 *     may lie after {@code from}: the replay then meets that very frame and compares
 * @param watermark the highest sequence known to have been acknowledged, 0 if none is: a journal
 *     that ends before it has lost its end
 */
public record Start(Mark from, Map<String, Head> heads, long watermark) {
  public Start {
    heads = Map.copyOf(heads);
    if (watermark < 0) {
      throw new IllegalArgumentException("watermark " + watermark);
    }
  }

  /** From the very first frame. */
  public static Start fromBeginning(long watermark) {
    return new Start(Mark.BEGINNING, Map.of(), watermark);
  }
}
