package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a change did to figures and ratings. */
final class Moves {
  private Moves() {}

  /** By code: 1 risen, −1 fallen, 0 changed otherwise; absent: the same as before. */
  static Map<Code, Integer> between(Ratings before, Ratings after) {
    Map<Code, Integer> moves = new HashMap<>();
    for (StandardRatings standard : after.standards()) {
      Code code = standard.standard().code();
      before
          .standard(code)
          .ifPresent(
              old -> {
                if (!sameRating(old, standard)) {
                  moves.put(code, direction(shown(old), shown(standard)));
                }
              });
      for (KeyQuestionRatings row : standard.keyQuestions()) {
        before
            .keyQuestion(row.keyQuestion().code())
            .filter(old -> !sameFigures(old, row))
            .ifPresent(
                old -> moves.put(row.keyQuestion().code(), compare(figure(old), figure(row))));
      }
    }
    for (GroupRatings group : after.groups()) {
      Code code = group.group().code();
      before
          .group(code)
          .filter(old -> !old.finalRating().equals(group.finalRating()))
          .ifPresent(old -> moves.put(code, direction(old.finalRating(), group.finalRating())));
    }
    if (!sameOverall(before.overall(), after.overall())) {
      moves.put(Code.OVERALL, compare(before.overall(), after.overall()));
    }
    return moves;
  }

  private static boolean sameRating(StandardRatings before, StandardRatings after) {
    return before.finalRating().equals(after.finalRating())
        && before.computed().equals(after.computed())
        && before.provisional().equals(after.provisional())
        && before.range().equals(after.range());
  }

  private static Optional<Rating> shown(StandardRatings standard) {
    return standard.finalRating().or(standard::provisional);
  }

  private static int direction(Optional<Rating> before, Optional<Rating> after) {
    return before.isPresent() && after.isPresent()
        ? Integer.signum(after.get().compareTo(before.get()))
        : 0;
  }

  private static boolean sameFigures(KeyQuestionRatings before, KeyQuestionRatings after) {
    return figure(before).equals(figure(after)) && projected(before).equals(projected(after));
  }

  private static Figure figure(KeyQuestionRatings row) {
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> scored.confirmed();
      case KeyQuestionRatings.Indicative indicative -> indicative.indicative();
    };
  }

  private static Figure projected(KeyQuestionRatings row) {
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> scored.projected();
      case KeyQuestionRatings.Indicative indicative -> indicative.indicative();
    };
  }

  /** As fractions; 0 when one of them has none. */
  private static int compare(Figure before, Figure after) {
    Tally was = before.tally().orElse(Tally.NOTHING);
    Tally is = after.tally().orElse(Tally.NOTHING);
    return was.counted() == 0 || is.counted() == 0
        ? 0
        : Long.signum((long) is.yes() * was.counted() - (long) was.yes() * is.counted());
  }

  private static boolean sameOverall(Overall before, Overall after) {
    return before.score().equals(after.score())
        && before.finalRating().equals(after.finalRating())
        && before.lowest() == after.lowest()
        && before.highest() == after.highest();
  }

  private static int compare(Overall before, Overall after) {
    return before.score().isPresent() && after.score().isPresent()
        ? Integer.signum(after.score().get() - before.score().get())
        : 0;
  }
}
