package bandstand.journal;

/** What came of opening a journal. */
public sealed interface Opening {
  /**
   * Open; {@link Journal#readOnly} says whether it takes entries. It does not after damage, nor
   * where the disk refused what a writer needs.
   */
  record Opened(Journal journal, Tail tail) implements Opening {}

  /** Nothing was read: a later version of this program wrote {@code segment}. */
  record FormatTooNew(String segment, int found, int supported) implements Opening {}
}
