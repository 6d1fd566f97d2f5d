package bandstand.rating;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a standard is worth and why.
 *
 * @param computed lowest confirmed rating of its key questions; empty while one lacks data
 * @param provisional lowest projected rating of those that have data
 * @param range empty when nothing can rate it: declared not rated, or every question left it
 * @param limiting the key questions with the lowest confirmed fraction
 * @param judgement of a judged standard, or a declaration that it is not rated
 */
public record StandardRatings(
    Standard standard,
    Optional<Rating> computed,
    Optional<Rating> provisional,
    Optional<Range> range,
    List<Code> limiting,
    Tipping tipping,
    Optional<Judgement> judgement,
    Optional<Judgement> discretion,
    Set<Flag> flags,
    List<KeyQuestionRatings> keyQuestions) {

  public StandardRatings {
    limiting = List.copyOf(limiting);
    keyQuestions = List.copyOf(keyQuestions);
  }

  /** Discretion before judgement before what is computed; empty while not rated. */
  public Optional<Rating> finalRating() {
    return discretion
        .flatMap(Judgement::rating)
        .or(() -> judgement.isPresent() ? judgement.get().rating() : computed);
  }

  public boolean declaredNotRated() {
    return discretion.isEmpty() && judgement.map(Judgement::notRated).orElse(false);
  }

  public boolean settled() {
    return range.map(Range::settled).orElse(false);
  }
}
