package bandstand.journal;

/** What came of reading at a position. */
public sealed interface Reading<T> {
  /** What stands there. */
  record Found<T>(T value) implements Reading<T> {}

  /** No such thing begins there, or it is damaged. */
  record Unreadable<T>(Damage damage) implements Reading<T> {}
}
