package bandstand.journal;

import java.util.List;

/** What came of a batch: all of it, or nothing. */
public sealed interface Appending {
  /** On disk, one a given entry in the same order. */
  record Appended(List<Written> entries) implements Appending {
    public Appended {
      entries = List.copyOf(entries);
    }
  }

  /** Nothing was recorded, and the journal says why. */
  sealed interface Refusal extends Appending, Erasing {}

  /** The disk or a limit on it is full; a later batch is taken when there is space again. */
  record NoSpace(String message) implements Refusal {}

  /**
   * The disk failed otherwise. Whether the batch is found at the next opening is not known; until
   * then the journal is read-only, since a failed force cannot be repeated.
   */
  record DiskFailed(String operation, String message) implements Refusal {}

  /** The journal takes nothing until it is opened again. */
  record ReadOnly(String reason) implements Refusal {}
}
