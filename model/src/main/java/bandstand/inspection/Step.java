package bandstand.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the work on a case has come, in order. */
public enum Step {
  OPEN,
  READ,
  INTERVIEWED,
  SUBMITTED,
  CHECKED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Step other) {
    return compareTo(other) >= 0;
  }

  public static Optional<Step> ofWord(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }
}
