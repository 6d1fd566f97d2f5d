package bandstand.framework;

import java.util.Arrays;
import java.util.Optional;

/** One of the four ratings, lowest first; its score, 0 to 3, is its ordinal (004 Annex 2). */
public enum Rating {
  INADEQUATE("inadequate"),
  REQUIRES_IMPROVEMENT("requires-improvement"),
  GOOD("good"),
  OUTSTANDING("outstanding");

  private final String word;

  Rating(String word) {
    this.word = word;
  }

  /** The word in files and in the API; what an edition prints stands in {@link RatingWord}. */
  public String word() {
    return word;
  }

  public int score() {
    return ordinal();
  }

  public static Rating ofScore(int score) {
    return values()[score];
  }

  public static Optional<Rating> ofWord(String word) {
    return Arrays.stream(values()).filter(rating -> rating.word.equals(word)).findFirst();
  }

  public Rating lower(Rating other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
