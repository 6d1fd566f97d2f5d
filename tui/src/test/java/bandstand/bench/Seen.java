package bandstand.bench;

import java.util.List;

/** What came out of a terminal's program, and when. */
sealed interface Seen {

  /** When its last byte was read, by {@link System#nanoTime}. */
  long nanos();

  /**
   * A whole frame was drawn.
   *
   * @param bytes of the frame alone, its two marks included
   * @param rows what the screen shows now
   */
  record Frame(long nanos, int bytes, List<String> rows) implements Seen {
    boolean shows(String words) {
      return rows.stream().anyMatch(row -> row.contains(words));
    }
  }

  /** A mark that the shell around the program writes. */
  record Mark(long nanos, String words) implements Seen {}

  /** Any other text. */
  record Text(long nanos) implements Seen {}
}
