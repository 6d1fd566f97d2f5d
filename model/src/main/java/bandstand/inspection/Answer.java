package bandstand.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an inspector says of a question. */
public enum Answer {
  YES,
  NO,
  /** Not applicable; leaves the denominator. */
  NA;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Answer> ofWord(String word) {
    return Arrays.stream(values()).filter(answer -> answer.word().equals(word)).findFirst();
  }
}
