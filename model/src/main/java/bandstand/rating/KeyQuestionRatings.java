package bandstand.rating;

import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import java.util.Optional;

/** What a key question is worth: scored by cases, or indicating in a judged standard. */
public sealed interface KeyQuestionRatings {
  KeyQuestion keyQuestion();

  /**
   * Scored by cases.
   *
   * @param confirmed over entered judgements only
   * @param projected with leanings where none is entered
   * @param range empty when it is not applicable in every case
   * @param leaves the standard: not applicable in every case, none open
   * @param roundingDecides the rounded and the exact reading give different ratings
   */
  record Scored(
      KeyQuestion keyQuestion,
      Figure confirmed,
      Figure projected,
      Optional<Range> range,
      Tipping tipping,
      boolean leaves,
      boolean roundingDecides)
      implements KeyQuestionRatings {

    public boolean settled() {
      return range.map(Range::settled).orElse(false);
    }

    public Optional<Rating> rating() {
      return confirmed.rating();
    }
  }

  /**
   * Indicating in a judged standard; no rating is above Good, and none counts (001).
   *
   * @param indicative the share of the service's applicable prompts
   * @param cases over entered judgements of cases; empty where no cases are asked
   */
  record Indicative(KeyQuestion keyQuestion, Figure indicative, Optional<Figure> cases)
      implements KeyQuestionRatings {}
}
