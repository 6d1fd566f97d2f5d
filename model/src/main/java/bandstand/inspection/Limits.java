package bandstand.inspection;

/** How much of anything an inspection holds. */
public final class Limits {
  /** A long page of notes; more belongs in the case management system. */
  public static final int NOTE_CHARACTERS = 10_000;

  /** One line on a screen, twice over. */
  public static final int NAME_CHARACTERS = 200;

  /** Strata of a case; the method uses five. */
  public static final int ATTRIBUTES = 40;

  /** Cases of one inspection: the largest service has some hundreds, tests use 100,000. */
  public static final int CASES = 200_000;

  /**
   * Answers of one import: 100,000 cases of 2018 with all twelve, and some. The daemon holds each
   * with its old and new value while the import is recorded and when it is taken back.
   */
  public static final int IMPORT_ANSWERS = 1_500_000;

  /** Alerts of one inspection. */
  public static final int ALERTS = 1_000;

  /** Names for revisions in one inspection. */
  public static final int MARKS = 1_000;

  private Limits() {}
}
