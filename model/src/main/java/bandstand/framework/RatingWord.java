package bandstand.framework;

/**
 * How one edition writes a rating.
 *
 * @param word in files and the API
 * @param title as printed
 * @param narrow at most six characters, for tables
 * @param letter one character
 */
public record RatingWord(String word, String title, String narrow, String letter) {
  public RatingWord {
    if (word.isBlank() || title.isBlank() || narrow.length() > 6 || letter.length() != 1) {
      throw new IllegalArgumentException("rating word " + word);
    }
  }
}
