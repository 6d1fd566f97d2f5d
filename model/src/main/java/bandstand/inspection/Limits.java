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
   * Answers of all cases, and so of one import: 100,000 cases of 2018 with all twelve, and some.
   * The daemon holds each with its old and new value while an import is recorded and when it is
   * taken back.
   */
  public static final int ANSWERS = 1_500_000;

  /** Of notes and facts of all cases: as much as one import may bring. */
  public static final int CHARACTERS = 64 << 20;

  /** Changes of one inspection: its table of contents is in memory. Fieldwork makes thousands. */
  public static final int CHANGES = 500_000;

  /** Inspections of one daemon, a file each: every service in England and Wales, twelve times. */
  public static final int INSPECTIONS = 2_000;

  /** Alerts of one inspection. */
  public static final int ALERTS = 1_000;

  /** Names for revisions in one inspection. */
  public static final int MARKS = 1_000;

  private Limits() {}
}
