package bandstand.rating;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a test says is known of an edition; of the rest nothing is. */
final class Known {
  private final Framework framework;
  private final Map<Code, Measure> cases = new HashMap<>();
  private final Map<Code, Tally> service = new HashMap<>();
  private Decisions decisions = Decisions.none();

  Known(Framework framework) {
    this.framework = framework;
  }

  Known counted(String keyQuestion, Tally tally) {
    cases.put(Code.of(keyQuestion), new Measure.Counted(tally));
    return this;
  }

  /** Written as a fraction: {@code 31/35}. */
  Known counted(String keyQuestion, String fraction) {
    return counted(keyQuestion, tally(fraction));
  }

  Known stated(String keyQuestion, int percent) {
    cases.put(Code.of(keyQuestion), new Measure.Stated(percent));
    return this;
  }

  Known served(String keyQuestion, Tally prompts) {
    service.put(Code.of(keyQuestion), prompts);
    return this;
  }

  Known judged(String standard, Rating rating) {
    return judged(standard, Optional.of(rating));
  }

  Known notRated(String standard) {
    return judged(standard, Optional.empty());
  }

  private Known judged(String standard, Optional<Rating> rating) {
    return judged(standard, Fieldwork.judgement(rating));
  }

  Known judged(String standard, Judgement judgement) {
    decisions =
        new Decisions(
            decisions.judgements().plus(Code.of(standard), judgement), decisions.discretion());
    return this;
  }

  Known discretion(String code, Rating rating) {
    decisions =
        new Decisions(
            decisions.judgements(),
            decisions.discretion().plus(Code.of(code), Fieldwork.judgement(Optional.of(rating))));
    return this;
  }

  Ratings ratings() {
    return Scorer.rate(
        framework,
        keyQuestion -> cases.getOrDefault(keyQuestion.code(), new Measure.Counted(Tally.NOTHING)),
        keyQuestion -> service.getOrDefault(keyQuestion.code(), Tally.NOTHING),
        decisions);
  }

  Overall overall() {
    return ratings().overall();
  }

  StandardRatings standard(String code) {
    return standard(ratings(), code);
  }

  KeyQuestionRatings.Scored scored(String code) {
    return scored(ratings(), code);
  }

  KeyQuestionRatings.Indicative indicative(String code) {
    return (KeyQuestionRatings.Indicative) ratings().keyQuestion(Code.of(code)).orElseThrow();
  }

  static StandardRatings standard(Ratings ratings, String code) {
    return ratings.standard(Code.of(code)).orElseThrow();
  }

  static KeyQuestionRatings.Scored scored(Ratings ratings, String code) {
    return (KeyQuestionRatings.Scored) ratings.keyQuestion(Code.of(code)).orElseThrow();
  }

  static Tally tally(String fraction) {
    String[] parts = fraction.split("/");
    int yes = Integer.parseInt(parts[0]);
    return Tally.of(yes, Integer.parseInt(parts[1]) - yes);
  }
}
