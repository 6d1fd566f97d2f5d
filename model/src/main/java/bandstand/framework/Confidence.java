package bandstand.framework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure it is that key questions of two editions belong together, lowest first. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Confidence> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  public Confidence lower(Confidence other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
