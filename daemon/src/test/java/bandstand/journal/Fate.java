package bandstand.journal;

/** What happens to an operation of {@link MemoryDisk} that changes something. */
public enum Fate {
  DONE,
  NO_SPACE,
  FILE_TOO_LARGE,
  INPUT_OUTPUT_ERROR,
  POWER_LOST;

  /** Decides over the operation of a number, counted from 1, and a name such as "write". */
  public interface Fates {
    Fate of(int number, String operation);
  }
}
