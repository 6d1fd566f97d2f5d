package bandstand.rating;

import bandstand.framework.Group;
import bandstand.framework.Rating;
import bandstand.inspection.Judgement;
import java.util.Optional;

/**
 * What a group is worth that is judged as a whole: the themes of 2014, on words that are not in
 * their criteria.
 *
 * @param range empty when declared not rated
 */
public record GroupRatings(Group group, Optional<Range> range, Optional<Judgement> judgement) {

  static GroupRatings of(Group group, Optional<Judgement> judgement) {
    return new GroupRatings(group, Range.judged(judgement), judgement);
  }

  /** Empty while not rated. */
  public Optional<Rating> finalRating() {
    return judgement.flatMap(Judgement::rating);
  }

  public boolean settled() {
    return range.map(Range::settled).orElse(false);
  }
}
