package bandstand.service;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.wire.Update;
import java.util.Optional;

/**
 * What somebody says of a question.
 *
 * @param answer empty: what stands is kept, and only a note or a mark is set
 * @param ask empty: the mark stays with the same answer, and goes with another
 */
public record Saying(Optional<Answer> answer, Update<String> note, Optional<Boolean> ask) {

  public static Saying of(Answer answer) {
    return new Saying(Optional.of(answer), new Update.Unsaid<>(), Optional.empty());
  }

  /** What then stands; empty when nothing does. */
  Optional<Given> over(Optional<Given> standing, Moment moment) {
    Optional<Answer> before = standing.flatMap(Given::answer);
    boolean same = answer.isEmpty() || answer.equals(before);
    Optional<String> kept =
        same ? standing.map(Given::note).filter(text -> !text.isEmpty()) : Optional.empty();
    Optional<Answer> after = answer.or(() -> before);
    String noted = note.over(kept).orElse("");
    boolean marked = ask.orElse(same && standing.map(Given::ask).orElse(false));
    if (after.isEmpty() && noted.isEmpty() && !marked) {
      return Optional.empty();
    }
    Given given =
        new Given(after, noted, marked, moment.revision(), moment.by().name(), moment.at());
    return Optional.of(standing.filter(given::says).orElse(given));
  }
}
