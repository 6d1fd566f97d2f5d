package bandstand.view;

import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.rating.Figure;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of figures and ratings, each on both sides of an arrow. */
public final class Movements {
  private Movements() {}

  /**
   * Each figure that is another, such as {@code 2.1.1 31/35 89% → 30/35 86% Outstanding}, then each
   * standard with another rating and the overall: the band once where it stays.
   */
  public static List<String> between(Ratings before, Ratings after) {
    Framework framework = after.framework();
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < after.standards().size(); i++) {
      StandardRatings old = before.standards().get(i);
      StandardRatings now = after.standards().get(i);
      for (int k = 0; k < now.keyQuestions().size(); k++) {
        KeyQuestionRatings row = now.keyQuestions().get(k);
        Figure was = Figures.figure(old.keyQuestions().get(k));
        if (!was.equals(Figures.figure(row))) {
          moved.add(row.keyQuestion().code() + " " + figure(framework, was, Figures.figure(row)));
        }
      }
    }
    for (int i = 0; i < after.standards().size(); i++) {
      StandardRatings now = after.standards().get(i);
      Optional<Rating> was = before.standards().get(i).finalRating();
      if (!was.equals(now.finalRating())) {
        moved.add(
            now.standard().code()
                + " "
                + word(framework, was)
                + " → "
                + word(framework, now.finalRating()));
      }
    }
    String was = Figures.of(framework, before.overall());
    String now = Figures.of(framework, after.overall());
    if (!was.equals(now)) {
      moved.add("overall " + was + " → " + now);
    }
    return moved;
  }

  private static String figure(Framework framework, Figure was, Figure now) {
    String before = Figures.of(framework, was);
    String after = Figures.of(framework, now);
    String band = now.rating().map(rating -> " " + Figures.word(framework, rating)).orElse("");
    return was.rating().equals(now.rating()) && before.endsWith(band)
        ? before.substring(0, before.length() - band.length()) + " → " + after
        : before + " → " + after;
  }

  private static String word(Framework framework, Optional<Rating> rating) {
    return rating.map(one -> Figures.word(framework, one)).orElse("not rated");
  }
}
