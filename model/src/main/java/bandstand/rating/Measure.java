package bandstand.rating;

import bandstand.inspection.Tally;

/** What is known of a key question: counted answers, or in the calculator a bare percentage. */
public sealed interface Measure {

  /** Answers; a tally of nothing means that there are no cases yet. */
  record Counted(Tally tally) implements Measure {}

  /** A whole percentage, 0 to 100, without its fraction. */
  record Stated(int percent) implements Measure {
    public Stated {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("a percentage of " + percent);
      }
    }
  }
}
