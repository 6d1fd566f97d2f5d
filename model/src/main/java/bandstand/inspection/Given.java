package bandstand.inspection;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands at one question: an answer, a note, a mark to ask the case manager, any of them.
 *
 * @param answer empty when only a note or a mark stands; the question then counts as open
 * @param note at most {@value Limits#NOTE_CHARACTERS} characters; empty when there is none
 * @param revision of the inspection that last set it
 */
public record Given(
    Optional<Answer> answer, String note, boolean ask, long revision, String by, Instant at) {
  public Given {
    if (answer.isEmpty() && note.isEmpty() && !ask) {
      throw new IllegalArgumentException("nothing is given");
    }
  }

  /** Whether two say the same, whoever said it and when. */
  public boolean says(Given other) {
    return answer.equals(other.answer) && note.equals(other.note) && ask == other.ask;
  }
}
