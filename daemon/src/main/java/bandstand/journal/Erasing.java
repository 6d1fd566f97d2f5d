package bandstand.journal;

/** What came of erasing frames. */
public sealed interface Erasing permits Erasing.Erased, Erasing.Untouched, Appending.Refusal {
  /** Gone from the disk; {@code frames} were overwritten, those erased before not counted. */
  record Erased(int frames) implements Erasing {}

  /** Nothing was overwritten, since one of the frames cannot be read. */
  record Untouched(Damage damage) implements Erasing {}
}
