package bandstand.state;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import java.util.Optional;

/** An answer, its note and its mark as a person wants them to stand, without who and when. */
public record Wanted(Optional<Answer> answer, String note, boolean ask) {
  public static final Wanted NOTHING = new Wanted(Optional.empty(), "", false);

  static Wanted of(Optional<Given> given) {
    return given
        .map(standing -> new Wanted(standing.answer(), standing.note(), standing.ask()))
        .orElse(NOTHING);
  }

  /** Nothing shall stand: what stands is cleared. */
  public boolean nothing() {
    return equals(NOTHING);
  }

  Wanted withAsk(boolean other) {
    return new Wanted(answer, note, other);
  }
}
