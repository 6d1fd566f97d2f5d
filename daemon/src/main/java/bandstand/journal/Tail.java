package bandstand.journal;

import java.util.Optional;

/** How the journal ended when it was opened. */
public sealed interface Tail {
  /** How it ended, in a clause for a person. */
  String words();

  /** With a whole entry, or empty. */
  record Whole() implements Tail {
    @Override
    public String words() {
      return "it ends with a whole change";
    }
  }

  /**
   * With what an interrupted write left, none of it known to have been acknowledged; it is no
   * longer part of the journal.
   *
   * @param sequence of the first frame cut
   * @param bytes cut
   * @param savedAs file in the journal's folder that holds them; empty if there was no space for it
   *     or the disk could not be written
   */
  record Torn(String segment, long offset, long sequence, long bytes, Optional<String> savedAs)
      implements Tail {
    @Override
    public String words() {
      return "%d bytes of a write that was cut off and never acknowledged are set aside%s"
          .formatted(bytes, savedAs.map(name -> " as " + name).orElse(""));
    }
  }

  /** With acknowledged entries that cannot be read: those before them were replayed. */
  record Damaged(Damage damage) implements Tail {
    @Override
    public String words() {
      return damage.words();
    }
  }
}
