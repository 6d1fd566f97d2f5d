package bandstand.wire;

import java.util.Optional;

/** What text the daemon takes in: any Unicode but control characters, newline and tab allowed. */
public final class Texts {
  private Texts() {}

  /** Why this text is refused, with the place of the first character at fault. */
  public static Optional<String> refusal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return Optional.of(
            "The control character U+%04X at %d is not taken; remove it".formatted((int) c, i));
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return Optional.of("Half of a surrogate pair at %d is no character".formatted(i));
        }
        i++;
      }
    }
    return Optional.empty();
  }

  /** Whether it stands in one row: no newline, no tab, no separator of lines or paragraphs. */
  static boolean isLine(String text) {
    return text.chars().noneMatch(c -> c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029);
  }
}
