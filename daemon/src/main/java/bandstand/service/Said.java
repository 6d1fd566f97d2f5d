package bandstand.service;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.wire.AnswerRequest;
import java.util.Optional;

/** What stands at a question once somebody has said something of it. */
final class Said {
  private Said() {}

  /**
   * What stands afterwards; empty when nothing does.
   *
   * <p>The same answer keeps an unsaid note, another one leaves it to history.
   */
  static Optional<Given> over(Optional<Given> standing, AnswerRequest request, Moment moment) {
    Optional<Answer> before = standing.flatMap(Given::answer);
    boolean same = request.answer().isEmpty() || request.answer().equals(before);
    Optional<String> kept =
        same ? standing.map(Given::note).filter(text -> !text.isEmpty()) : Optional.empty();
    Optional<Answer> after = request.answer().or(() -> before);
    String note = request.note().over(kept).orElse("");
    boolean ask = request.ask().orElse(standing.map(Given::ask).orElse(false));
    if (after.isEmpty() && note.isEmpty() && !ask) {
      return Optional.empty();
    }
    Given given = new Given(after, note, ask, moment.revision(), moment.by().name(), moment.at());
    return Optional.of(standing.filter(given::says).orElse(given));
  }
}
